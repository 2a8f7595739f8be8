package org.ronron.ui.topology;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pixels as a PNG file: 8 bits a colour, no alpha, no filter (PNG specification, second edition,
 * sections 5 and 11.2). Pure; any thread.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int COLOURS = 3;

    /** 8 bits a sample, RGB, deflate, the usual filters, no interlace. */
    private static final byte[] FORM = {8, 2, 0, 0, 0};

    private Png() {}

    /**
     * @param pixels 0xAARRGGBB, row by row; what is not opaque is taken as if it were
     */
    static byte[] of(int[] pixels, int width, int height) {
        byte[] rows = new byte[(width * COLOURS + 1) * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            rows[at++] = 0; // no filter
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                rows[at++] = (byte) (pixel >> 16);
                rows[at++] = (byte) (pixel >> 8);
                rows[at++] = (byte) pixel;
            }
        }
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(FORM);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        file.writeBytes(chunk("IHDR", head.array()));
        file.writeBytes(chunk("IDAT", packed(rows)));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] packed(byte[] rows) {
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type)
                .put(data)
                .putInt((int) check.getValue())
                .array();
    }
}
