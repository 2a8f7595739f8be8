package org.ronron.ui.topology.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * The letters of one face in one size as stamps: drawn once by JavaFX, then ours to put down as
 * often as we like. Each is there three times, for the three thirds of a pixel where it may begin.
 * FX thread only.
 */
final class Alphabet {
    static final int THIRDS = 3;

    /** Enough for a window in our two languages: made at once, all others when they are met. */
    private static final String USUAL =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                    + ".,:;-_/()%+<>=#@'’« »éèêàâçùûôîïÉÈÀ…→·–\u00a0\u202f";

    private static final int ROW = 48;

    private final Face face;
    private final int size;
    private final int ascent;
    private final int tall;
    private final Map<Character, Glyph> glyphs = new HashMap<>();

    /**
     * A letter.
     *
     * @param stamps one for each third of a pixel
     * @param left from where it begins to the stamps' left edge
     * @param top from the top of the line to the stamps' top edge
     * @param advance to where the next one begins
     */
    record Glyph(List<Stamp> stamps, int left, int top, double advance) {}

    Alphabet(Face face, int size) {
        this.face = face;
        this.size = size;
        this.ascent = (int) Math.ceil(size * 1.15) + 1;
        this.tall = (int) Math.ceil(size * 1.55) + 2;
        make(USUAL);
    }

    /** From the top of a line to where its letters stand. */
    int ascent() {
        return ascent;
    }

    /**
     * Whether letter after letter gives what JavaFX would draw: of scripts that join, it does not.
     */
    static boolean simple(char letter) {
        return letter < 0x250 && !Character.isISOControl(letter)
                || letter >= 0x2010 && letter <= 0x2027
                || letter == '\u202f'
                || letter == '\u2009'
                || letter >= 0x2190 && letter <= 0x2193;
    }

    Glyph of(char letter, String text) {
        Glyph found = glyphs.get(letter);
        if (found == null) {
            make(text);
            found = glyphs.get(letter);
        }
        return found == null ? new Glyph(List.of(), 0, 0, 0) : found;
    }

    private void make(String text) {
        TreeSet<Character> missing = new TreeSet<>();
        for (char letter : text.toCharArray()) {
            if (simple(letter) && !glyphs.containsKey(letter)) {
                missing.add(letter);
            }
        }
        draw(List.copyOf(missing));
    }

    private void draw(List<Character> letters) {
        int wide = size * 2 + 4;
        int count = letters.size() * THIRDS;
        int rows = (count + ROW - 1) / ROW;
        if (rows == 0) {
            return;
        }
        Group sheet = new Group();
        double[] advances = new double[letters.size()];
        for (int i = 0; i < count; i++) {
            Text text = new Text(String.valueOf(letters.get(i / THIRDS)));
            text.setFont(face.font(size));
            text.setFill(Color.WHITE);
            text.setX(i % ROW * wide + size / 2 + (i % THIRDS) / (double) THIRDS);
            text.setY(i / ROW * tall + ascent);
            sheet.getChildren().add(text);
            advances[i / THIRDS] = text.getLayoutBounds().getWidth();
        }
        int[] pixels = snapshot(sheet, ROW * wide, rows * tall);
        for (int l = 0; l < letters.size(); l++) {
            List<int[]> cells = new ArrayList<>();
            for (int third = 0; third < THIRDS; third++) {
                int i = l * THIRDS + third;
                cells.add(cut(pixels, ROW * wide, i % ROW * wide, i / ROW * tall, wide, tall));
            }
            glyphs.put(letters.get(l), glyph(cells, wide, advances[l]));
        }
    }

    /** White on black: each pixel's green is its coverage. */
    static int[] snapshot(Group sheet, int width, int height) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.BLACK);
        parameters.setViewport(new Rectangle2D(0, 0, width, height));
        WritableImage image = sheet.snapshot(parameters, null);
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static int[] cut(int[] from, int stride, int x0, int y0, int width, int height) {
        int[] cell = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                cell[y * width + x] = from[(y0 + y) * stride + x0 + x] >> 8 & 0xff;
            }
        }
        return cell;
    }

    /** All three cut to the box that holds them. */
    private Glyph glyph(List<int[]> cells, int wide, double advance) {
        int left = wide;
        int right = 0;
        int top = tall;
        int bottom = 0;
        for (int[] cell : cells) {
            for (int i = 0; i < cell.length; i++) {
                if (cell[i] > 0) {
                    left = Math.min(left, i % wide);
                    right = Math.max(right, i % wide + 1);
                    top = Math.min(top, i / wide);
                    bottom = Math.max(bottom, i / wide + 1);
                }
            }
        }
        List<Stamp> stamps = new ArrayList<>();
        int width = Math.max(0, right - left);
        int height = Math.max(0, bottom - top);
        for (int[] cell : cells) {
            byte[] coverage = new byte[width * height];
            for (int i = 0; i < coverage.length; i++) {
                coverage[i] = (byte) cell[(top + i / width) * wide + left + i % width];
            }
            stamps.add(new Stamp(width, height, coverage));
        }
        return new Glyph(List.copyOf(stamps), left - size / 2, top, advance);
    }
}
