package org.ronron.transport.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a secret out of a text that may give it back as it was sent, or with some of its signs
 * escaped: as JSON (RFC 8259), HTML or a URL (RFC 3986) writes them.
 */
final class Echo {
    /** What is shorter would be found in words that have nothing to do with it. */
    private static final int SHORTEST = 8;

    private Echo() {}

    /** The text with an ellipsis in each place of the secret. */
    static String without(String secret, String text) {
        if (secret.length() < SHORTEST) {
            return text;
        }
        return pattern(secret).matcher(text).replaceAll(Matcher.quoteReplacement("…"));
    }

    private static Pattern pattern(String secret) {
        StringBuilder all = new StringBuilder();
        for (char c : secret.toCharArray()) {
            boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
            all.append(plain ? String.valueOf(c) : escaped(c));
        }
        return Pattern.compile(all.toString());
    }

    /** The sign itself, or one of the ways to write it. */
    private static String escaped(char c) {
        String named =
                switch (c) {
                    case '"' -> "|&quot;";
                    case '\'' -> "|&apos;";
                    case '&' -> "|&amp;";
                    case '<' -> "|&lt;";
                    case '>' -> "|&gt;";
                    default -> "";
                };
        String hex = String.format(Locale.ROOT, "%02x", (int) c);
        String escapes =
                "|\\\\u(?i:%04x)|%%(?i:%s)|&#0*%d;|&#[xX]0*(?i:%x);"
                        .formatted((int) c, hex, (int) c, (int) c);
        return "(?:\\\\?" + Pattern.quote(String.valueOf(c)) + named + escapes + ")";
    }
}
