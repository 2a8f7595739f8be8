package org.ronron.ui.window;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds entries by the words typed, without accents or case; those that begin so come first. */
record Finds(List<Entry> entries) {
    private static final int MOST = 40;

    /**
     * Something that can be gone to or done.
     *
     * @param kind what it is, in words
     */
    record Entry(String name, String kind, String icon, Runnable go) {}

    List<Entry> of(String typed) {
        String wanted = plain(typed.strip());
        return entries.stream()
                .filter(
                        e ->
                                List.of(wanted.split(" ")).stream()
                                        .allMatch(plain(e.name() + " " + e.kind())::contains))
                .sorted(Comparator.comparing(e -> !plain(e.name()).startsWith(wanted)))
                .limit(MOST)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
