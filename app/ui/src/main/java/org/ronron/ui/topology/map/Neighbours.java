package org.ronron.ui.topology.map;

import java.util.Optional;
import javafx.scene.input.KeyCode;

/** The next card in a direction, as the eye would find it. Pure. */
final class Neighbours {
    private static final double SIDEWAYS = 2.5;

    private Neighbours() {}

    static boolean isArrow(KeyCode key) {
        return key == KeyCode.UP
                || key == KeyCode.DOWN
                || key == KeyCode.LEFT
                || key == KeyCode.RIGHT;
    }

    /** Empty at the edge of the picture. */
    static Optional<Picture.Place> next(
            Picture picture, Arrangement arrangement, Picture.Place from, KeyCode arrow) {
        Box here = arrangement.cards().get(from.zone()).get(from.card());
        Picture.Place best = null;
        double least = Double.MAX_VALUE;
        for (int z = 0; z < picture.zones().size(); z++) {
            for (int c = 0; c < picture.zones().get(z).nodes().size(); c++) {
                NodePicture node = picture.zones().get(z).nodes().get(c);
                Box there = arrangement.cards().get(z).get(c);
                double far = far(here, there, arrow);
                boolean usable =
                        node.place() != NodePicture.Place.COMING && ahead(here, there, arrow) > 1;
                if (usable && far < least) {
                    least = far;
                    best = new Picture.Place(z, c);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static double far(Box a, Box b, KeyCode arrow) {
        boolean level = arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT;
        double aside = level ? b.centerY() - a.centerY() : b.centerX() - a.centerX();
        return ahead(a, b, arrow) + SIDEWAYS * Math.abs(aside);
    }

    private static double ahead(Box a, Box b, KeyCode arrow) {
        return switch (arrow) {
            case LEFT -> a.centerX() - b.centerX();
            case RIGHT -> b.centerX() - a.centerX();
            case UP -> a.centerY() - b.centerY();
            default -> b.centerY() - a.centerY();
        };
    }
}
