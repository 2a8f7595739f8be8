package org.ronron.transport.guard;

import java.time.Duration;

/**
 * The moment at which a call is given up. Measured by the machine's monotonic clock: a wall clock
 * that somebody sets neither shortens nor lengthens a call.
 */
public record Deadline(long nanos, Duration budget) {
    /** The shorter of what is asked for and what the site allows, from now on. */
    public static Deadline of(Duration asked, Site site) {
        Duration budget = asked.compareTo(site.timeout()) < 0 ? asked : site.timeout();
        return after(budget);
    }

    /** So long from now on. */
    public static Deadline after(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos(), budget);
    }

    /** What is left; never less than a millisecond, so that no library reads it as "no limit". */
    public Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, nanos - System.nanoTime()));
    }

    public boolean passed() {
        return System.nanoTime() >= nanos;
    }

    /** The whole budget in seconds, for a fault's text. */
    public String seconds() {
        long millis = budget.toMillis();
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : String.valueOf(millis / 1000.0);
    }
}
