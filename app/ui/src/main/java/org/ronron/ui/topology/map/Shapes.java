package org.ronron.ui.topology.map;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.ronron.ui.parts.Mark;

/** The marks' shapes as stamps, made once a size. One thread. */
final class Shapes {
    /** So many samples to a pixel, each way. */
    private static final int FINE = 4;

    private static final double RING = 0.55;

    private final Map<Integer, Map<Mark, Stamp>> made = new HashMap<>();

    Stamp of(Mark mark, int size) {
        return made.computeIfAbsent(size, s -> new EnumMap<>(Mark.class))
                .computeIfAbsent(mark, m -> draw(m, size));
    }

    private static Stamp draw(Mark mark, int size) {
        byte[] coverage = new byte[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int inside = 0;
                for (int i = 0; i < FINE * FINE; i++) {
                    double px = (x + (i % FINE + 0.5) / FINE) / size * 2 - 1;
                    double py = (y + (i / FINE + 0.5) / FINE) / size * 2 - 1;
                    inside += holds(mark, px, py) ? 1 : 0;
                }
                coverage[y * size + x] = (byte) (inside * 255 / (FINE * FINE));
            }
        }
        return new Stamp(size, size, coverage);
    }

    /** Whether the shape holds this point; both from -1 to 1. */
    private static boolean holds(Mark mark, double x, double y) {
        double away = Math.hypot(x, y);
        double lozenge = Math.abs(x) + Math.abs(y);
        return switch (mark) {
            case FINE -> away <= 0.85;
            case ATTENTION -> y <= 0.85 && Math.abs(x) <= (y + 1) * 0.55;
            case WRONG -> Math.max(Math.abs(x), Math.abs(y)) <= 0.8;
            case UNKNOWN -> lozenge <= 1;
            case STAGED -> lozenge <= 1 && lozenge >= RING;
            case TODO -> away <= 0.9 && away >= RING;
            case BUSY -> y < -0.1 ? Math.abs(x) <= 0.42 && y >= -0.95 : Math.abs(x) <= 0.95 - y;
            case WRITING -> away <= 0.9 && (away >= RING || x >= 0);
            case OFF -> away <= 0.9 && (away >= RING || Math.abs(y) < 0.18);
            case DONE -> tick(x, y);
        };
    }

    private static boolean tick(double x, double y) {
        boolean down = x < -0.1 && Math.abs(y - (x + 0.6)) < 0.25 && x > -0.75;
        boolean up = x >= -0.1 && Math.abs(y - (0.5 - (x + 0.1) * 1.15)) < 0.28 && x < 0.85;
        return down || up;
    }
}
