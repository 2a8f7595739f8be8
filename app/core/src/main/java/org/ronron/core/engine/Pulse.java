package org.ronron.core.engine;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices that the world had time to move: a laptop that slept, a clock that was set. Guarded by
 * its owner.
 */
final class Pulse {
    private final Set<String> endpoints;
    private final Set<String> mistrusted = new HashSet<>();
    private final Gap gap;

    Pulse(InstantSource clock, Set<String> endpoints) {
        this.endpoints = Set.copyOf(endpoints);
        this.gap = new Gap(clock);
    }

    /** Something happened, or was looked at, now. */
    void beat() {
        if (gap.since()) {
            distrust();
        }
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
