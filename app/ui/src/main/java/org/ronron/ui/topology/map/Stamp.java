package org.ronron.ui.topology.map;

/** A small shape of coverages from 0 to 255, row by row. Immutable. */
final class Stamp {
    static final Stamp NONE = new Stamp(0, 0, new byte[0]);

    private final int width;
    private final int height;
    private final byte[] coverage;

    /**
     * @param coverage not changed by anybody afterwards
     */
    Stamp(int width, int height, byte[] coverage) {
        this.width = width;
        this.height = height;
        this.coverage = coverage;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int index) {
        return coverage[index] & 0xff;
    }
}
