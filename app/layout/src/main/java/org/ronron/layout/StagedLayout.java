package org.ronron.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A layout with what waits to be applied on top of it, by anybody.
 *
 * @param now what nodes are told
 * @param staged what they will be told
 * @param removed staged too: ids of nodes that leave
 * @param parametersStaged whether zone redundancy would change as well
 */
public record StagedLayout(
        ClusterLayout now, List<Node> staged, List<String> removed, boolean parametersStaged) {
    public StagedLayout {
        staged = List.copyOf(staged);
        removed = List.copyOf(removed);
    }

    /** What the next apply leads to. */
    public ClusterLayout next() {
        return now.with(staged).without(removed);
    }

    /** For people: {@code onion → corrin}. */
    public static String words(List<Node> nodes) {
        return nodes.stream()
                .map(n -> n.name() + " → " + n.zone())
                .collect(Collectors.joining(", "));
    }

    /** What is staged, for people; empty when nothing is. */
    public String words() {
        List<String> words = new ArrayList<>();
        words.add(words(staged));
        removed.forEach(id -> words.add(now.node(id).map(Node::name).orElse(id) + " → ∅"));
        words.add(parametersStaged ? "zoneRedundancy" : "");
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }
}
