package org.ronron.plugin.nextcloud;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronron.api.StepClass;

/**
 * What can be done with a space; the table of it is {@code verbs.txt}.
 *
 * @param words the arguments, in the order in which the script takes them
 * @param secrets those that follow them
 * @param back the verb that takes it back, or empty
 * @param call as one would type it, with places
 */
record Verb(
        String id,
        StepClass stepClass,
        List<String> words,
        List<String> secrets,
        String back,
        String call) {
    private static final Map<String, Verb> ALL =
            Own.text("verbs.txt")
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" *\\| *", 6))
                    .map(Verb::read)
                    .collect(Collectors.toMap(Verb::id, Function.identity()));

    private static Verb read(String... part) {
        StepClass stepClass = StepClass.valueOf(part[1]);
        return new Verb(part[0], stepClass, words(part[2]), words(part[3]), part[4], part[5]);
    }

    private static List<String> words(String part) {
        return part.isEmpty() ? List.of() : List.of(part.split(" "));
    }

    /**
     * The verb of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Verb of(String id) {
        Verb verb = ALL.get(id);
        if (verb == null) {
            throw new IllegalArgumentException(id);
        }
        return verb;
    }

    static Iterable<String> ids() {
        return ALL.keySet();
    }

    /** What a probe needs: it is never given whom to write to. */
    List<String> seen() {
        return words.stream().filter(word -> !word.equals("email")).toList();
    }

    /** An installation and a copy of a database take minutes. */
    Duration deadline() {
        return Duration.ofSeconds(id.matches("app.(un)?install|database.save") ? 900 : 90);
    }
}
