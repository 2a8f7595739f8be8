package org.ronron.transport.guard;

import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Whose calls these are and what they may do.
 *
 * @param name the endpoint's name as the volunteer wrote it, for faults
 * @param writing asked at each call that may change something, and again right before it leaves;
 *     once it has said false it never says true again
 * @param timeout the longest that one call may take, whatever the connector asks for
 * @param readingCalls as {@link org.ronron.api.Descriptor#readingCalls()}
 */
public record Site(
        String name, BooleanSupplier writing, Duration timeout, Set<String> readingCalls) {
    public Site {
        readingCalls = Set.copyOf(readingCalls);
    }

    /** A site that is writable, or not, for good. */
    public Site(String name, boolean writable, Duration timeout, Set<String> readingCalls) {
        this(name, () -> writable, timeout, readingCalls);
    }

    /** Whether something may be changed at this moment; false: nothing that may leaves. */
    public boolean writable() {
        return writing.getAsBoolean();
    }
}
