package org.ronron.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.ClusterFact;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;

/** Makes one node of what is seen of it; collects what is amiss with it. */
final class NodeMaker {
    /** The label by which a system says which machine hosts this one. */
    static final String HOST = "host";

    /** A key shorter than this is found in names by chance. */
    private static final int TELLING = 16;

    private final boolean sample;
    private final Edits edits;
    private final SaidFindings said;
    private final Running running;
    private final Map<String, List<Workload>> before;
    private final List<Finding> found = new ArrayList<>();

    /**
     * @param before what ran on each machine in the picture before, by the machine's id
     */
    NodeMaker(
            boolean sample,
            Edits edits,
            SaidFindings said,
            Running running,
            Map<String, List<Workload>> before) {
        this.sample = sample;
        this.edits = edits;
        this.said = said;
        this.running = running;
        this.before = before;
    }

    /** What core finds of the machines themselves. */
    List<Finding> found() {
        return List.copyOf(found);
    }

    Node make(List<String> ids, List<Sighting> group) {
        List<Sighting> plainFirst =
                group.stream()
                        .sorted(
                                Comparator.comparing((Sighting s) -> !s.fresh())
                                        .thenComparing(s -> !s.fact().role().isEmpty()))
                        .toList();
        Sizes sizes = Sizes.of(plainFirst);
        String name = name(plainFirst);
        Placed placed = Placed.of(name, group, edits.text(Edits.ZONE_BY_HAND, ids, "zone"));
        List<Finding> own = new ArrayList<>(placed.findings());
        own.addAll(Reached.contradictions(name, group));
        FullDisk.of(name, group, said.about(name)).ifPresent(own::add);
        found.addAll(own);
        Optional<String> kind = edits.text(Edits.MACHINE_KIND, ids, "kind");
        NodeFact.Machine machine = machine(group, kind);
        List<Workload> workloads = kept(ids.getFirst(), workloads(group));
        return new Node(
                ids.getFirst(),
                name,
                placed.zone(),
                placed.byHand(),
                state(name, group, own.stream()),
                machine,
                immovable(machine, kind),
                seen(group),
                sizes.memory(),
                sizes.cpu(),
                sizes.disk(),
                sizes.diskFree(),
                group.stream().map(NodeMaker::presence).toList(),
                workloads,
                workloads.isEmpty() || workloads.stream().anyMatch(NodeMaker::sized),
                edits.text(Edits.OWNER, ids, "owner").orElse(""),
                edits.notes(ids.stream().map(id -> "node:" + id).toList()),
                sizes.room(),
                Optional.empty());
    }

    private static String name(List<Sighting> group) {
        NodeFact first = group.getFirst().fact();
        return group.stream()
                .filter(s -> !s.name().isEmpty())
                .map(s -> s.fact().name().strip())
                .findFirst()
                .orElse(first.name().isBlank() ? first.key() : first.name());
    }

    private Node.State state(String name, List<Sighting> group, Stream<Finding> own) {
        List<Sighting> fresh = group.stream().filter(Sighting::fresh).toList();
        if (fresh.isEmpty()) {
            return Node.State.STALE;
        }
        if (fresh.stream().anyMatch(s -> s.fact().reach() == NodeFact.Reach.DOWN)) {
            return Node.State.WRONG;
        }
        if (fresh.stream().anyMatch(NodeMaker::busy)) {
            return Node.State.BUSY;
        }
        boolean attention =
                Stream.concat(said.about(name).stream(), own)
                                .anyMatch(f -> f.severity() != Severity.INFO)
                        || fresh.stream().map(NodeMaker::presence).anyMatch(p -> p.closed());
        return attention ? Node.State.ATTENTION : Node.State.FINE;
    }

    /** Of a system that says which machine it empties, only that one may not be unplugged. */
    private static boolean busy(Sighting s) {
        Node.Presence presence = presence(s);
        return presence.labels().containsKey(Node.Presence.DRAINING)
                ? presence.draining()
                : cluster(s).filter(ClusterFact::busy).isPresent();
    }

    private static NodeFact.Machine machine(List<Sighting> group, Optional<String> kind) {
        if (kind.isPresent()) {
            return switch (kind.get()) {
                case "home", "rented" -> NodeFact.Machine.PHYSICAL;
                case "vm" -> NodeFact.Machine.VIRTUAL;
                default -> NodeFact.Machine.UNKNOWN;
            };
        }
        return Stream.of(
                        NodeFact.Machine.VIRTUAL,
                        NodeFact.Machine.CONTAINER,
                        NodeFact.Machine.PHYSICAL)
                .filter(m -> group.stream().anyMatch(s -> s.fact().machine() == m))
                .findFirst()
                .orElse(NodeFact.Machine.UNKNOWN);
    }

    private Optional<String> immovable(NodeFact.Machine machine, Optional<String> kind) {
        Optional<String> word = kind.filter(k -> !k.equals("home"));
        if (word.isPresent()) {
            return word;
        }
        if (machine == NodeFact.Machine.VIRTUAL || machine == NodeFact.Machine.CONTAINER) {
            return Optional.of("vm");
        }
        return sample ? Optional.of("sample") : Optional.empty();
    }

    private static Optional<Instant> seen(List<Sighting> group) {
        return group.stream()
                .filter(s -> s.fact().reach() != NodeFact.Reach.DOWN)
                .flatMap(s -> s.by().answered().stream())
                .max(Comparator.naturalOrder());
    }

    private static Node.Presence presence(Sighting s) {
        return new Node.Presence(
                s.endpoint(),
                s.by().row().name(),
                s.by().row().type(),
                s.fact().key(),
                cluster(s).map(ClusterFact::key).orElse(""),
                s.fact().role(),
                s.fact().labels(),
                s.fact().zone().map(String::strip).orElse(""),
                s.fact().reach(),
                s.by().answered());
    }

    /**
     * The cluster that a sighting belongs to: an endpoint with one cluster has all nodes with a
     * role in it; one with several says which in the label {@code cluster}.
     */
    private static Optional<ClusterFact> cluster(Sighting s) {
        if (s.fact().role().isEmpty() || s.fact().role().equals("none")) {
            return Optional.empty();
        }
        List<ClusterFact> clusters = s.by().last().map(Observation::clusters).orElse(List.of());
        if (clusters.size() == 1) {
            return Optional.of(clusters.getFirst());
        }
        String named = s.fact().labels().getOrDefault("cluster", "");
        return clusters.stream().filter(c -> c.key().equals(named)).findFirst();
    }

    /** The list of before where nothing has changed in it. */
    private List<Workload> kept(String id, List<Workload> now) {
        List<Workload> then = before.getOrDefault(id, List.of());
        return then.equals(now) ? then : now;
    }

    /**
     * What runs there. The machine itself may see as a container what a scheduler on it calls by a
     * longer name: one that holds the scheduler's whole key is the same.
     */
    private List<Workload> workloads(List<Sighting> group) {
        List<Workload> placed = running(group, true);
        List<Workload> own = running(group, false);
        if (own.isEmpty()) {
            return placed;
        }
        List<String> keys =
                placed.stream()
                        .map(w -> w.id().substring(w.id().indexOf('/') + 1))
                        .filter(key -> key.length() >= TELLING)
                        .toList();
        Stream<Workload> others =
                own.stream().filter(w -> keys.stream().noneMatch(w.name()::contains));
        return Stream.concat(placed.stream(), others).toList();
    }

    /**
     * @param placed by schedulers, else by the machine itself
     */
    private List<Workload> running(List<Sighting> group, boolean placed) {
        List<Workload> found = new ArrayList<>();
        for (Sighting s : group) {
            if (s.fact().role().isEmpty() != placed) {
                found.addAll(running.on(s.endpoint(), s.fact()));
            }
        }
        return found;
    }

    private static boolean sized(Workload workload) {
        return workload.memory().isPresent() || workload.cpu().isPresent();
    }
}
