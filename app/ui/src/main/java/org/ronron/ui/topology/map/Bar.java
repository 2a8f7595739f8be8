package org.ronron.ui.topology.map;

import java.util.List;
import org.ronron.ui.parts.Token;

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

    /** One part from the left in one colour. */
    public static Bar filled(double share, Token colour) {
        Cell cell = new Cell(0, (float) share, colour, Pattern.SOLID, "", "");
        return new Bar(List.of(cell), Float.NaN, Float.NaN);
    }

    /** All of it in one colour, to explain it. */
    public static Bar of(Token colour, Pattern pattern) {
        Cell cell = new Cell(0, 1, colour, pattern, "", "");
        return new Bar(List.of(cell), Float.NaN, Float.NaN);
    }

    /** Where the last workload ends. */
    float end() {
        float end = 0;
        for (Cell cell : cells) {
            end = cell.workload().isEmpty() ? end : cell.to();
        }
        return end;
    }
}
