package org.ronron.core.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of a name that somebody wishes for a space. Pure; for ten thousand spaces a few
 * milliseconds.
 *
 * @param near names of spaces that could be taken for it, at most five
 */
public record NameCheck(State state, List<String> near) {
    /** A DNS label (RFC 1035, section 2.3.1), short enough to name a role and a bucket as well. */
    public static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?");

    private static final int MOST = 5;
    private static final int LONGEST = 50;

    /** Whether it can be had. */
    public enum State {
        FREE,
        TAKEN,
        /** Not a name: other characters than a-z, 0-9 and hyphens between them. */
        SHAPE,
        TOO_LONG
    }

    public NameCheck {
        near = List.copyOf(near);
    }

    /** Looks among the spaces that are known here. */
    public static NameCheck of(String wished, List<Space> spaces) {
        if (wished.length() > LONGEST) {
            return new NameCheck(State.TOO_LONG, List.of());
        }
        if (!SHAPE.matcher(wished).matches()) {
            return new NameCheck(State.SHAPE, List.of());
        }
        boolean taken = spaces.stream().anyMatch(s -> s.name().equals(wished));
        String plain = plain(wished);
        List<String> near =
                spaces.stream()
                        .map(Space::name)
                        .filter(n -> !n.equals(wished) && near(plain, plain(n)))
                        .limit(MOST)
                        .toList();
        return new NameCheck(taken ? State.TAKEN : State.FREE, near);
    }

    /** A name that an organisation's own name suggests; empty when nothing of it is left. */
    public static Optional<String> suggested(String organisation) {
        String cut = organisation.substring(0, Math.min(organisation.length(), 200));
        String ascii =
                Normalizer.normalize(cut, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String name = ascii.substring(0, Math.min(ascii.length(), 30)).replaceAll("-+$", "");
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static String plain(String name) {
        return name.replace("-", "");
    }

    /** The same but for hyphens, or with one letter more, less or another: two in a long name. */
    private static boolean near(String a, String b) {
        int most = Math.min(a.length(), b.length()) < 6 ? 1 : 2;
        return Math.abs(a.length() - b.length()) <= most && distance(a, b, most) <= most;
    }

    /** Levenshtein's, given up beyond {@code most}. */
    private static int distance(String a, String b, int most) {
        int[] before = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            int least = now[0];
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
                least = Math.min(least, now[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] swap = before;
            before = now;
            now = swap;
        }
        return before[b.length()];
    }
}
