package org.ronron.ui.topology.map;

/** Pans, zooms and fits. Immutable values in, immutable values out; pure. */
final class Camera {
    static final double STEP = 1.25;
    private static final double CLOSEST = 3;
    private static final double EDGE = 40;

    private Camera() {}

    /** All of it, in the middle across, at the top. */
    static Viewport fit(Arrangement arrangement, double width, double height, double unit) {
        double scale = arrangement.scale();
        double x = Math.max(0, (width - arrangement.width() * scale) / 2);
        return new Viewport(scale, Math.floor(x), 0, width, height, unit);
    }

    static Viewport zoom(
            Viewport view, Arrangement arrangement, double factor, double atX, double atY) {
        double least = arrangement.scale() * 0.5;
        double next = Math.clamp(view.scale() * factor, Math.min(least, CLOSEST), CLOSEST);
        return held(view.zoomed(next, atX, atY), arrangement);
    }

    /** Some of the picture stays in view, whatever the hand does. */
    static Viewport held(Viewport view, Arrangement arrangement) {
        double wide = arrangement.width() * view.scale();
        double high = arrangement.height() * view.scale();
        double x = Math.clamp(view.x(), Math.min(0, EDGE - wide), view.width() - EDGE);
        double y = Math.clamp(view.y(), Math.min(0, EDGE - high), view.height() - EDGE);
        return view.moved(x - view.x(), y - view.y());
    }

    /** Moved as little as it takes to have the whole box in view. */
    static Viewport reveal(Viewport view, Box box, double margin) {
        double left = box.x() * view.scale() + view.x() - margin;
        double right = box.right() * view.scale() + view.x() + margin;
        double top = box.y() * view.scale() + view.y() - margin;
        double bottom = box.bottom() * view.scale() + view.y() + margin;
        double dx = right > view.width() ? view.width() - right : 0;
        double dy = bottom > view.height() ? view.height() - bottom : 0;
        dx = left + dx < 0 ? -left : dx;
        dy = top + dy < 0 ? -top : dy;
        return view.moved(dx, dy);
    }
}
