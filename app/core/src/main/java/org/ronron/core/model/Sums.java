package org.ronron.core.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ronron.api.Json;

/**
 * Totals: sums of what is known, unless figures were published. A machine that says which other one
 * hosts it brings no capacity of its own.
 */
final class Sums {
    private Sums() {}

    static Totals of(List<Node> nodes, Json.Obj published) {
        List<Node> own = nodes.stream().filter(n -> !hosted(n)).toList();
        return new Totals(
                figure(published, "memoryReserved").orElseGet(() -> reserved(own, Resource.MEMORY)),
                figure(published, "memory").orElseGet(() -> offered(own, Resource.MEMORY)),
                figure(published, "cpuReserved").orElseGet(() -> reserved(own, Resource.CPU)),
                figure(published, "cpu").orElseGet(() -> offered(own, Resource.CPU)));
    }

    private static boolean hosted(Node node) {
        return node.presences().stream().anyMatch(p -> p.labels().containsKey(NodeMaker.HOST));
    }

    private static Optional<OptionalLong> figure(Json.Obj published, String member) {
        return published.number(member).map(OptionalLong::of);
    }

    private static OptionalLong offered(List<Node> nodes, Resource resource) {
        return sum(nodes, (node, add) -> add.accept(node.offered(resource)));
    }

    private static OptionalLong reserved(List<Node> nodes, Resource resource) {
        return sum(
                nodes,
                (node, add) -> {
                    for (Workload workload : node.workloads()) {
                        if (workload.counts()) {
                            add.accept(resource.of(workload));
                        }
                    }
                });
    }

    /** Empty when not one figure is known: nothing known is not zero. */
    private static OptionalLong sum(
            List<Node> nodes, BiConsumer<Node, Consumer<OptionalLong>> figures) {
        long[] sum = new long[1];
        boolean[] known = new boolean[1];
        Consumer<OptionalLong> add =
                figure -> {
                    if (figure.isPresent()) {
                        sum[0] = Math.addExact(sum[0], figure.getAsLong());
                        known[0] = true;
                    }
                };
        nodes.forEach(node -> figures.accept(node, add));
        return known[0] ? OptionalLong.of(sum[0]) : OptionalLong.empty();
    }
}
