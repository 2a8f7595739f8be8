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
        if (secret.length() < SHORTEST || !text.contains(neverEscaped(secret))) {
            return text;
        }
        return pattern(secret).matcher(text).replaceAll(Matcher.quoteReplacement("…"));
    }

    /** The longest part of it that is written in one way only: most texts hold no trace of it. */
    private static String neverEscaped(String secret) {
        String longest = "";
        int from = 0;
        for (int i = 0; i <= secret.length(); i++) {
            if (i == secret.length() || !plain(secret.charAt(i))) {
                longest = i - from > longest.length() ? secret.substring(from, i) : longest;
                from = i + 1;
            }
        }
        return longest;
    }

    private static boolean plain(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static Pattern pattern(String secret) {
        StringBuilder all = new StringBuilder();
        for (char c : secret.toCharArray()) {
            all.append(plain(c) ? String.valueOf(c) : escaped(c));
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
