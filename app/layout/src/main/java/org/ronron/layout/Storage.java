package org.ronron.layout;

import static org.ronron.layout.ClusterLayout.PARTITIONS;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The nodes of a layout that store, and what has to fit on them.
 *
 * @param nodes those with capacity
 * @param zones the same by zone
 * @param copies the replication factor
 * @param spread in so many zones each partition has to lie
 */
record Storage(List<Node> nodes, Map<String, List<Node>> zones, int copies, int spread) {
    static Storage of(ClusterLayout layout) {
        List<Node> stores = layout.nodes().stream().filter(Node::stores).toList();
        return new Storage(
                stores,
                stores.stream().collect(Collectors.groupingBy(Node::zone)),
                layout.copies(),
                layout.zonesEach());
    }

    /**
     * The largest size, in bytes, of which {@code 256 × copies} fit. By symmetry of the partitions
     * the maximum flow of Garage's computation comes down to two sums over the zones.
     *
     * @return 0 when nothing fits
     */
    long partitionSize() {
        long low = 0;
        long high = nodes.stream().mapToLong(Node::capacity).max().orElse(0);
        while (low < high) {
            long size = low + (high - low + 1) / 2;
            boolean enough = holds(size);
            low = enough ? size : low;
            high = enough ? high : size - 1;
        }
        return low;
    }

    private boolean holds(long size) {
        long all = 0;
        long once = 0;
        for (List<Node> zone : zones.values()) {
            long room = zone.stream().mapToLong(node -> fits(node, size)).sum();
            all += room;
            once += Math.min(PARTITIONS, room);
        }
        return all >= PARTITIONS * copies && once >= PARTITIONS * spread;
    }

    /** How many partitions of this size the node holds. */
    static int fits(Node node, long size) {
        return (int) Math.min(PARTITIONS, node.capacity() / size);
    }
}
