package org.ronron.ui.topology.map;

import java.util.List;
import org.ronron.ui.parts.Token;

/** Curves from what is selected to its siblings, under the names. */
final class LinePainter {
    private static final int PIECES = 14;
    private static final int FEW = 12;
    private static final int STRONG = 200;
    private static final int FAINT = 90;

    private final Ink ink;

    LinePainter(Ink ink) {
        this.ink = ink;
    }

    /**
     * @param ends of each line in pixels, as x and y; the first is what is selected
     */
    void paint(List<double[]> ends) {
        if (ends.size() < 2) {
            return;
        }
        double[] from = ends.getFirst();
        int alpha = ends.size() <= FEW ? STRONG : FAINT;
        for (double[] to : ends.subList(1, ends.size())) {
            curve(from, to, alpha);
        }
    }

    private void curve(double[] from, double[] to, int alpha) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double bend = Math.min(60 * ink.view.unit(), Math.hypot(dx, dy) * 0.18);
        double length = Math.max(1, Math.hypot(dx, dy));
        double cx = (from[0] + to[0]) / 2 - dy / length * bend;
        double cy = (from[1] + to[1]) / 2 + dx / length * bend;
        double px = from[0];
        double py = from[1];
        for (int i = 1; i <= PIECES; i++) {
            double t = i / (double) PIECES;
            double u = 1 - t;
            double x = u * u * from[0] + 2 * u * t * cx + t * t * to[0];
            double y = u * u * from[1] + 2 * u * t * cy + t * t * to[1];
            if (near(px, py) || near(x, y)) {
                ink.on.line(
                        px, py, x, y, 1.6 * ink.view.unit(), ink.palette.of(Token.SELECTED), alpha);
            }
            px = x;
            py = y;
        }
    }

    private boolean near(double x, double y) {
        return x > -200 && y > -200 && x < ink.on.width + 200 && y < ink.on.height + 200;
    }
}
