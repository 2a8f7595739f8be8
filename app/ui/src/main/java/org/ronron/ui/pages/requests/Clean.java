package org.ronron.ui.pages.requests;

/**
 * A stranger's words as they may stand on a page: without what a screen cannot show or what turns
 * the words around it, and no longer than there is room for. Pure.
 */
final class Clean {
    private Clean() {}

    /** On one line; at most so many characters, then an ellipsis. */
    static String line(String text, int most) {
        return cut(shown(text, false).replaceAll("\\s+", " ").strip(), most);
    }

    /** With its paragraphs, empty lines one at a time. */
    static String words(String text, int most) {
        String shown = shown(text.replace("\r\n", "\n").replace('\r', '\n'), true);
        return cut(
                shown.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip(), most);
    }

    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most)).strip() + "…";
    }

    private static String shown(String text, boolean lines) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '\n' && lines) {
                                out.append('\n');
                            } else if (Character.isISOControl(c)
                                    || Character.getType(c) == Character.SURROGATE) {
                                out.append(' ');
                            } else if (!turns(c)) {
                                out.appendCodePoint(c);
                            }
                        });
        return out.toString();
    }

    /**
     * Marks that turn the direction of what follows (UAX #9, section 2), or stand for nothing to be
     * seen: letters of a script that runs right to left need none of them.
     */
    private static boolean turns(int c) {
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return direction || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    }
}
