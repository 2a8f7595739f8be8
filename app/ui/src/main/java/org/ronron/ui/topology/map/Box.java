package org.ronron.ui.topology.map;

/** A rectangle, in the picture's own units. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    boolean holds(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }
}
