package org.ronron.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.ronron.ui.parts.Plain;

/**
 * Finds entries by the words typed, without accents or case; those that begin so come first.
 *
 * @param spaces finds at most so many spaces by the words: there may be very many of them
 */
record Finds(List<Plainly> entries, BiFunction<String, Integer, List<Entry>> spaces) {
    private static final int MOST = 40;
    private static final int MOST_SPACES = 20;

    /**
     * Something that can be gone to or done.
     *
     * @param kind what it is, in words
     */
    record Entry(String name, String kind, String icon, Runnable go) {}

    /** An entry with how it is searched. */
    record Plainly(Entry entry, String words) {
        static Plainly of(Entry entry) {
            return new Plainly(entry, Plain.of(entry.name() + " " + entry.kind()));
        }
    }

    List<Entry> of(String typed) {
        String wanted = Plain.of(typed.strip());
        List<String> words = List.of(wanted.split(" "));
        Stream<Entry> own =
                entries.stream()
                        .filter(e -> words.stream().allMatch(e.words()::contains))
                        .sorted(Comparator.comparing(e -> !e.words().startsWith(wanted)))
                        .map(Plainly::entry);
        Stream<Entry> found =
                wanted.isEmpty() ? Stream.empty() : spaces.apply(typed, MOST_SPACES).stream();
        return Stream.concat(own, found).limit(MOST).toList();
    }
}
