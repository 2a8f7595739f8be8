package org.ronron.ui.topology.map;

import java.util.List;

/**
 * One size of a machine and who has which part of it.
 *
 * @param cells from left to right, without gaps; what is right of the last one is free
 * @param used what is in use, as a share of the whole; not a number where nobody says
 * @param most up to where the limits reach that lie above what is reserved; not a number for none
 */
public record Bar(List<Cell> cells, float used, float most) {
    public static final Bar NONE = new Bar(List.of(), Float.NaN, Float.NaN);

    public Bar {
        cells = List.copyOf(cells);
    }

    /** Where the last cell ends. */
    float end() {
        return cells.isEmpty() ? 0 : cells.getLast().to();
    }
}
