package org.ronron.transport.http;

import java.util.Optional;
import org.ronron.transport.guard.Route;

/** An endpoint without settings of reach. */
record Straight() implements Reaching {
    @Override
    public Optional<Route> route() {
        return Optional.empty();
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.empty();
    }
}
