package org.ronron.ui.topology.map;

import java.nio.IntBuffer;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ronron.ui.topology.map.PicturePainter.Anchor;

/**
 * The pixels on the screen. Paints in the pulse, and only when something has changed; laid out by
 * itself, so that a frame costs its neighbours nothing. FX thread only.
 */
final class Sheet extends Region {
    private final PicturePainter painter = new PicturePainter();
    private final ImageView image = new ImageView();
    private @Nullable Raster raster;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Scenery wanted;
    private int labelWidth;
    private long painted;

    /** All that a frame depends on. */
    record Scenery(
            Picture picture,
            Arrangement arrangement,
            Viewport view,
            Marks marks,
            List<Anchor> anchors,
            Palette palette,
            List<String> labels) {}

    Sheet() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(image);
    }

    /** To be painted in the next pulse. */
    void show(Scenery scenery) {
        wanted = scenery;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Scenery scenery = wanted;
        if (scenery == null || scenery.view().width() < 1 || scenery.view().height() < 1) {
            return;
        }
        wanted = null;
        Raster on = raster(scenery.view());
        labelWidth = paint(scenery, on);
        if (buffer != null) {
            buffer.updateBuffer(b -> null);
        }
        if (painted++ == 0) {
            warm(scenery.view().unit());
        }
    }

    /** A little in each of the next pulses. */
    private void warm(double unit) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (getScene() == null || !painter.warm(unit)) {
                    stop();
                }
            }
        }.start();
    }

    private int paint(Scenery s, Raster on) {
        return painter.paint(
                on,
                s.picture(),
                s.arrangement(),
                s.view(),
                s.marks(),
                s.anchors(),
                s.palette(),
                s.labels());
    }

    private Raster raster(Viewport view) {
        int width = (int) Math.ceil(view.width() * view.unit());
        int height = (int) Math.ceil(view.height() * view.unit());
        Raster on = raster;
        if (on == null || on.width != width || on.height != height) {
            on = new Raster(width, height);
            raster = on;
            buffer =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(on.pixels),
                            PixelFormat.getIntArgbPreInstance());
            image.setImage(new WritableImage(buffer));
            image.setFitWidth(width / view.unit());
            image.setFitHeight(height / view.unit());
        }
        return on;
    }

    /** The same on a sheet of its own, to be kept. */
    Raster separate(Scenery scenery) {
        Raster on =
                new Raster(
                        (int) Math.ceil(scenery.view().width() * scenery.view().unit()),
                        (int) Math.ceil(scenery.view().height() * scenery.view().unit()));
        paint(scenery, on);
        return on;
    }

    /** Of the column of labels before the bars, as painted last; in pixels. */
    int labelWidth() {
        return labelWidth;
    }

    /** Frames painted so far. */
    long painted() {
        return painted;
    }
}
