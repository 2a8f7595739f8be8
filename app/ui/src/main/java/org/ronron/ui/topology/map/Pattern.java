package org.ronron.ui.topology.map;

/** What stands beside a colour, so that a bar can be read without it. */
public enum Pattern {
    SOLID,
    /** Slanted stripes: it starts, or its size is not known. */
    STRIPES,
    /** Stripes both ways: it has failed. */
    CROSS,
    /** Dots: kept by the machine's own system. */
    DOTS;

    private static final int PERIOD = 6;

    /**
     * Whether the pattern's ink is at this pixel.
     *
     * @param unit pixels to a unit of the screen, so that it looks the same on any
     */
    boolean ink(int x, int y, int unit) {
        int period = PERIOD * unit;
        int half = period / 2;
        return switch (this) {
            case SOLID -> true;
            case STRIPES -> Math.floorMod(x + y, period) < half;
            case CROSS ->
                    Math.floorMod(x + y, period) < 2 * unit
                            || Math.floorMod(x - y, period) < 2 * unit;
            case DOTS ->
                    Math.floorMod(x, 4 * unit) >= 2 * unit
                            || Math.floorMod(y, 4 * unit) >= 2 * unit;
        };
    }
}
