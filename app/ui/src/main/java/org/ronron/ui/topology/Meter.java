package org.ronron.ui.topology;

import javafx.geometry.Insets;
import javafx.scene.layout.Region;

/** A share of a whole as a bar; the words beside it say the same. */
final class Meter extends Region {
    /** From here on it is nearly full. */
    private static final double NEAR = 0.85;

    private final Region part = new Region();
    private final double share;

    /**
     * @param share from 0 to 1; what is more is drawn as full
     */
    Meter(double share, double height) {
        this.share = Math.clamp(share, 0, 1);
        getStyleClass().add("meter");
        part.getStyleClass().add("part");
        if (share >= NEAR) {
            part.getStyleClass().add("near");
        }
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        getChildren().add(part);
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        double height = getHeight() - in.getTop() - in.getBottom();
        part.resizeRelocate(in.getLeft(), in.getTop(), Math.round(width * share), height);
    }
}
