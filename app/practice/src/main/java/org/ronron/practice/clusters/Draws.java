package org.ronron.practice.clusters;

import java.time.Instant;
import java.util.Locale;

/**
 * The draws of a cluster: the generator Mulberry32 (Tommy Ettinger, public domain) in the
 * arithmetic of JavaScript, in which the clusters of Nomad's measured page were made. One thread.
 */
final class Draws {
    /** 2026-01-01T00:00:00Z in seconds, so that the same seed gives the same times. */
    static final long NOW = 1_767_225_600;

    private static final double STATES = 4_294_967_296.0;

    private int state;
    private long index = 1000;

    Draws(int seed) {
        state = seed;
    }

    /** From 0 to 1, without 1. */
    double part() {
        state += 0x6D2B79F5;
        int mixed = (state ^ state >>> 15) * (state | 1);
        mixed ^= mixed + (mixed ^ mixed >>> 7) * (mixed | 61);
        return Integer.toUnsignedLong(mixed ^ mixed >>> 14) / STATES;
    }

    boolean luck(double chance) {
        return part() < chance;
    }

    /** From 0, below n. */
    int below(int n) {
        return (int) Math.floor(part() * n);
    }

    <T> T pick(T[] of) {
        return of[below(of.length)];
    }

    int pick(int[] of) {
        return of[below(of.length)];
    }

    /** The index of the next write. */
    long next() {
        index += 1 + below(4);
        return index;
    }

    String hex(int digits) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < digits) {
            String four = Integer.toHexString(below(65_536));
            hex.append("0".repeat(4 - four.length())).append(four);
        }
        hex.setLength(digits);
        return hex.toString();
    }

    String uuid() {
        return String.join("-", hex(8), hex(4), hex(4), hex(4), hex(12));
    }

    /** That second with nanoseconds, as Go writes a time. */
    String time(long second) {
        String whole = Instant.ofEpochSecond(second).toString().replace("Z", "");
        return whole + "." + String.format(Locale.ROOT, "%09d", below(1_000_000_000)) + "Z";
    }
}
