package org.ronron.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every machine an id that stays the same from one observation to the next: {@code n:} and
 * its name in lower case, as short as tells it apart, else with its system's key. What else it
 * could be called is kept beside it, so that an edit made under one name is found under another.
 */
final class NodeIds {
    private static final int KEY = 16;
    private final Map<String, Integer> uses = new HashMap<>();

    NodeIds(List<List<Sighting>> groups) {
        groups.forEach(g -> candidates(g).forEach(id -> uses.merge(id, 1, Integer::sum)));
    }

    /**
     * The id, then what else it could be called; none of them is another machine's.
     *
     * @param place of the group among all: for a system that gives one key twice
     */
    List<String> of(List<Sighting> group, int place) {
        List<String> own =
                candidates(group).stream().filter(id -> uses.getOrDefault(id, 0) == 1).toList();
        return own.isEmpty() ? List.of("n:#" + place) : own;
    }

    private static Set<String> candidates(List<Sighting> group) {
        Set<String> ids = new LinkedHashSet<>();
        group.forEach(s -> add(ids, s.label()));
        group.forEach(s -> add(ids, s.name()));
        List<String> keyed = new ArrayList<>();
        for (Sighting s : group) {
            String key = s.fact().key();
            keyed.add(s.label() + "/" + key.substring(0, Math.min(KEY, key.length())));
            keyed.add(s.endpoint() + "/" + key);
        }
        keyed.forEach(k -> add(ids, k));
        return ids;
    }

    private static void add(Set<String> ids, String id) {
        if (!id.isEmpty()) {
            ids.add("n:" + id);
        }
    }
}
