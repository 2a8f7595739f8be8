package org.ronron.ui.topology;

import java.util.List;
import org.ronron.ui.parts.Token;
import org.ronron.ui.parts.Tokens;

/** Paints a bar into pixels of our own: cells with a gap between them, hatching, an outline. */
record BarPainter(Tokens tokens) {
    private static final int STRIPE = 3;
    private static final int CORNER = 2;

    /**
     * @param pixels filled with opaque 0xAARRGGBB, row by row; corners are left clear
     * @param scale pixels to a unit, so that gaps and stripes look the same on any screen
     * @param marked cells of this group get an outline; empty for none
     */
    void paint(int[] pixels, int width, int height, double scale, List<Cell> cells, String marked) {
        fill(pixels, width, 0, width, 0, height, tokens.argb(Token.BAR_FREE));
        int gap = Math.max(1, (int) Math.round(scale));
        for (Cell cell : cells) {
            int from = (int) Math.round(cell.from() * width);
            int to = Math.max(from + 1, (int) Math.round(cell.to() * width));
            boolean last = to >= width;
            int end = Math.min(width, last || to - from <= gap ? to : to - gap);
            paint(pixels, width, from, end, height, scale, cell);
            if (!marked.isEmpty() && marked.equals(cell.group())) {
                outline(pixels, width, from, end, height, Math.max(2, 2 * gap));
            }
        }
        corners(
                pixels,
                width,
                height,
                (int) Math.round((height > 10 * scale ? CORNER : 1) * scale));
    }

    private void paint(
            int[] pixels, int width, int from, int to, int height, double scale, Cell cell) {
        int colour = tokens.argb(cell.colour());
        if (!cell.hatched()) {
            fill(pixels, width, from, to, 0, height, colour);
            return;
        }
        int pale = between(colour, tokens.argb(Token.BAR_FREE));
        int stripe = (int) Math.max(2, Math.round(STRIPE * scale));
        for (int y = 0; y < height; y++) {
            for (int x = from; x < to; x++) {
                boolean line = (x + y) / stripe % 2 == 0;
                pixels[y * width + x] = line ? colour : pale;
            }
        }
    }

    private void outline(int[] pixels, int width, int from, int to, int height, int thick) {
        int colour = tokens.argb(Token.SELECTED);
        fill(pixels, width, from, to, 0, thick, colour);
        fill(pixels, width, from, to, height - thick, height, colour);
        fill(pixels, width, from, Math.min(to, from + thick), 0, height, colour);
        fill(pixels, width, Math.max(from, to - thick), to, 0, height, colour);
    }

    private static void fill(int[] pixels, int width, int x0, int x1, int y0, int y1, int colour) {
        for (int y = Math.max(0, y0); y < y1; y++) {
            java.util.Arrays.fill(pixels, y * width + x0, y * width + x1, colour);
        }
    }

    private static void corners(int[] pixels, int width, int height, int radius) {
        for (int y = 0; y < radius; y++) {
            for (int x = 0; x < radius - y; x++) {
                pixels[y * width + x] = 0;
                pixels[y * width + width - 1 - x] = 0;
                pixels[(height - 1 - y) * width + x] = 0;
                pixels[(height - 1 - y) * width + width - 1 - x] = 0;
            }
        }
    }

    /** Two thirds of the way from the first colour to the second. */
    private static int between(int a, int b) {
        int out = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            out = out << 8 | ((a >> shift & 0xff) + 2 * (b >> shift & 0xff)) / 3;
        }
        return out;
    }
}
