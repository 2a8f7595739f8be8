package org.ronron.ui.topology.map;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** Writes on a raster. FX thread only. */
final class Writing {
    /** Sizes in units of the screen: between them a text keeps the smaller. */
    private static final int[] SIZES = {9, 10, 11, 12, 13, 15, 18, 22, 27};

    private static final int REMEMBERED = 400;
    private static final String CUT = "…";

    private final Map<Face, Map<Integer, Alphabet>> alphabets = new EnumMap<>(Face.class);
    private final Map<String, Stamp> whole =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Stamp> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * The size that is written for this one, in pixels.
     *
     * @param wished units of the screen
     */
    static int size(double wished, double unit) {
        int found = SIZES[0];
        for (int size : SIZES) {
            found = size <= wished + 0.01 ? size : found;
        }
        return (int) Math.round(found * unit);
    }

    /**
     * Makes one of the alphabets that zooming will ask for, if one is missing: a frame that has to
     * make its letters first would be late.
     *
     * @return whether one was made
     */
    boolean warm(double unit) {
        for (int size : SIZES) {
            for (Face face : Face.values()) {
                int pixels = (int) Math.round(size * unit);
                Map<Integer, Alphabet> made = alphabets.computeIfAbsent(face, f -> new HashMap<>());
                if (!made.containsKey(pixels)) {
                    made.put(pixels, new Alphabet(face, pixels));
                    return true;
                }
            }
        }
        return false;
    }

    private Alphabet alphabet(Face face, int size) {
        return alphabets
                .computeIfAbsent(face, f -> new HashMap<>())
                .computeIfAbsent(size, s -> new Alphabet(face, s));
    }

    double width(Face face, int size, String text) {
        if (!simple(text)) {
            return whole(face, size, text).width();
        }
        Alphabet alphabet = alphabet(face, size);
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += alphabet.of(text.charAt(i), text).advance();
        }
        return width;
    }

    /**
     * Writes with the middle of the line's small letters at this height.
     *
     * @param alpha 0 to 255
     * @return where the text ends
     */
    double write(
            Raster on,
            Face face,
            int size,
            String text,
            double x,
            double middle,
            int colour,
            int alpha) {
        Alphabet alphabet = alphabet(face, size);
        int top = (int) Math.round(middle + size * 0.36) - alphabet.ascent();
        if (!simple(text)) {
            Stamp stamp = whole(face, size, text);
            on.stamp(stamp, (int) Math.round(x), top, colour, alpha);
            return x + stamp.width();
        }
        double pen = x;
        for (int i = 0; i < text.length(); i++) {
            Alphabet.Glyph glyph = alphabet.of(text.charAt(i), text);
            int thirds = (int) Math.round(pen * Alphabet.THIRDS);
            if (!glyph.stamps().isEmpty()) {
                on.stamp(
                        glyph.stamps().get(Math.floorMod(thirds, Alphabet.THIRDS)),
                        Math.floorDiv(thirds, Alphabet.THIRDS) + glyph.left(),
                        top + glyph.top(),
                        colour,
                        alpha);
            }
            pen += glyph.advance();
        }
        return pen;
    }

    /**
     * The text, or what fits of it.
     *
     * @param tail whether its end is what tells, as of names that are numbered
     * @return empty when not even three letters fit
     */
    String fitted(Face face, int size, String text, double room, boolean tail) {
        if (width(face, size, text) <= room) {
            return text;
        }
        int length = text.length();
        for (int keep = length - 1; keep >= 3; keep--) {
            String part =
                    tail ? CUT + text.substring(length - keep) : text.substring(0, keep) + CUT;
            if (width(face, size, part) <= room) {
                return part;
            }
        }
        return "";
    }

    private static boolean simple(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Alphabet.simple(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of scripts whose letters join or run the other way, the whole text is one stamp. */
    private Stamp whole(Face face, int size, String text) {
        return whole.computeIfAbsent(face + " " + size + " " + text, k -> draw(face, size, text));
    }

    private Stamp draw(Face face, int size, String text) {
        Text drawn = new Text(text.replaceAll("\\p{Cntrl}", " "));
        drawn.setFont(face.font(size));
        drawn.setFill(Color.WHITE);
        drawn.setY(alphabet(face, size).ascent());
        int width = (int) Math.ceil(drawn.getLayoutBounds().getWidth()) + 1;
        int height = (int) Math.ceil(size * 1.55) + 2;
        int[] pixels = Alphabet.snapshot(new Group(drawn), width, height);
        byte[] coverage = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            coverage[i] = (byte) (pixels[i] >> 8);
        }
        return new Stamp(width, height, coverage);
    }
}
