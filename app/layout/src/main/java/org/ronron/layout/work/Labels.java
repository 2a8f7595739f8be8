package org.ronron.layout.work;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.Json;

/** Labels of what a system tells as JSON; one that says nothing is left out. */
public final class Labels {
    private final Map<String, String> labels = new TreeMap<>();

    /** Words of members of a row, as label, member, label, member. */
    public Labels of(Json.Obj row, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            and(pairs[i], row.word(pairs[i + 1]));
        }
        return this;
    }

    /** One more. */
    public Labels and(String label, String word) {
        if (!word.isEmpty()) {
            labels.put(label, word);
        }
        return this;
    }

    /** What {@link Machine} reads: how the system sees it, and what it may be given. */
    public Labels machine(String status, boolean eligible, boolean draining) {
        return and(Machine.STATUS, status)
                .and(Machine.ELIGIBLE, Machine.word(eligible))
                .and(Machine.DRAINING, Machine.word(draining));
    }

    /** Several words in one label, in their order. */
    public Labels list(String label, Stream<String> words) {
        return and(label, words.sorted().collect(Collectors.joining(", ")));
    }

    /**
     * Groups of equal things: "2 × nvidia/gpu/Tesla T4".
     *
     * @param items the member that holds each of a group
     * @param names members that say what they are
     */
    public Labels counted(String label, List<Json.Obj> groups, String items, String... names) {
        return list(
                label,
                groups.stream()
                        .map(
                                g ->
                                        g.items(items).size()
                                                + " × "
                                                + Stream.of(names)
                                                        .map(g::word)
                                                        .collect(Collectors.joining("/"))));
    }

    /** Names of things that are so, by a member that is true. */
    public Labels those(String label, Json.Obj things, String so) {
        return list(
                label,
                things.members().keySet().stream()
                        .filter(name -> things.object(name).bool(so).orElse(false)));
    }

    /**
     * What somebody has written on a thing: each under its own name, {@code label.name}, so that
     * things can be grouped by it; and all in one label to read.
     *
     * @param without the beginning of names that are no person's
     */
    public Labels own(String label, Json.Obj written, String without) {
        List<String> names =
                written.members().keySet().stream().filter(k -> !k.startsWith(without)).toList();
        names.forEach(name -> and(label + "." + name, written.word(name)));
        return list(label, names.stream().map(name -> name + " = " + written.word(name)));
    }

    public Map<String, String> all() {
        return Map.copyOf(labels);
    }
}
