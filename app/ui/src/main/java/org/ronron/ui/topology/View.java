package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;

/**
 * How the picture is looked at. To group by something other than the zone is only a way of looking:
 * a machine is moved between zones, whatever it stands in here.
 *
 * @param filter words that a machine, or what runs on it, has to hold, else it is greyed; see
 *     {@link Search}
 */
record View(By by, Sort sort, String filter) {
    static final View FIRST = new View(By.ZONE, Sort.NAME, "");

    /** The order of machines in a group; what is not known comes last. */
    enum Sort {
        NAME(n -> 0),
        FREE(n -> -free(n).orElse(-1)),
        FREE_CPU(n -> -freeCpu(n).orElse(-1)),
        /** What was not seen for the longest time comes first. */
        AGE(n -> n.seen().map(at -> at.toEpochMilli()).orElse(Long.MIN_VALUE));

        private final ToLongFunction<Node> figure;

        Sort(ToLongFunction<Node> figure) {
            this.figure = figure;
        }

        List<Node> sorted(List<Node> nodes) {
            Map<Node, Long> figures = new IdentityHashMap<>();
            nodes.forEach(n -> figures.put(n, figure.applyAsLong(n)));
            return nodes.stream()
                    .sorted(
                            Comparator.comparing((Node n) -> figures.getOrDefault(n, 0L))
                                    .thenComparing(Node::name, String.CASE_INSENSITIVE_ORDER)
                                    .thenComparing(Node::id))
                    .toList();
        }

        String text() {
            return "topology.sort." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Machines that stand together.
     *
     * @param key the zone's name, or the label's value; empty for those of which nobody says it
     */
    record Group(By by, String key, List<Node> nodes) {
        Group {
            nodes = List.copyOf(nodes);
        }

        String title(TopologyWords words) {
            if (by.isZone()) {
                return words.zone(key);
            }
            return key.isEmpty() ? words.texts().get("topology.by.none") : key;
        }
    }

    View by(By other) {
        return new View(other, sort, filter);
    }

    View sort(Sort other) {
        return new View(by, other, filter);
    }

    View filter(String other) {
        return new View(by, sort, other);
    }

    /** The same, by zone: what moving a machine is about. */
    View byZone() {
        return by(By.ZONE);
    }

    /**
     * All machines in their groups: zones in the collective's order, with those that are empty;
     * others by their names. Those of which nobody says it come last.
     */
    List<Group> groups(Collective collective) {
        Map<String, List<Node>> groups = new LinkedHashMap<>();
        if (by.isZone()) {
            collective.zones().forEach(z -> groups.put(z.name(), new ArrayList<>()));
        }
        By.Keys keys = by.keys(collective);
        for (Node node : collective.nodes()) {
            groups.computeIfAbsent(keys.of(node), k -> new ArrayList<>()).add(node);
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((key, nodes) -> all.add(new Group(by, key, sort.sorted(nodes))));
        if (!by.isZone()) {
            all.sort(
                    Comparator.comparing((Group g) -> g.key().isEmpty())
                            .thenComparing(Group::key, String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Group::key));
        }
        return List.copyOf(all);
    }

    /** Memory that nothing reserves; empty when a size is not known. */
    static OptionalLong free(Node node) {
        return node.free(Resource.MEMORY);
    }

    /** Processor that nothing reserves, in MHz; empty when a size is not known. */
    static OptionalLong freeCpu(Node node) {
        return node.free(Resource.CPU);
    }

    /** Whether anybody says what is reserved of it: else an empty bar would say "nothing". */
    static boolean told(Collective collective, Node node) {
        return !node.workloads().isEmpty()
                || collective.zone(node.zone()).stream()
                        .anyMatch(z -> z.totals().memoryReserved().isPresent());
    }
}
