package org.ronron.ui.topology.map;

import java.util.List;
import org.ronron.ui.parts.Token;

/** A zone's card and its head: title, counts, what is reserved, and how full it is. */
final class ZonePainter {
    private static final int SOLID = 255;
    private static final String DOT = " · ";
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
        double room = right - left - ink.width(Face.TITLE, title, name) - ink.units(8);
        if (lines > 2) {
            spread(zone, left, right, room, y, line, lines);
            return;
        }
        int colour = ink.palette.of(zone.staged() ? Token.ACCENT : Token.TEXT2);
        right(widest(room, zone.counts(), zone.counts().split(DOT, 2)[0]), right, y, colour);
        if (lines == 2) {
            ink.later(Face.TEXT, small, zone.memory(), left, y + line, colour, SOLID);
            double taken = ink.width(Face.TEXT, small, zone.memory()) + ink.units(8);
            right(widest(right - left - taken, zone.cpu()), right, y + line, colour);
        }
    }

    /** The first of these that fits; empty for none. */
    private String widest(double room, String... texts) {
        for (String text : texts) {
            if (ink.width(Face.TEXT, small, text) <= room) {
                return text;
            }
        }
        return "";
    }

    private void right(String text, int right, double y, int colour) {
        double width = ink.width(Face.TEXT, small, text);
        ink.later(Face.TEXT, small, text, right - width, y, colour, SOLID);
    }

    /** Figures before and after are long: each goes where there is room for it. */
    private void spread(
            ZonePicture zone,
            int left,
            int right,
            double besideName,
            double first,
            double line,
            int lines) {
        int colour = ink.palette.of(zone.staged() ? Token.ACCENT : Token.TEXT2);
        double room = besideName;
        double y = first;
        int used = 1;
        for (String figure : List.of(zone.counts(), zone.memory(), zone.cpu())) {
            double width = ink.width(Face.TEXT, small, figure);
            if (room >= width) {
                right(figure, right, y, colour);
                room = 0;
            } else if (used < lines) {
                used++;
                y += line;
                ink.later(Face.TEXT, small, figure, left, y, colour, SOLID);
                room = right - left - width - ink.units(8);
            }
        }
    }
}
