package org.ronron.ui.topology.map;

import java.util.List;
import java.util.stream.Stream;
import org.ronron.ui.parts.Token;

/** A zone's card and its head: title, counts, what is reserved, and how full it is. */
final class ZonePainter {
    private static final int SOLID = 255;
    private static final float NEARLY = 0.85f;
    private static final float ALMOST = 0.95f;

    private final Ink ink;
    private final int title;
    private final int small;

    ZonePainter(Ink ink) {
        this.ink = ink;
        double scale = Math.min(1.5, ink.view.scale());
        this.title = Writing.size(Math.max(10, 13 * scale), ink.view.unit());
        this.small = Writing.size(11 * scale, ink.view.unit());
    }

    void paint(ZonePicture zone, int x0, int y0, int x1, int y1, int head) {
        ground(zone, x0, y0, x1, y1);
        int pad = Math.min(ink.units(11), (int) Math.round(Size.PAD * ink.view.pixels()) + 2);
        int left = x0 + pad;
        int right = x1 - pad;
        int bar = Math.max(2, Math.min(ink.units(3), head / 6));
        int foot = y0 + head - Math.max(2, head / 12) - bar;
        figures(zone, left, right, y0, foot);
        if (zone.full() >= 0) {
            ink.on.fill(left, foot, right, foot + bar, ink.palette.of(Token.BAR_FREE));
            int end = left + Math.round(Math.min(1, zone.full()) * (right - left));
            Token colour =
                    zone.full() >= ALMOST
                            ? Token.BAD
                            : zone.full() >= NEARLY ? Token.WARN : Token.BAR_C;
            ink.on.fill(left, foot, end, foot + bar, ink.palette.of(colour));
        }
        if (zone.nodes().isEmpty()) {
            ink.later(
                    Face.TEXT,
                    small,
                    ink.writing.fitted(Face.TEXT, small, zone.empty(), right - left, false),
                    left,
                    y0 + head + small,
                    ink.palette.of(Token.TEXT2),
                    SOLID);
        }
    }

    private void ground(ZonePicture zone, int x0, int y0, int x1, int y1) {
        int radius = (int) Math.round(Math.min(9, 14 * ink.view.scale()) * ink.view.unit());
        if (ink.marks.dropping().equals(zone.name())) {
            ink.on.round(x0, y0, x1, y1, radius, ink.palette.of(Token.ACCENT_SOFT));
            ink.on.dashes(x0, y0, x1, y1, ink.units(2), ink.units(5), ink.palette.of(Token.ACCENT));
            return;
        }
        boolean selected = ink.marks.zone().equals(zone.name());
        int thick = ink.units(selected ? 2 : 1);
        Token rim = selected ? Token.SELECTED : Token.LINE;
        ink.on.round(x0, y0, x1, y1, radius, ink.palette.of(rim));
        ink.on.round(
                x0 + thick,
                y0 + thick,
                x1 - thick,
                y1 - thick,
                radius - thick,
                ink.palette.of(Token.SURFACE));
    }

    /** As many lines as there is height for; two figures share one where they fit. */
    private void figures(ZonePicture zone, int left, int right, int top, int bottom) {
        int lines = Math.max(1, (int) ((bottom - top) / (small * 1.3)));
        double line = (bottom - top) / (double) lines;
        double y = top + line / 2 + line * 0.14;
        String name = ink.writing.fitted(Face.TITLE, title, zone.title(), right - left, false);
        ink.later(Face.TITLE, title, name, left, y, ink.palette.of(Token.TEXT), SOLID);
        double end = left + ink.width(Face.TITLE, title, name);
        Token colour = zone.staged() ? Token.ACCENT : Token.TEXT2;
        List<String> figures =
                Stream.of(zone.counts(), zone.memory(), zone.cpu())
                        .filter(f -> !f.isEmpty())
                        .toList();
        boolean ends = false;
        int used = 1;
        for (String figure : figures) {
            double width = ink.width(Face.TEXT, small, figure);
            if (!ends && right - end >= width + ink.units(8)) {
                ink.later(
                        Face.TEXT, small, figure, right - width, y, ink.palette.of(colour), SOLID);
                ends = true;
            } else if (used < lines) {
                used++;
                y += line;
                ink.later(Face.TEXT, small, figure, left, y, ink.palette.of(colour), SOLID);
                end = left + width;
                ends = false;
            }
        }
    }
}
