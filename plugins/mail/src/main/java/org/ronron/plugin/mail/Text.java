package org.ronron.plugin.mail;

import java.util.regex.Pattern;

/** Texts of others, as they may stand in a mail or be shown. */
final class Text {
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]{1,100}@[^\\s<>@]{1,255}>?");

    private Text() {}

    /** One line: no line breaks, no control or direction marks; cut. */
    static String line(String text, int most) {
        return cut(text.replaceAll("[\\s\\p{Zl}\\p{Zp}]+", " "), most);
    }

    /** Paragraphs: line breaks stay. */
    static String paragraphs(String text, int most) {
        return cut(text.replaceAll("\\r\\n|[\\r\\p{Zl}\\p{Zp}]", "\n"), most);
    }

    private static String cut(String text, int most) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n]]", "").strip();
        return plain.codePointCount(0, plain.length()) <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most)) + "…";
    }

    /** A server's words without the recipient, whole or its parts, and without any address. */
    static String masked(String said, String recipient) {
        String plain = said.substring(0, Math.min(10_000, said.length()));
        for (String part : recipient.split("@", -1)) {
            if (part.length() >= 3) {
                plain =
                        Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE)
                                .matcher(plain)
                                .replaceAll("•••");
            }
        }
        // cut last: half an address would be one that is not found
        String shown = line(ADDRESS.matcher(plain).replaceAll("•••"), 300);
        return shown.isBlank() ? "-" : shown;
    }
}
