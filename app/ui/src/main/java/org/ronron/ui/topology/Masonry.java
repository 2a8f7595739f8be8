package org.ronron.ui.topology;

import java.util.Arrays;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards in columns that fill the width; each goes where the picture is shortest yet. */
final class Masonry extends Pane {
    private static final double LEAST_WIDTH = 200;
    private static final double GAP = 10;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        int fit = (int) ((width + GAP) / (LEAST_WIDTH + GAP));
        int columns = Math.clamp(fit, 1, Math.max(1, getManagedChildren().size()));
        double each = Math.floor((width - GAP * (columns - 1)) / columns);
        double[] heights = new double[columns];
        for (Node child : getManagedChildren()) {
            int column = shortest(heights);
            double height = snapSizeY(child.prefHeight(each));
            if (place) {
                child.resizeRelocate(column * (each + GAP), heights[column], each, height);
            }
            heights[column] += height + GAP;
        }
        return Math.max(0, Arrays.stream(heights).max().orElse(0) - GAP);
    }

    private static int shortest(double[] heights) {
        int found = 0;
        for (int i = 1; i < heights.length; i++) {
            if (heights[i] < heights[found] - 0.5) {
                found = i;
            }
        }
        return found;
    }
}
