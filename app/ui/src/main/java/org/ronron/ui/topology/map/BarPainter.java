package org.ronron.ui.topology.map;

import org.ronron.ui.parts.Token;

/** One bar: a cell a workload, what is free, what is in use, what may be asked for beyond. */
final class BarPainter {
    private final Ink ink;
    private final int unit;

    BarPainter(Ink ink) {
        this.ink = ink;
        this.unit = ink.units(1);
    }

    void paint(Bar bar, int x0, int x1, int top, int height, boolean greyed) {
        int bottom = top + height;
        ink.on.fill(x0, top, x1, bottom, ink.palette.of(Token.BAR_FREE, greyed));
        int wide = x1 - x0;
        int gap = wide > 60 * unit ? unit : 0;
        for (Cell cell : bar.cells()) {
            int from = x0 + Math.round(cell.from() * wide);
            int to = Math.min(x1, Math.max(from + 1, x0 + Math.round(cell.to() * wide)));
            int end = to - from > 2 * gap && to < x1 ? to - gap : to;
            cell(cell, from, end, top, bottom, greyed);
        }
        extras(bar, x0, x1, top, height, greyed);
    }

    /** What is not reserved but may be had, or is in use: in thin bars it would hide the rest. */
    private void extras(Bar bar, int x0, int x1, int top, int height, boolean greyed) {
        int bottom = top + height;
        int alpha = Form.fade(height, 4 * unit, 8 * unit);
        if (alpha == 0) {
            return;
        }
        int wide = x1 - x0;
        float end = bar.end();
        if (bar.most() > end && alpha == 255) {
            int from = x0 + Math.round(end * wide);
            int to = Math.min(x1, x0 + Math.round(bar.most() * wide));
            ink.on.dashes(
                    from, top, to, bottom, unit, 2 * unit, ink.palette.of(Token.TEXT3, greyed));
        }
        if (bar.used() >= 0) {
            int to = x0 + Math.round(Math.min(1, bar.used()) * wide);
            int thick = Math.max(1, Math.min(2 * unit, height / 5));
            ink.on.veil(x0, bottom - thick, to, bottom, ink.palette.of(Token.TEXT, greyed), alpha);
        }
    }

    private void cell(Cell cell, int from, int to, int top, int bottom, boolean nodeGreyed) {
        boolean greyed = ink.marks.greyed(cell, nodeGreyed);
        int colour = ink.palette.of(cell.colour(), greyed);
        if (cell.pattern() == Pattern.SOLID || bottom - top < 3) {
            ink.on.fill(from, top, to, bottom, colour);
        } else {
            int ground = ink.palette.ground(cell.colour(), greyed);
            ink.on.pattern(from, top, to, bottom, colour, ground, cell.pattern(), unit);
        }
        boolean sibling = !ink.marks.group().isEmpty() && ink.marks.group().equals(cell.group());
        if (sibling) {
            boolean itself = cell.workload().equals(ink.marks.workload());
            int thick = Math.max(1, Math.min((bottom - top) / 3, (itself ? 3 : 2) * unit));
            int right = Math.max(to, from + 3 * unit);
            ink.on.frame(from, top, right, bottom, thick, ink.palette.of(Token.SELECTED));
        }
    }
}
