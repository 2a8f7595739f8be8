package org.ronron.core.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
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
        return sum(nodes.stream().map(n -> n.offered(resource)));
    }

    private static OptionalLong reserved(List<Node> nodes, Resource resource) {
        return sum(
                nodes.stream()
                        .flatMap(n -> n.workloads().stream())
                        .filter(Workload::counts)
                        .map(resource::of));
    }

    /** Empty when not one figure is known: nothing known is not zero. */
    private static OptionalLong sum(Stream<OptionalLong> figures) {
        return figures.filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .reduce(Math::addExact)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
