package org.ronron.ui.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;

/** The next card in a direction, as the eye would find it. */
final class Neighbours {
    private static final double SIDEWAYS = 2.5;

    private Neighbours() {}

    static boolean isArrow(KeyCode key) {
        return key == KeyCode.UP
                || key == KeyCode.DOWN
                || key == KeyCode.LEFT
                || key == KeyCode.RIGHT;
    }

    static Optional<NodeCard> next(List<NodeCard> cards, NodeCard from, KeyCode arrow) {
        Bounds here = bounds(from);
        return cards.stream()
                .filter(c -> c != from && c.isFocusTraversable())
                .filter(c -> ahead(here, bounds(c), arrow) > 1)
                .min(Comparator.comparingDouble(c -> far(here, bounds(c), arrow)));
    }

    private static double far(Bounds a, Bounds b, KeyCode arrow) {
        boolean level = arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT;
        double aside = level ? b.getCenterY() - a.getCenterY() : b.getCenterX() - a.getCenterX();
        return ahead(a, b, arrow) + SIDEWAYS * Math.abs(aside);
    }

    private static double ahead(Bounds a, Bounds b, KeyCode arrow) {
        return switch (arrow) {
            case LEFT -> a.getCenterX() - b.getCenterX();
            case RIGHT -> b.getCenterX() - a.getCenterX();
            case UP -> a.getCenterY() - b.getCenterY();
            default -> b.getCenterY() - a.getCenterY();
        };
    }

    private static Bounds bounds(NodeCard card) {
        return card.localToScene(card.getLayoutBounds());
    }
}
