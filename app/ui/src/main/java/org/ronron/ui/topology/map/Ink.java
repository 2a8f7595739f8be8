package org.ronron.ui.topology.map;

import java.util.ArrayList;
import java.util.List;

/**
 * What a painter works with: pixels, colours, letters, and the words to be written last, over
 * everything. One frame; FX thread only.
 */
final class Ink {
    final Raster on;
    final Palette palette;
    final Writing writing;
    final Shapes shapes;
    final Viewport view;
    final Marks marks;
    private final List<Words> words = new ArrayList<>();

    private record Words(
            Face face, int size, String text, double x, double middle, int colour, int alpha) {}

    Ink(Raster on, Palette palette, Writing writing, Shapes shapes, Viewport view, Marks marks) {
        this.on = on;
        this.palette = palette;
        this.writing = writing;
        this.shapes = shapes;
        this.view = view;
        this.marks = marks;
    }

    /** Pixels of so many units of the screen, at least one. */
    int units(double units) {
        return Math.max(1, (int) Math.round(units * view.unit()));
    }

    double width(Face face, int size, String text) {
        return text.isEmpty() ? 0 : writing.width(face, size, text);
    }

    /** To be written when everything else is painted. */
    void later(Face face, int size, String text, double x, double middle, int colour, int alpha) {
        if (!text.isEmpty() && alpha > 0) {
            words.add(new Words(face, size, text, x, middle, colour, alpha));
        }
    }

    void write() {
        for (Words w : words) {
            writing.write(on, w.face, w.size, w.text, w.x, w.middle, w.colour, w.alpha);
        }
    }
}
