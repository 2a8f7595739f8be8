package org.ronron.ui.topology.map;

import java.util.Arrays;

/**
 * Pixels of our own, opaque 0xFFRRGGBB, row by row. All coordinates are whole pixels; what lies
 * outside is cut off. One thread.
 */
final class Raster {
    private static final int OPAQUE = 0xff000000;

    final int width;
    final int height;
    final int[] pixels;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    /** From the first corner up to, but without, the second. */
    void fill(int x0, int y0, int x1, int y1, int colour) {
        int left = Math.max(0, x0);
        int right = Math.min(width, x1);
        int bottom = Math.min(height, y1);
        if (left >= right) {
            return;
        }
        for (int y = Math.max(0, y0); y < bottom; y++) {
            Arrays.fill(pixels, y * width + left, y * width + right, colour);
        }
    }

    /** As {@link #fill}, laid over what is there. */
    void veil(int x0, int y0, int x1, int y1, int colour, int alpha) {
        int right = Math.min(width, x1);
        int bottom = Math.min(height, y1);
        for (int y = Math.max(0, y0); y < bottom; y++) {
            for (int x = Math.max(0, x0), at = y * width + x; x < right; x++, at++) {
                pixels[at] = mix(pixels[at], colour, alpha);
            }
        }
    }

    /** A pattern in its colour on a paler ground. */
    void pattern(int x0, int y0, int x1, int y1, int ink, int ground, Pattern pattern, int unit) {
        int right = Math.min(width, x1);
        int bottom = Math.min(height, y1);
        for (int y = Math.max(0, y0); y < bottom; y++) {
            for (int x = Math.max(0, x0), at = y * width + x; x < right; x++, at++) {
                pixels[at] = pattern.ink(x, y, unit) ? ink : ground;
            }
        }
    }

    /** The rim of a rectangle, inside of it. */
    void frame(int x0, int y0, int x1, int y1, int thick, int colour) {
        fill(x0, y0, x1, y0 + thick, colour);
        fill(x0, y1 - thick, x1, y1, colour);
        fill(x0, y0 + thick, x0 + thick, y1 - thick, colour);
        fill(x1 - thick, y0 + thick, x1, y1 - thick, colour);
    }

    /** The same in dashes. */
    void dashes(int x0, int y0, int x1, int y1, int thick, int dash, int colour) {
        for (int x = x0; x < x1; x += 2 * dash) {
            fill(x, y0, Math.min(x1, x + dash), y0 + thick, colour);
            fill(x, y1 - thick, Math.min(x1, x + dash), y1, colour);
        }
        for (int y = y0; y < y1; y += 2 * dash) {
            fill(x0, y, x0 + thick, Math.min(y1, y + dash), colour);
            fill(x1 - thick, y, x1, Math.min(y1, y + dash), colour);
        }
    }

    /** A rectangle with round corners, smooth against what it lies on. */
    void round(int x0, int y0, int x1, int y1, int radius, int colour) {
        int r = Math.min(radius, Math.min(x1 - x0, y1 - y0) / 2);
        if (r <= 0) {
            fill(x0, y0, x1, y1, colour);
            return;
        }
        fill(x0, y0 + r, x1, y1 - r, colour);
        for (int row = 0; row < r; row++) {
            double up = r - row - 0.5;
            double in = r - Math.sqrt((double) r * r - up * up);
            int whole = (int) Math.ceil(in);
            int edge = (int) Math.round((whole - in) * 255);
            for (int y : new int[] {y0 + row, y1 - 1 - row}) {
                fill(x0 + whole, y, x1 - whole, y + 1, colour);
                dot(x0 + whole - 1, y, colour, edge);
                dot(x1 - whole, y, colour, edge);
            }
        }
    }

    /** One pixel, laid over what is there. */
    void dot(int x, int y, int colour, int alpha) {
        if (x >= 0 && y >= 0 && x < width && y < height && alpha > 0) {
            int at = y * width + x;
            pixels[at] = mix(pixels[at], colour, alpha);
        }
    }

    /**
     * A shape of coverages, 0 to 255, in one colour.
     *
     * @param alpha of the whole
     */
    void stamp(Stamp stamp, int x0, int y0, int colour, int alpha) {
        int top = Math.max(0, -y0);
        int bottom = Math.min(stamp.height(), height - y0);
        int left = Math.max(0, -x0);
        int right = Math.min(stamp.width(), width - x0);
        for (int y = top; y < bottom; y++) {
            int from = y * stamp.width();
            int to = (y0 + y) * width + x0;
            for (int x = left; x < right; x++) {
                int cover = stamp.at(from + x) * alpha / 255;
                if (cover > 0) {
                    pixels[to + x] = mix(pixels[to + x], colour, cover);
                }
            }
        }
    }

    /** A smooth line (coverage by distance from its middle). */
    void line(double x0, double y0, double x1, double y1, double thick, int colour, int alpha) {
        double length = Math.max(1e-6, Math.hypot(x1 - x0, y1 - y0));
        boolean flat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
        double reach = thick / 2 + 1;
        int from = (int) Math.floor(flat ? Math.min(x0, x1) : Math.min(y0, y1));
        int to = (int) Math.ceil(flat ? Math.max(x0, x1) : Math.max(y0, y1));
        int limit = flat ? width : height;
        for (int along = Math.max(0, from); along < Math.min(limit, to); along++) {
            double share =
                    flat
                            ? (along + 0.5 - x0) / nonZero(x1 - x0)
                            : (along + 0.5 - y0) / nonZero(y1 - y0);
            double middle = flat ? y0 + share * (y1 - y0) : x0 + share * (x1 - x0);
            double slope = length / Math.max(1e-6, flat ? Math.abs(x1 - x0) : Math.abs(y1 - y0));
            int last = (int) Math.ceil(middle + reach * slope);
            for (int across = (int) Math.floor(middle - reach * slope); across <= last; across++) {
                double away = Math.abs(across + 0.5 - middle) / slope;
                double cover = Math.clamp(thick / 2 + 0.5 - away, 0, 1);
                int strength = (int) (cover * alpha);
                dot(flat ? along : across, flat ? across : along, colour, strength);
            }
        }
    }

    private static double nonZero(double value) {
        return Math.abs(value) < 1e-6 ? 1e-6 : value;
    }

    /** The second colour over the first. */
    static int mix(int under, int over, int alpha) {
        int rest = 255 - alpha;
        int redBlue = ((under & 0xff00ff) * rest + (over & 0xff00ff) * alpha) >>> 8;
        int green = ((under & 0x00ff00) * rest + (over & 0x00ff00) * alpha) >>> 8;
        return alpha >= 255 ? over : OPAQUE | redBlue & 0xff00ff | green & 0x00ff00;
    }
}
