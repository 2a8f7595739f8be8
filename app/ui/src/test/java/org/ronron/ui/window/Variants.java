package org.ronron.ui.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.NodeFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;

/** The same collective on another day. */
public final class Variants {
    private Variants() {}

    /** Nothing answers since then; what was noted of zones and machines is still there. */
    public static Collective allDown(Collective of, Instant since) {
        List<EndpointView> silent =
                of.endpoints().stream()
                        .map(
                                e ->
                                        new EndpointView(
                                                e.id(),
                                                e.type(),
                                                e.name(),
                                                e.address(),
                                                EndpointView.State.SILENT,
                                                e.version(),
                                                e.fingerprint(),
                                                Optional.of(since),
                                                Optional.of(
                                                        Fault.of(
                                                                CommonError.UNREACHABLE,
                                                                e.name(),
                                                                "address",
                                                                e.address())),
                                                Optional.empty()))
                        .toList();
        Notes notes = new Notes("", "", "", "", "", "bouton rouge, puis compter jusqu’à dix");
        List<Node> nodes =
                of.nodes().stream()
                        .map(n -> node(n, n.zone(), Node.State.STALE, since, notes))
                        .toList();
        return with(of, of.zones(), nodes, silent, of.findings());
    }

    /** With one machine more that only SSH knows: nobody says where it stands. */
    public static Collective withUnplaced(Collective of, String name) {
        Node like = of.nodes().getFirst();
        Node made =
                new Node(
                        "n:" + name,
                        name,
                        "",
                        false,
                        Node.State.FINE,
                        NodeFact.Machine.PHYSICAL,
                        Optional.empty(),
                        like.seen(),
                        OptionalLong.of(8L << 30),
                        OptionalLong.of(6400),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        List.of(
                                new Node.Presence(
                                        "ssh-" + name, name, "linux", name, "", "", Map.of())),
                        List.of(),
                        true,
                        "",
                        Notes.EMPTY);
        List<Node> nodes = new ArrayList<>(of.nodes());
        nodes.add(made);
        List<Zone> zones = new ArrayList<>(of.zones());
        Totals totals =
                new Totals(OptionalLong.empty(), made.memory(), OptionalLong.empty(), made.cpu());
        zones.add(new Zone("", totals, false, 1, 0, Notes.EMPTY));
        return with(of, zones, nodes, of.endpoints(), of.findings());
    }

    /** The same with that machine placed by a person. */
    public static Collective placed(Collective of, String nodeId, String zone) {
        List<Node> nodes =
                of.nodes().stream()
                        .map(
                                n ->
                                        n.id().equals(nodeId)
                                                ? node(n, zone, n.state(), States.NOW, n.notes())
                                                : n)
                        .toList();
        List<Zone> zones = of.zones().stream().filter(z -> !z.name().isEmpty()).toList();
        return with(of, zones, nodes, of.endpoints(), of.findings());
    }

    /** The same with this machine also known to a scheduler, which says these two words of it. */
    public static Collective scheduled(
            Collective of, String nodeId, String zone, String draining, String eligible) {
        List<Node> nodes =
                of.nodes().stream()
                        .map(n -> n.id().equals(nodeId) ? joined(n, zone, draining, eligible) : n)
                        .toList();
        return with(of, of.zones(), nodes, of.endpoints(), of.findings());
    }

    private static Node joined(Node n, String zone, String draining, String eligible) {
        List<Node.Presence> both = new ArrayList<>();
        n.presences().forEach(p -> both.add(p.in(n.zone())));
        Map<String, String> labels = Map.of("draining", draining, "eligible", eligible);
        both.add(
                new Node.Presence("nomad", "nomad", "nomad", n.name(), "nomad", "client", labels)
                        .in(zone));
        boolean closed = eligible.equals("no");
        return new Node(
                n.id(),
                n.name(),
                n.zone(),
                false,
                draining.equals("yes")
                        ? Node.State.BUSY
                        : closed || !zone.equals(n.zone()) ? Node.State.ATTENTION : n.state(),
                n.machine(),
                n.immovable(),
                n.seen(),
                n.memory(),
                n.cpu(),
                n.disk(),
                n.diskFree(),
                both,
                n.workloads(),
                n.sizesPublished(),
                n.owner(),
                n.notes());
    }

    /** With nothing connected yet. */
    public static Collective empty() {
        return new Collective(
                "empty",
                "Les Chatons du quai",
                "own",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    /** With a finding of a connection silent since then. */
    public static Collective silentSince(Collective of, Instant since) {
        List<Finding> findings =
                of.findings().stream()
                        .map(
                                f ->
                                        f.kind().equals("silent")
                                                ? new Finding(
                                                        f.kind(),
                                                        f.type(),
                                                        f.severity(),
                                                        f.subject(),
                                                        Map.of(
                                                                "endpoint", f.subject(),
                                                                "address", "ssh://df-ymk:22",
                                                                "since", since.toString()))
                                                : f)
                        .toList();
        return of.withFindings(findings);
    }

    /** With these connections in the place of its own. */
    public static Collective connected(Collective of, List<EndpointView> endpoints) {
        return with(of, of.zones(), of.nodes(), endpoints, of.findings());
    }

    private static Collective with(
            Collective of,
            List<Zone> zones,
            List<Node> nodes,
            List<EndpointView> endpoints,
            List<Finding> findings) {
        return new Collective(
                of.id(),
                of.name(),
                of.kind(),
                zones,
                nodes,
                of.clusters(),
                endpoints,
                findings,
                of.buckets(),
                of.totals(),
                of.workloads(),
                of.facts());
    }

    private static Node node(Node of, String zone, Node.State state, Instant seen, Notes notes) {
        return new Node(
                of.id(),
                of.name(),
                zone,
                of.zoneByHand() || !zone.equals(of.zone()),
                state,
                of.machine(),
                of.immovable(),
                Optional.of(seen),
                of.memory(),
                of.cpu(),
                of.disk(),
                of.diskFree(),
                of.presences(),
                of.workloads(),
                of.sizesPublished(),
                of.owner(),
                notes);
    }
}
