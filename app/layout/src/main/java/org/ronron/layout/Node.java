package org.ronron.layout;

import java.util.List;

/**
 * What a layout tells a node to be.
 *
 * @param capacity bytes; 0 for a gateway, which stores nothing
 * @param tags words that people gave it
 * @param partitions how many it stores now
 */
public record Node(String id, String zone, long capacity, List<String> tags, int partitions) {
    public Node {
        tags = List.copyOf(tags);
    }

    /** What people call it: its first tag, else the start of its id. */
    public String name() {
        return tags.stream().findFirst().orElse(id.substring(0, Math.min(16, id.length())));
    }

    /** The same node in another zone, still with what it stores. */
    public Node in(String otherZone) {
        return new Node(id, otherZone, capacity, tags, partitions);
    }

    /** Whether both tell the same node the same, whatever it stores. */
    public boolean says(Node other) {
        return line().equals(other.line());
    }

    boolean stores() {
        return capacity > 0;
    }

    String line() {
        return id + " " + zone + " " + capacity + " " + tags;
    }
}
