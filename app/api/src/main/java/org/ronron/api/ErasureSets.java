package org.ronron.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects of which parts, on which nodes, each set of a cluster consists. One thread. */
public final class ErasureSets {
    private final Map<String, Map<String, Integer>> parts = new TreeMap<>();
    private final Map<String, Integer> gone = new TreeMap<>();

    /**
     * @param pool number of the pool, whose sets are numbered
     * @param node the key of the node that holds it
     * @param works one that does not is missing already
     */
    public void part(int pool, int number, String node, boolean works) {
        String set = pool + "/" + number;
        int one = works ? 1 : 0;
        parts.computeIfAbsent(set, s -> new TreeMap<>()).merge(node, one, Integer::sum);
        gone.merge(set, 1 - one, Integer::sum);
    }

    /**
     * A cluster's state with these in it.
     *
     * @param most so many parts of a set may be missing with everything still working
     */
    public Json.Obj in(Json.Obj state, int most) {
        List<Quorum> quorums = new ArrayList<>();
        parts.forEach(
                (set, held) -> quorums.add(new Quorum(most - gone.getOrDefault(set, 0), held)));
        return Quorum.put(state, quorums);
    }
}
