package org.ronron.core.model;

/**
 * What no backup that we know of saves.
 *
 * @param what a machine's or a connection's name
 * @param kind what of it
 * @param spaces how many spaces have data there
 */
public record Uncovered(Kind kind, String id, String what, int spaces) {
    /** What is not saved. */
    public enum Kind {
        /** Files of a machine. */
        MACHINE,
        DATABASES,
        BUCKETS
    }
}
