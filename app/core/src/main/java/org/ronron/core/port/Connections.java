package org.ronron.core.port;

import java.time.Duration;
import java.util.List;
import org.ronron.api.Connector;
import org.ronron.api.FindingFact;
import org.ronron.api.Host;
import org.ronron.api.Session;

/** Opens connections; implemented by the transport room. */
public interface Connections extends AutoCloseable {
    /**
     * What a connector is lent for one endpoint.
     *
     * @param writable false gives a host with no path to a change
     * @param timeout of one call
     */
    Host lend(
            Workspace.EndpointRow endpoint,
            Connector connector,
            boolean writable,
            Duration timeout);

    /** Lets go of all that this endpoint has open (its settings or its trust changed). */
    void drop(String endpointId);

    /**
     * What is amiss with how an endpoint was reached last, although it was: texts {@code
     * finding.<kind>} of the window's own. Never waits.
     */
    List<FindingFact> remarks(String endpointId);

    /** Opens a session through {@link #lend}. */
    default Session open(
            Workspace.EndpointRow endpoint, Connector connector, boolean writable, Duration timeout)
            throws org.ronron.api.ConnectorException {
        return connector.open(lend(endpoint, connector, writable, timeout));
    }

    @Override
    void close();
}
