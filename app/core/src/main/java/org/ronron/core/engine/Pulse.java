package org.ronron.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices that the world had time to move: a laptop that slept, a clock that was set. Guarded by
 * its owner.
 */
final class Pulse {
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Set<String> endpoints;
    private final Set<String> mistrusted = new HashSet<>();
    private Instant last;

    Pulse(InstantSource clock, Set<String> endpoints) {
        this.clock = clock;
        this.endpoints = Set.copyOf(endpoints);
        this.last = clock.instant();
    }

    /** Something happened, or was looked at, now. */
    void beat() {
        Instant now = clock.instant();
        if (Duration.between(last, now).abs().compareTo(LONGEST) > 0) {
            distrust();
        }
        last = now;
    }

    /** What was known of any endpoint is not to be relied on. */
    void distrust() {
        mistrusted.addAll(endpoints);
    }

    /** Whether there was a gap since this was asked last of the endpoint. */
    boolean mistrusted(String endpoint) {
        beat();
        return mistrusted.remove(endpoint);
    }
}
