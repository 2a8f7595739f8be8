package org.ronron.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Notices between two looks that time has jumped: a laptop that slept, a clock that was set.
 * Whoever looks does so every few seconds. Guarded by its owner.
 */
public final class Gap {
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Instant last;

    public Gap(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Whether more than 30 seconds lie between now and the look before, either way. */
    public boolean since() {
        return passed().abs().compareTo(LONGEST) > 0;
    }

    /** As {@link #since}, where a clock that was set back means nothing. */
    public boolean slept() {
        return passed().compareTo(LONGEST) > 0;
    }

    private Duration passed() {
        Instant now = clock.instant();
        Duration passed = Duration.between(last, now);
        last = now;
        return passed;
    }
}
