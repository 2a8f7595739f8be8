package org.ronron.practice.bench;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/**
 * So many plain rectangles over a whole window, all of them anew in each frame: what the picture's
 * frames are measured beside. FX thread.
 */
final class Rectangles {
    private static final int WIDE = 4;

    private final int count;
    private final int width;
    private final int height;

    Rectangles(int count, int width, int height) {
        this.count = count;
        this.width = width;
        this.height = height;
    }

    /** On a canvas; draws the frame of a number. */
    IntConsumer canvas(Scene scene) {
        Canvas canvas = new Canvas(width, height);
        scene.setRoot(new StackPane(canvas));
        GraphicsContext on = canvas.getGraphicsContext2D();
        return number -> {
            on.clearRect(0, 0, width, height);
            for (int i = 0; i < count; i++) {
                on.setFill((i + number) % 2 == 0 ? Color.TEAL : Color.GOLD);
                on.fillRect(x(i, number), y(i), WIDE, WIDE);
            }
        };
    }

    /** Into pixels of our own. */
    IntConsumer pixels(Scene scene) {
        int[] pixels = new int[width * height];
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(
                        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        scene.setRoot(new StackPane(new ImageView(new WritableImage(buffer))));
        return number -> {
            Arrays.fill(pixels, 0xFFFFFFFF);
            for (int i = 0; i < count; i++) {
                int colour = (i + number) % 2 == 0 ? 0xFF008080 : 0xFFFFD700;
                int from = y(i) * width + x(i, number);
                for (int row = 0; row < WIDE; row++) {
                    Arrays.fill(pixels, from, from + WIDE, colour);
                    from += width;
                }
            }
            buffer.updateBuffer(all -> null);
        };
    }

    private int x(int i, int number) {
        return (i * (WIDE + 1) + number) % (width - WIDE);
    }

    private int y(int i) {
        int row = i * (WIDE + 1) / (width - WIDE) * (WIDE + 1);
        return row % (height - WIDE);
    }
}
