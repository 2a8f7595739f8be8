package org.ronron.api;

import java.util.Optional;

/**
 * A connector at work on one endpoint. Sessions are used by one thread at a time; closing is
 * idempotent and lets go of what the session itself opened.
 */
public interface Session extends AutoCloseable {
    /** The capability, if this system and version have it. */
    <C extends Capability> Optional<C> capability(Class<C> type);

    @Override
    void close();
}
