package org.ronron.plugin.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of others, as they may stand in a mail or be shown. */
final class Text {
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]{1,100}@[^\\s<>@]{1,255}>?");

    private Text() {}

    /** One line: no line breaks, no control or direction marks; cut. */
    static String line(String text, int most) {
        return clean(text, most, false);
    }

    /** Paragraphs: line breaks stay. */
    static String paragraphs(String text, int most) {
        return clean(text.replace("\r\n", "\n").replace('\r', '\n'), most, true);
    }

    private static String clean(String text, int most, boolean breaks) {
        StringBuilder kept = new StringBuilder();
        String stripped = text.strip();
        stripped.codePoints()
                .limit(most)
                .map(c -> c == '\n' && breaks ? c : space(c) ? ' ' : c)
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        boolean cut = stripped.codePointCount(0, stripped.length()) > most;
        return cut ? kept + "…" : kept.toString().strip();
    }

    private static boolean space(int c) {
        return c == '\n'
                || c == '\r'
                || c == '\t'
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    /** A server's words without the recipient, whole or its parts, and without any address. */
    static String masked(String said, String recipient) {
        String plain = line(said, 300);
        for (String part : recipient.split("@", -1)) {
            if (part.length() >= 3) {
                plain =
                        Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE)
                                .matcher(plain)
                                .replaceAll("•••");
            }
        }
        return ADDRESS.matcher(plain).replaceAll("•••").toLowerCase(Locale.ROOT).isBlank()
                ? "-"
                : ADDRESS.matcher(plain).replaceAll("•••");
    }
}
