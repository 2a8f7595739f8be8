package org.ronron.api;

/** Where a long step tells how far it is, and hears that it should stop. */
public interface Progress {
    /**
     * @param phase text key of the connector
     * @param done so many of {@code total}; total 0 when not known
     */
    void report(String phase, long done, long total);

    /** Whether a person asked to stop; a step looks at it where it can stop cleanly. */
    boolean cancelled();
}
