package org.ronron.ui.topology;

/**
 * How much a card shows: with many machines it loses the disk first, then labels; names go last.
 */
enum Detail {
    FULL(14),
    NO_DISK(13),
    NO_LABELS(8),
    NAMES(0);

    private static final int MANY = 80;
    private static final int VERY_MANY = 240;
    private static final int CROWD = 900;

    private final double bar;

    Detail(double bar) {
        this.bar = bar;
    }

    static Detail of(int nodes) {
        if (nodes <= MANY) {
            return FULL;
        }
        if (nodes <= VERY_MANY) {
            return NO_DISK;
        }
        return nodes <= CROWD ? NO_LABELS : NAMES;
    }

    /** Height of the bars of memory and CPU; 0 for none. */
    double bar() {
        return bar;
    }
}
