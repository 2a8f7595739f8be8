package org.ronron.ui.topology;

import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** A bar on the screen: one image, however many workloads are in it. */
final class BarView extends Region {
    private final BarPainter painter;
    private final List<Cell> cells;
    private final ImageView image = new ImageView();
    private String marked = "";
    private boolean stale = true;

    BarView(BarPainter painter, List<Cell> cells, double height) {
        this.painter = painter;
        this.cells = cells;
        getStyleClass().add("bars");
        setMinSize(40, height);
        setPrefHeight(height);
        setMaxHeight(height);
        getChildren().add(image);
    }

    /** Outlines the cells of this group; empty for none. */
    void mark(String group) {
        if (!marked.equals(group)) {
            marked = group;
            stale = true;
            requestLayout();
        }
    }

    /** The group of the cell at this place; empty when there is none. */
    String groupAt(double x) {
        double share = x / Math.max(1, getWidth());
        return cells.stream()
                .filter(c -> c.from() <= share && share < c.to())
                .map(Cell::group)
                .findFirst()
                .orElse("");
    }

    @Override
    protected void layoutChildren() {
        double scale =
                getScene() == null
                        ? 1
                        : getScene().getWindow() == null
                                ? 1
                                : getScene().getWindow().getRenderScaleX();
        int width = (int) Math.round(getWidth() * scale);
        int height = (int) Math.round(getHeight() * scale);
        if (width < 8 || height < 4) {
            return;
        }
        boolean sized =
                image.getImage() != null
                        && image.getImage().getWidth() == width
                        && image.getImage().getHeight() == height;
        if (!sized || stale) {
            int[] pixels = new int[width * height];
            painter.paint(pixels, width, height, scale, cells, marked);
            image.setImage(
                    new WritableImage(
                            new PixelBuffer<>(
                                    width,
                                    height,
                                    IntBuffer.wrap(pixels),
                                    PixelFormat.getIntArgbPreInstance())));
            image.setFitWidth(getWidth());
            image.setFitHeight(getHeight());
            stale = false;
        }
    }
}
