package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A file that others can read. */
class PngTest {
    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        int width = 37;
        int height = 23;
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xff000000 | i * 7919 & 0xffffff;
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(pixels, width, height)));
        assertEquals(width, read.getWidth());
        assertEquals(height, read.getHeight());
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(pixels[i], read.getRGB(i % width, i / width), "pixel " + i);
        }
    }
}
