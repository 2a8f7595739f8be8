package org.ronron.ui.topology.map;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.ronron.ui.parts.Tokens;

/** One bar by itself, painted as in the picture. FX thread only. */
public final class BarView extends Region {
    private static final double WIDTH = 120;

    private final Palette palette;
    private final Bar bar;
    private final double height;
    private final ImageView image = new ImageView();

    public BarView(Tokens tokens, Bar bar, double height) {
        this.palette = new Palette(tokens);
        this.bar = bar;
        this.height = height;
        getStyleClass().add("bars");
        getChildren().add(image);
    }

    @Override
    protected double computeMinWidth(double h) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double h) {
        return WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return height;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return height;
    }

    @Override
    protected void layoutChildren() {
        double unit =
                getScene() == null || getScene().getWindow() == null
                        ? 1
                        : Math.max(1, getScene().getWindow().getRenderScaleX());
        int wide = (int) Math.round(getWidth() * unit);
        int high = (int) Math.round(height * unit);
        if (wide < 1 || high < 1) {
            return;
        }
        Raster on = new Raster(wide, high);
        Viewport view = new Viewport(1, 0, 0, getWidth(), height, unit);
        Ink ink = new Ink(on, palette, new Writing(), new Shapes(), view, Marks.NONE);
        new BarPainter(ink).paint(bar, 0, wide, 0, high, false);
        image.setImage(
                new WritableImage(
                        new PixelBuffer<>(
                                wide,
                                high,
                                IntBuffer.wrap(on.pixels),
                                PixelFormat.getIntArgbPreInstance())));
        image.setFitWidth(wide / unit);
        image.setFitHeight(high / unit);
    }
}
