package org.ronron.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What strangers typed, made fit to be shown: as long as a person reads, nothing hidden, no markup.
 * What of it is acted upon is checked elsewhere, against what it has to be.
 */
public final class Plain {
    /** Characters of a name. */
    public static final int NAME = 120;

    /** Characters of a text of several lines. */
    public static final int TEXT = 2000;

    /** Control characters, halves of characters, and what turns the direction of text around. */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z!][^<>]{0,2000}>");

    private Plain() {}

    /**
     * Lines are kept; all else that does not print becomes a blank, and so does a tag.
     *
     * @param longest characters; what is longer is cut there, and ends with an ellipsis
     */
    public static String of(String said, int longest) {
        int most = Math.min(said.length(), 4 * longest);
        String whole = MARKUP.matcher(said.substring(0, most)).replaceAll(" ");
        StringBuilder lines = new StringBuilder();
        whole.lines()
                .map(line -> HIDDEN.matcher(line).replaceAll(" ").strip())
                .forEach(line -> lines.append(lines.isEmpty() ? "" : "\n").append(line));
        String text = lines.toString().strip();
        return text.length() <= longest && most == said.length()
                ? text
                : whole(text, longest) + "…";
    }

    /** Cut, and never in the middle of a character. */
    private static String whole(String text, int longest) {
        int end = Math.min(text.length(), longest);
        boolean half = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end);
    }

    /** A name, on one line. */
    public static String word(String said) {
        return of(said, NAME).replace('\n', ' ');
    }

    /** A time as ISO 8601 has it, UTC; empty for anything else. */
    public static Optional<Instant> time(String said) {
        try {
            return Optional.of(Instant.parse(said));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** One segment of a path, or one value of a query. */
    public static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
