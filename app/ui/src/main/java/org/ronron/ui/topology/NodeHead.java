package org.ronron.ui.topology;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.ronron.ui.parts.Bits;

/** Mark, name, and what stands aside: shorter, then cut, where there is less room. */
final class NodeHead extends Region {
    private static final double GAP = 7;

    private final Node mark;
    private final Label name;
    private final Label aside;
    private final String longText;
    private final String shortText;

    NodeHead(Node mark, Label name, NodePicture picture, String asideStyle) {
        this.mark = mark;
        this.name = name;
        this.longText = picture.aside();
        this.shortText = picture.shortAside();
        this.aside = Bits.line(longText, "node-free");
        if (!asideStyle.isEmpty()) {
            aside.getStyleClass().add(asideStyle);
        }
        getChildren().addAll(mark, name, aside);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 18;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected double computePrefWidth(double height) {
        return mark.prefWidth(-1) + name.prefWidth(-1) + aside.prefWidth(-1) + 2 * GAP;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double markWidth = mark.prefWidth(-1);
        double markHeight = mark.prefHeight(-1);
        mark.resizeRelocate(0, snapPositionY((height - markHeight) / 2), markWidth, markHeight);
        double left = 12 + GAP;
        double nameWidth = Math.min(Math.ceil(name.prefWidth(-1)), getWidth() - left);
        put(name, left, nameWidth);
        double room = Math.max(0, getWidth() - left - nameWidth - GAP);
        aside.setText(longText);
        if (aside.prefWidth(-1) > room) {
            aside.setText(shortText);
        }
        double asideWidth = Math.min(room, Math.ceil(aside.prefWidth(-1)));
        put(aside, getWidth() - asideWidth, asideWidth);
    }

    private void put(Label label, double x, double width) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(
                snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
