package org.ronron.ui.parts;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text without accents, case or typographic signs, as it is searched: "Épinard" and "EPINARD" are
 * one. Pure; any thread. What is Latin is folded by a table, since there may be ten thousand names
 * to fold before a page opens.
 */
public final class Plain {
    private static final int TABLE = 0x250;
    private static final char[] FOLDED = table();

    private Plain() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= TABLE && text.charAt(i) != '\u2019') {
                return marksOff(text);
            }
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case 'œ', 'Œ' -> out.append("oe");
            case 'æ', 'Æ' -> out.append("ae");
            case 'ß' -> out.append("ss");
            case '\u2019' -> out.append('\'');
            default -> out.append(FOLDED[c]);
        }
    }

    private static String marksOff(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < TABLE || c == '\u2019') {
                append(out, c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char[] table() {
        char[] table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String low = apart.substring(0, 1).toLowerCase(Locale.ROOT);
            table[c] = low.charAt(0);
        }
        return table;
    }
}
