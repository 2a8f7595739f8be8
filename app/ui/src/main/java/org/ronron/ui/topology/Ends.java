package org.ronron.ui.topology;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Two words at the two ends of a line; where they do not fit, one below the other. */
final class Ends extends Region {
    private static final double GAP = 8;

    private final Label first;
    private final Label second;

    Ends(Label first, Label second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected double computePrefWidth(double height) {
        return wide(first) + GAP + wide(second);
    }

    @Override
    protected double computePrefHeight(double width) {
        double a = first.prefHeight(-1);
        double b = second.getText().isEmpty() ? 0 : second.prefHeight(-1);
        return fits(width) ? Math.max(a, b) : a + b;
    }

    private boolean fits(double width) {
        return width < 0
                || second.getText().isEmpty()
                || wide(first) + GAP + wide(second) <= width + 0.5;
    }

    private static double wide(Label label) {
        return Math.ceil(label.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = first.prefHeight(-1);
        double below = second.prefHeight(-1);
        first.resizeRelocate(0, 0, Math.min(width, wide(first)), height);
        double asked = Math.min(width, wide(second));
        if (fits(width)) {
            double y = snapPositionY((height - below) / 2);
            second.resizeRelocate(width - asked, y, asked, below);
        } else {
            second.resizeRelocate(0, height, asked, below);
        }
    }
}
