package org.ronron.transport.guard;

import java.time.Duration;
import java.util.Set;

/**
 * Whose calls these are and what they may do.
 *
 * @param name the endpoint's name as the volunteer wrote it, for faults
 * @param writable false: nothing that may change something leaves
 * @param timeout the longest that one call may take, whatever the connector asks for
 * @param readingCalls as {@link org.ronron.api.Descriptor#readingCalls()}
 */
public record Site(String name, boolean writable, Duration timeout, Set<String> readingCalls) {
    public Site {
        readingCalls = Set.copyOf(readingCalls);
    }
}
