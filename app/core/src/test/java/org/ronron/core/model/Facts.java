package org.ronron.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ronron.api.ClusterFact;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;
import org.ronron.core.port.Workspace;

/** What the model's tests say that systems said. */
final class Facts {
    static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    static final Duration POLL = Duration.ofSeconds(30);
    static final Workspace.CollectiveRow OWN = new Workspace.CollectiveRow("c", "Ours", "own");

    private Facts() {}

    static NodeFact node(String key, String name, String zone, String... addresses) {
        return node(key, name, zone, NodeFact.Reach.UP, NodeFact.Machine.UNKNOWN, addresses);
    }

    static NodeFact node(
            String key,
            String name,
            String zone,
            NodeFact.Reach reach,
            NodeFact.Machine machine,
            String... addresses) {
        return new NodeFact(
                key,
                name,
                List.of(addresses),
                Optional.of(zone).filter(z -> !z.isEmpty()),
                reach,
                machine,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                zone.isEmpty() ? "" : "storage",
                Map.of());
    }

    static NodeFact sized(String name, long memory, long cpu) {
        return new NodeFact(
                name,
                name,
                List.of(),
                Optional.of("home"),
                NodeFact.Reach.UP,
                NodeFact.Machine.PHYSICAL,
                OptionalLong.of(memory),
                OptionalLong.of(cpu),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                Map.of());
    }

    static WorkloadFact workload(String key, String node, long memory) {
        return new WorkloadFact(
                key,
                node,
                key,
                Optional.empty(),
                WorkloadFact.State.RUNNING,
                OptionalLong.of(memory),
                OptionalLong.empty());
    }

    static ClusterFact cluster(boolean busy) {
        return new ClusterFact("garage", "Garage", OptionalInt.of(3), true, busy, Json.obj());
    }

    static Heard heard(String type, String id, NodeFact... nodes) {
        return heard(type, id, NOW, List.of(nodes), List.of(), List.of(), List.of());
    }

    static Heard heard(
            String type,
            String id,
            Instant at,
            List<NodeFact> nodes,
            List<WorkloadFact> workloads,
            List<ClusterFact> clusters,
            List<FindingFact> findings) {
        Observation said =
                new Observation(
                        at, "2.1", "f-" + id, nodes, workloads, clusters, List.of(), findings);
        return new Heard(
                new Workspace.EndpointRow(id, "c", type, id, Map.of(), Map.of(), 0),
                Optional.of(said),
                Optional.empty(),
                Optional.of(at));
    }

    static Collective build(Heard... heard) {
        return build(Edits.NONE, heard);
    }

    static Collective build(Edits edits, Heard... heard) {
        return CollectiveBuilder.build(OWN, List.of(heard), edits, NOW, POLL);
    }

    static Edits edits(String kind, String subject, Json.Obj value) {
        return new Edits(Map.of(kind, Map.of(subject, value)));
    }
}
