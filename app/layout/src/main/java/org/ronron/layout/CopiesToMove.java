package org.ronron.layout;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a new layout makes the nodes copy from each other.
 *
 * @param copies of partitions that come to a node which did not hold them
 * @param perNode partitions that each storing node holds afterwards, by its id
 * @param exact false when both are about right only
 */
record CopiesToMove(int copies, Map<String, Integer> perNode, boolean exact) {
    CopiesToMove {
        perNode = Map.copyOf(perNode);
    }

    /** A layout that says what the one before said moves nothing. */
    static CopiesToMove none(Storage storage) {
        return new CopiesToMove(0, held(storage), true);
    }

    /** What the storing nodes hold now, by id, to be changed. */
    static Map<String, Integer> held(Storage storage) {
        Map<String, Integer> held = new TreeMap<>();
        storage.nodes().forEach(node -> held.put(node.id(), node.partitions()));
        return held;
    }
}
