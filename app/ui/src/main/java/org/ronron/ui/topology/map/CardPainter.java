package org.ronron.ui.topology.map;

import java.util.List;
import org.ronron.core.model.Node;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Token;

/** One machine: its state, its name, what is free, and its bars. */
final class CardPainter {
    private static final int SOLID = 255;
    private static final int SMALL = 11;

    private final Ink ink;
    private final BarPainter bars;
    private final List<String> labels;
    private final Form form;
    private final int size;
    private final int labelWidth;

    /**
     * @param form of every card of this frame
     * @param labels of memory, CPU and disk
     */
    CardPainter(Ink ink, Form form, List<String> labels) {
        this.ink = ink;
        this.form = form;
        this.labels = labels;
        this.bars = new BarPainter(ink);
        this.size = Writing.size(SMALL * Math.min(1.6, ink.view.scale()), ink.view.unit());
        double widest = 0;
        for (String label : form.labelAlpha() > 0 ? labels : List.<String>of()) {
            widest = Math.max(widest, ink.width(Face.TEXT, size, label));
        }
        double room = form.labelAlpha() / (double) SOLID;
        this.labelWidth = (int) Math.round((widest + ink.units(5)) * (widest == 0 ? 0 : room));
    }

    void paint(NodePicture node, String zone, int x0, int y0, int x1, int y1) {
        boolean greyed = ink.marks.greyed(node);
        ground(node, x0, y0, x1, y1, greyed);
        boolean old = greyed || node.node().state() == Node.State.STALE;
        int left = x0 + form.pad();
        int right = Math.max(left + 1, x1 - form.pad());
        if (form.nameAlpha() > 0 && right - left > ink.units(14)) {
            head(node, zone, left, right, y0 + form.pad(), greyed);
        } else {
            edge(node, x0, y0, y1, greyed);
        }
        if (!node.told()) {
            notes(node, left, right, y0, greyed);
            return;
        }
        int from = barLeft(left, right);
        boolean labelled = from > left;
        bar(node.memory(), 0, labelled, left, from, right, y0, old);
        bar(node.cpu(), 1, labelled, left, from, right, y0, old);
        if (form.diskHeight() > 0 && !node.disk().cells().isEmpty()) {
            bar(node.disk(), 2, labelled, left, from, right, y0, old);
        }
    }

    /** Where the bars begin in a card of which this much is left and right. */
    int barLeft(int left, int right) {
        return right - left > 5 * labelWidth ? left + labelWidth : left;
    }

    private void bar(
            Bar bar,
            int which,
            boolean labelled,
            int left,
            int from,
            int right,
            int y0,
            boolean greyed) {
        int[] tops = {form.memoryTop(), form.cpuTop(), form.diskTop()};
        int[] heights = {form.memoryHeight(), form.cpuHeight(), form.diskHeight()};
        int top = y0 + tops[which];
        bars.paint(bar, from, right, top, heights[which], greyed);
        if (labelled) {
            ink.later(
                    Face.TEXT,
                    size,
                    labels.get(which),
                    left,
                    top + heights[which] / 2.0,
                    ink.palette.of(Token.TEXT2, greyed),
                    form.labelAlpha());
        }
    }

    private void ground(NodePicture node, int x0, int y0, int x1, int y1, boolean greyed) {
        int thin = ink.units(1);
        int surface = ink.palette.of(Token.SURFACE);
        boolean selected = ink.marks.nodes().contains(node.node().id());
        boolean cursor = ink.marks.cursor().equals(node.node().id());
        boolean coming = node.place() == NodePicture.Place.COMING;
        int r = form.radius();
        if (!coming && (selected || cursor)) {
            Token rim = selected ? Token.SELECTED : Token.ACCENT;
            int out = Math.min(ink.units(2), Math.max(1, form.pad()));
            ink.on.round(x0 - out, y0 - out, x1 + out, y1 + out, r + out, ink.palette.of(rim));
            ink.on.round(x0, y0, x1, y1, r, surface);
        } else if (node.place() == NodePicture.Place.HERE) {
            ink.on.round(x0, y0, x1, y1, r, ink.palette.of(Token.LINE, greyed));
            ink.on.round(x0 + thin, y0 + thin, x1 - thin, y1 - thin, r - thin, surface);
        } else {
            ink.on.fill(x0, y0, x1, y1, surface);
            int thick = coming ? ink.units(2) : thin;
            int dash = ink.units(coming ? 5 : 3);
            Token rim = coming ? Token.ACCENT : Token.LINE2;
            ink.on.dashes(x0, y0, x1, y1, thick, dash, ink.palette.of(rim, greyed));
        }
    }

    private Mark mark(NodePicture node) {
        return node.place() == NodePicture.Place.COMING
                ? Mark.STAGED
                : Mark.of(node.node().state());
    }

    /** Where there is no room for a mark, what is amiss is a coloured edge. */
    private void edge(NodePicture node, int x0, int y0, int y1, boolean greyed) {
        Mark mark = mark(node);
        if (mark != Mark.FINE) {
            int wide = Math.max(2, form.pad() + 1);
            ink.on.fill(x0, y0, x0 + wide, y1, ink.palette.of(Palette.of(mark), greyed));
        }
    }

    private void head(NodePicture node, String zone, int left, int right, int top, boolean greyed) {
        double middle = top + form.nameHeight() / 2.0 - form.name() * 0.05;
        int alpha = form.nameAlpha();
        int shape = Math.max(5, (int) Math.round(form.name() * 0.8));
        Mark mark = mark(node);
        ink.on.stamp(
                ink.shapes.of(mark, shape),
                left,
                (int) Math.round(middle - shape / 2.0),
                ink.palette.of(Palette.of(mark), greyed),
                alpha);
        double x = left + shape + Math.max(2, form.name() * 0.45);
        boolean old = node.node().state() == Node.State.STALE;
        String name = name(node.node(), zone, right - x);
        ink.later(
                Face.NAME,
                form.name(),
                name,
                x,
                middle,
                ink.palette.of(old ? Token.TEXT3 : Token.TEXT, greyed),
                alpha);
        aside(node, x + ink.width(Face.NAME, form.name(), name), right, middle, greyed);
    }

    /** Within its zone a name need not repeat it; then its end is what tells. */
    private String name(Node node, String zone, double room) {
        String name = node.name();
        if (ink.width(Face.NAME, form.name(), name) <= room) {
            return name;
        }
        boolean repeats = !zone.isEmpty() && name.startsWith(zone + "-");
        String rest = repeats ? name.substring(zone.length() + 1) : name;
        return ink.writing.fitted(Face.NAME, form.name(), rest, room, true);
    }

    private void aside(NodePicture node, double nameEnd, int right, double middle, boolean greyed) {
        double room = right - nameEnd - ink.units(7);
        Face face =
                switch (node.asideLook()) {
                    case STAGED, BUSY -> Face.TITLE;
                    default -> Face.TEXT;
                };
        String text = node.aside();
        if (ink.width(face, size, text) > room) {
            text = node.shortAside();
        }
        double width = ink.width(face, size, text);
        Token colour =
                switch (node.asideLook()) {
                    case STAGED -> Token.ACCENT;
                    case STALE -> Token.UNKNOWN;
                    case BUSY -> Token.WARN;
                    case PLAIN -> Token.TEXT2;
                };
        int alpha = Math.min(form.nameAlpha(), Form.fade(room - width, -1, ink.units(2)));
        ink.later(face, size, text, right - width, middle, ink.palette.of(colour, greyed), alpha);
    }

    /** Of a machine of which nobody says what is reserved: an empty bar would say "nothing". */
    private void notes(NodePicture node, int left, int right, int y0, boolean greyed) {
        double line = size * 1.45;
        double y = y0 + form.memoryTop() + line / 2;
        for (String note : node.notes()) {
            if (y + line / 2 <= y0 + form.cpuTop() + form.cpuHeight() + form.diskHeight() + line) {
                ink.later(
                        Face.TEXT,
                        size,
                        ink.writing.fitted(Face.TEXT, size, note, right - left, false),
                        left,
                        y,
                        ink.palette.of(Token.TEXT2, greyed),
                        form.nameAlpha());
            }
            y += line;
        }
    }
}
