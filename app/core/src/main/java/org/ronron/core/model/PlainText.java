package org.ronron.core.model;

import java.util.regex.Pattern;

/** Words that others wrote, as one line that can be shown and kept. Pure. */
public final class PlainText {
    /** Characters of a line, at most. */
    public static final int LONGEST = 200;

    /** Control characters and line separators (Unicode's Cc, Zl, Zp), and what stands around. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private PlainText() {}

    /** Without what cannot be shown, and cut, with an ellipsis, where it is too long. */
    public static String line(String words) {
        String some = words.substring(0, Math.min(words.length(), 2 * LONGEST + 2));
        String plain = UNSHOWN.matcher(some).replaceAll(" ").strip();
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
