package org.ronron.core.engine;

/**
 * How far a call is that runs now; not kept.
 *
 * @param note text key of the connector for the phase, or empty
 */
record Live(String note, long done, long total) {
    static final Live BEGUN = new Live("", 0, 0);
}
