package org.ronron.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;

/** What runs, by who says it and where; each answer is gone through once. */
final class Running {
    private final Map<String, Map<String, List<Workload>>> byEndpoint = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    Running(List<Heard> heard) {
        for (Heard h : heard) {
            h.last().ifPresent(said -> add(h, said));
        }
    }

    private void add(Heard by, Observation said) {
        Set<String> there = new HashSet<>();
        said.nodes().forEach(node -> there.add(node.key()));
        Map<String, List<Workload>> here = new HashMap<>();
        for (WorkloadFact fact : said.workloads()) {
            if (there.contains(fact.nodeKey())) {
                here.computeIfAbsent(fact.nodeKey(), k -> new ArrayList<>())
                        .add(Workload.of(by.row().id(), fact));
            } else {
                waiting.add(waiting(by, fact));
            }
        }
        byEndpoint.put(by.row().id(), here);
    }

    /** What an endpoint says that runs on one of its nodes. */
    List<Workload> on(String endpointId, NodeFact node) {
        return byEndpoint.getOrDefault(endpointId, Map.of()).getOrDefault(node.key(), List.of());
    }

    /** What has no place, or a place that its own system does not know. */
    List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    private static Waiting waiting(Heard by, WorkloadFact fact) {
        Optional<String> why = Optional.ofNullable(fact.labels().get(WorkloadFact.WHY));
        return new Waiting(
                by.row().id(),
                why.isPresent() ? by.row().type() : "",
                fact.name(),
                fact.group(),
                why.orElse(Waiting.NOWHERE),
                why.isPresent()
                        ? fact.labels()
                        : Map.of(
                                "name",
                                fact.name(),
                                "endpoint",
                                by.row().name(),
                                "node",
                                fact.nodeKey().isEmpty() ? "–" : fact.nodeKey()));
    }
}
