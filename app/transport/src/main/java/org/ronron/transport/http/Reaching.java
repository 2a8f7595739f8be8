package org.ronron.transport.http;

import java.util.Optional;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Route;

/** How one endpoint is reached, as its settings say; asked at each call. */
public interface Reaching {
    /**
     * Empty: straight.
     *
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    Optional<Route> route() throws ConnectorException;

    /**
     * Our own certificate; empty: none.
     *
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    Optional<Identity> identity() throws ConnectorException;
}
