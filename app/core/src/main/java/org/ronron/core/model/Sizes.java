package org.ronron.core.model;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;

/**
 * How large a machine is, of what several systems say. Who says what is kept for the machine itself
 * counts with its own sizes, so these are taken; else the machine itself knows best. Of disks, the
 * one whose free room is told, by a cluster before the machine: its size and what is free of it are
 * always of one disk.
 */
record Sizes(
        OptionalLong memory,
        OptionalLong cpu,
        OptionalLong disk,
        OptionalLong diskFree,
        NodeRoom room) {
    /**
     * @param plainFirst those who answered lately first, of these the machine itself first
     */
    static Sizes of(List<Sighting> plainFirst) {
        List<NodeFact> facts = plainFirst.stream().map(Sighting::fact).toList();
        List<NodeFact> disks =
                plainFirst.stream()
                        .filter(s -> s.fact().disk().isPresent())
                        .sorted(
                                Comparator.comparing((Sighting s) -> s.fact().diskFree().isEmpty())
                                        .thenComparing(s -> s.fact().role().isEmpty()))
                        .map(Sighting::fact)
                        .limit(1)
                        .toList();
        Stream<Sighting> keeping =
                plainFirst.stream().filter(s -> s.fact().room().memoryKept().isPresent());
        List<NodeFact> keepingFirst =
                Stream.concat(keeping.filter(Sighting::fresh).map(Sighting::fact), facts.stream())
                        .toList();
        return new Sizes(
                known(keepingFirst, NodeFact::memory),
                known(keepingFirst, NodeFact::cpu),
                known(disks, NodeFact::disk),
                known(disks, NodeFact::diskFree),
                new NodeRoom(
                        known(keepingFirst, f -> f.room().memoryKept()),
                        known(keepingFirst, f -> f.room().cpuKept()),
                        known(disks, f -> f.room().diskKept()),
                        known(facts, f -> f.room().memoryUsed()),
                        known(facts, f -> f.room().cpuUsed())));
    }

    private static OptionalLong known(
            List<NodeFact> facts, Function<NodeFact, OptionalLong> figure) {
        return facts.stream()
                .map(figure)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}
