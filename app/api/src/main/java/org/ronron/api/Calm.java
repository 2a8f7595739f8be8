package org.ronron.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ronron.api.Evidence.Verdict;

/**
 * The end of a wait until nothing moves any more. A system that is still for a moment between two
 * kinds of work has to be seen still twice in a row. The first of the two looks is kept by the
 * journal, as the evidence of the look before: that needs no thread and survives a restart.
 *
 * @param apart the second look counts when it comes at least so long after the first
 */
public record Calm(Duration apart) {
    /** How what was found begins after the first of two still looks. */
    public static final String FIRST = "clean 1 of 2: ";

    /**
     * One look.
     *
     * @param still whether nothing moves now
     * @param found the figures, in one line
     * @param before what the look before found; without it a still look is the first
     * @return DONE for the second still look in a row, else PENDING
     */
    public Evidence look(boolean still, String found, Optional<Evidence> before, Instant now) {
        if (!still) {
            return new Evidence(Verdict.PENDING, found, now);
        }
        Optional<Evidence> first = before.filter(e -> e.found().startsWith(FIRST));
        if (first.isEmpty()) {
            return new Evidence(Verdict.PENDING, FIRST + found, now);
        }
        return first.get().at().plus(apart).isAfter(now)
                ? first.get()
                : new Evidence(Verdict.DONE, found, now);
    }
}
