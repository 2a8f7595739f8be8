package org.ronron.api;

import java.util.List;
import java.util.Optional;

/**
 * A connector at work on one endpoint. Sessions are used by one thread at a time; closing is
 * idempotent and lets go of what the session itself opened.
 */
public interface Session extends AutoCloseable {
    /** The capability, if this system and version have it. */
    <C extends Capability> Optional<C> capability(Class<C> type);

    /** A session whose capabilities are these, and that holds nothing to let go of. */
    static Session of(List<? extends Capability> parts) {
        return new Session() {
            @Override
            public <C extends Capability> Optional<C> capability(Class<C> type) {
                return parts.stream().filter(type::isInstance).map(type::cast).findFirst();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    void close();
}
