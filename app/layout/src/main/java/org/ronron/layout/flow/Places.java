package org.ronron.layout.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where copies may lie, node by node.
 *
 * @param partitions how many there are
 * @param copies of each of them, on as many nodes
 * @param spread in so many zones at least each has to lie
 */
public record Places(List<Place> nodes, int partitions, int copies, int spread) {
    public Places {
        nodes = List.copyOf(nodes);
    }

    /** The numbers of the nodes, by zone. */
    List<List<Integer>> zones() {
        Map<String, List<Integer>> zones = new LinkedHashMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            zones.computeIfAbsent(nodes.get(node).zone(), z -> new ArrayList<>()).add(node);
        }
        return List.copyOf(zones.values());
    }

    /** How many copies there are in all. */
    public int all() {
        return partitions * copies;
    }
}
