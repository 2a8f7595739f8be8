package org.ronron.core.desk;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Host;
import org.ronron.api.Session;
import org.ronron.core.port.Connections;
import org.ronron.core.port.Workspace;

/** The same connections, telling when one is let go of: its stream has to end as well. */
record WatchedConnections(Connections real, Consumer<String> dropped) implements Connections {
    @Override
    public Host lend(
            Workspace.EndpointRow endpoint,
            Connector connector,
            boolean writable,
            Duration timeout) {
        return real.lend(endpoint, connector, writable, timeout);
    }

    @Override
    public Session open(
            Workspace.EndpointRow endpoint, Connector connector, boolean writable, Duration timeout)
            throws ConnectorException {
        return real.open(endpoint, connector, writable, timeout);
    }

    @Override
    public List<FindingFact> remarks(String endpointId) {
        return real.remarks(endpointId);
    }

    @Override
    public void drop(String endpointId) {
        real.drop(endpointId);
        dropped.accept(endpointId);
    }

    @Override
    public void close() {
        real.close();
    }
}
