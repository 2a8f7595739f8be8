package org.ronron.ui.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ronron.api.NodeFact;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Space;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;

/** Collectives as small, or as large, as a case needs. */
final class Machines {
    static final long GIB = 1L << 30;
    static final Instant NOW = Instant.parse("2026-11-23T21:04:20Z");

    private Machines() {}

    static Workload workload(String id, String name, String job, long gib) {
        return new Workload(
                "nomad/" + id,
                name,
                Optional.of(job),
                WorkloadFact.State.RUNNING,
                OptionalLong.of(gib * GIB),
                OptionalLong.of(500));
    }

    /** A machine with 8 GiB and 4 GHz that Nomad knows. */
    static Node node(String name, String zone, Map<String, String> labels, Workload... runs) {
        return node(name, zone, labels, Optional.of(NOW), runs);
    }

    static Node node(
            String name,
            String zone,
            Map<String, String> labels,
            Optional<Instant> seen,
            Workload... runs) {
        Map<String, String> all = new HashMap<>(labels);
        all.put(Node.Presence.ELIGIBLE, Node.Presence.YES);
        return new Node(
                "n:" + name,
                name,
                zone,
                false,
                Node.State.FINE,
                NodeFact.Machine.PHYSICAL,
                Optional.empty(),
                seen,
                OptionalLong.of(8 * GIB),
                OptionalLong.of(4000),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(
                        new Node.Presence(
                                "nomad",
                                "nomad-maison",
                                "nomad",
                                "k-" + name,
                                "nomad",
                                "client",
                                all)),
                List.of(runs),
                true,
                "",
                Notes.EMPTY);
    }

    static Collective of(Node... nodes) {
        return of(List.of(nodes), List.of());
    }

    static Collective of(List<Node> nodes, List<String> spaces) {
        List<Zone> zones = new ArrayList<>();
        for (String zone : new TreeSet<>(nodes.stream().map(Node::zone).toList())) {
            zones.add(new Zone(zone, Totals.UNKNOWN, false, 0, 0, Notes.EMPTY));
        }
        return new Collective(
                        "c",
                        "Les Chatons du quai",
                        "own",
                        zones,
                        nodes,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Totals.UNKNOWN,
                        0,
                        Map.of())
                .with(spaces.stream().map(Machines::space).toList(), List.of());
    }

    private static Space space(String name) {
        return new Space(
                name,
                name + ".example",
                "Théâtre de l’Étoile",
                "",
                Map.of(),
                Optional.empty(),
                List.of());
    }
}
