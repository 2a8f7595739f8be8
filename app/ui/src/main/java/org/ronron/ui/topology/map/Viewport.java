package org.ronron.ui.topology.map;

/**
 * What part of the picture is seen, and how large: a place of it lies at {@code place × scale +
 * shift} on the screen. Immutable.
 *
 * @param scale units of the screen to one of the picture
 * @param x shift, in units of the screen
 * @param width of the view, in units of the screen
 * @param unit pixels to a unit of the screen
 */
record Viewport(double scale, double x, double y, double width, double height, double unit) {
    int px(double place) {
        return (int) Math.round((place * scale + x) * unit);
    }

    int py(double place) {
        return (int) Math.round((place * scale + y) * unit);
    }

    double toPictureX(double screen) {
        return (screen - x) / scale;
    }

    double toPictureY(double screen) {
        return (screen - y) / scale;
    }

    /** Pixels to a unit of the picture. */
    double pixels() {
        return scale * unit;
    }

    boolean sees(Box box) {
        return box.right() * scale + x > 0
                && box.x() * scale + x < width
                && box.bottom() * scale + y > 0
                && box.y() * scale + y < height;
    }

    Viewport moved(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy, width, height, unit);
    }

    /** What lies under this place of the screen stays there. */
    Viewport zoomed(double next, double atX, double atY) {
        double by = next / scale;
        return new Viewport(next, atX - (atX - x) * by, atY - (atY - y) * by, width, height, unit);
    }
}
