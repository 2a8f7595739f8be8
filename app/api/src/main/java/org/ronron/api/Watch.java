package org.ronron.api;

import java.util.function.Consumer;

/** Hears of changes as they come, from a system that pushes. */
public interface Watch extends Capability {
    /**
     * Reads everything, then tells each new state of it until the system ends the stream or the
     * thread is interrupted; blocks all the while. Whoever calls opens it again after a while: each
     * time begins with everything, since what came between is lost.
     *
     * @param heard called on this thread, at most about once a second
     * @throws ConnectorException when it could not be read, or the stream broke
     */
    void watch(Consumer<Observation> heard) throws ConnectorException;
}
