package org.ronron.ui.topology.map;

/** Measures of the picture at full size, in units of the screen. */
final class Size {
    static final double CARD_WIDTH = 190;
    static final double CARD_HEIGHT = 64;
    static final double DISK = 12;
    static final double PAD = 10;
    static final double HEAD = 50;

    /** Of a further line of figures in a zone's head. */
    static final double LINE = 15;

    static final double CARD_GAP = 8;
    static final double ZONE_GAP = 10;

    private Size() {}
}
