package org.ronron.ui.topology;

import static org.ronron.ui.topology.Machines.GIB;
import static org.ronron.ui.topology.Machines.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ronron.api.BackupFact;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.api.Reach;
import org.ronron.api.Severity;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Space;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Uncovered;
import org.ronron.core.model.Waiting;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;
import org.ronron.core.plan.Plan;

/** Five machines in three zones, with all that a scheduler and a store can tell of them. */
final class Village {
    private static final long MIB = 1L << 20;

    private Village() {}

    static Workload plume(String id, long used) {
        return new Workload(
                "nomad/" + id,
                "plume.web[" + id + "]",
                Optional.of("plume"),
                WorkloadFact.State.RUNNING,
                OptionalLong.of(512 * MIB),
                OptionalLong.of(400),
                OptionalLong.of(300 * MIB),
                OptionalLong.of(2048 * MIB),
                OptionalLong.of(used * MIB),
                Map.of("namespace", "associations"));
    }

    private static Workload job(String id, String name, WorkloadFact.State state, long mib) {
        return new Workload(
                "nomad/" + id,
                name + ".app[0]",
                Optional.of(name),
                state,
                OptionalLong.of(mib * MIB),
                OptionalLong.of(600),
                OptionalLong.of(300 * MIB),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Map.of());
    }

    private static Node node(
            String name, String zone, String said, int copies, Node.State state, Workload... runs) {
        List<Node.Presence> by = new ArrayList<>();
        by.add(
                new Node.Presence(
                                "nomad",
                                "nomad-maison",
                                "nomad",
                                "k-" + name,
                                "nomad",
                                "client",
                                Map.of(
                                        "eligible",
                                        "yes",
                                        "pool",
                                        zone.equals("atuin") ? "gros" : "default"))
                        .in(zone));
        if (copies > 0) {
            by.add(
                    new Node.Presence(
                                    "garage",
                                    "garage-maison",
                                    "garage",
                                    "g-" + name,
                                    "main",
                                    "storage",
                                    Map.of("partitions", Integer.toString(copies)))
                            .in(said));
        }
        return new Node(
                        "n:" + name,
                        name,
                        zone,
                        false,
                        state,
                        NodeFact.Machine.PHYSICAL,
                        Optional.empty(),
                        Optional.of(NOW.minusSeconds(8)),
                        OptionalLong.of(8 * GIB),
                        OptionalLong.of(5400),
                        OptionalLong.of(258 * GIB),
                        OptionalLong.of(120 * GIB),
                        by,
                        List.of(runs),
                        true,
                        "",
                        Notes.EMPTY)
                .withRoom(
                        NodeRoom.kept(
                                        OptionalLong.of(512 * MIB),
                                        OptionalLong.of(200),
                                        OptionalLong.of(GIB))
                                .used(OptionalLong.of(3 * GIB), OptionalLong.of(900)));
    }

    static Collective collective() {
        List<Node> nodes =
                List.of(
                        node(
                                "courgette",
                                "atuin",
                                "atuin",
                                256,
                                Node.State.FINE,
                                plume("a1", 141),
                                job("a2", "matrix", WorkloadFact.State.RUNNING, 2048),
                                job("a3", "cryptpad", WorkloadFact.State.FAILED, 700)),
                        node(
                                "celeri",
                                "atuin",
                                "neptune",
                                128,
                                Node.State.ATTENTION,
                                plume("b1", 620),
                                job("b2", "jitsi", WorkloadFact.State.STARTING, 1024)),
                        node(
                                "onion",
                                "neptune",
                                "neptune",
                                128,
                                Node.State.FINE,
                                plume("c1", 98),
                                job("c2", "matrix", WorkloadFact.State.RUNNING, 4096)),
                        node("oseille", "scorpio", "scorpio", 256, Node.State.FINE),
                        node("abricot", "scorpio", "scorpio", 0, Node.State.FINE, plume("d1", 77)));
        return new Collective(
                        "v",
                        "Les Chatons du quai",
                        "own",
                        List.of(
                                zone("atuin", 7, 15, 2),
                                zone("neptune", 4, 7, 1),
                                zone("scorpio", 1, 15, 2)),
                        nodes,
                        List.of(
                                new Cluster(
                                        "garage",
                                        "main",
                                        "garage-maison",
                                        OptionalInt.of(3),
                                        true,
                                        false,
                                        Json.obj()),
                                new Cluster(
                                        "nomad",
                                        "nomad",
                                        "nomad-maison",
                                        OptionalInt.empty(),
                                        true,
                                        false,
                                        Json.obj())),
                        List.of(
                                endpoint("garage", "garage-maison", ""),
                                endpoint("nomad", "nomad-maison", "volontaire@onion")),
                        List.of(
                                new Finding(
                                        "partial",
                                        "nomad",
                                        Severity.WARN,
                                        "nomad-maison",
                                        Map.of()),
                                new Finding(
                                        "zone-contradiction",
                                        "",
                                        Severity.WARN,
                                        "celeri",
                                        Map.of(
                                                "node", "celeri",
                                                "endpoint", "nomad-maison",
                                                "zone", "atuin",
                                                "other", "garage-maison",
                                                "otherZone", "neptune"))),
                        List.of(),
                        new Totals(
                                OptionalLong.of(12 * GIB),
                                OptionalLong.of(37 * GIB),
                                OptionalLong.of(5000),
                                OptionalLong.of(26000)),
                        8,
                        Map.of())
                .with(
                        List.of(
                                new Space(
                                        "plume",
                                        "plume.example",
                                        "Théâtre de l’Étoile",
                                        "",
                                        Map.of(),
                                        Optional.empty(),
                                        List.of())),
                        List.of())
                .with(safety(), List.of())
                .withWaiting(
                        List.of(
                                new Waiting(
                                        "nomad",
                                        "",
                                        "peertube",
                                        Optional.of("peertube"),
                                        "nowhere",
                                        Map.of(
                                                "name",
                                                "peertube",
                                                "endpoint",
                                                "nomad-maison",
                                                "node",
                                                "radis"))));
    }

    private static Zone zone(String name, long reserved, long all, int nodes) {
        return new Zone(
                name,
                new Totals(
                        OptionalLong.of(reserved * GIB),
                        OptionalLong.of(all * GIB),
                        OptionalLong.of(reserved * 600),
                        OptionalLong.of(nodes * 5200L)),
                false,
                nodes,
                nodes * 2,
                Notes.EMPTY);
    }

    private static EndpointView endpoint(String id, String name, String via) {
        return new EndpointView(
                id,
                id,
                name,
                "https://" + name + ".example",
                EndpointView.State.FINE,
                "2.0.5",
                "print",
                Optional.of(NOW.minusSeconds(8)),
                Optional.empty(),
                Optional.empty(),
                via.isEmpty() ? Map.of() : Map.of(Reach.VIA, via),
                Map.of(),
                Login.NOT_TOLD);
    }

    private static Safety safety() {
        BackupFact fact =
                new BackupFact(
                        "borg@save",
                        "/srv",
                        List.of(new BackupFact.Cover(BackupFact.Cover.Kind.MACHINE, "courgette")),
                        "",
                        "",
                        BackupFact.Condition.READABLE,
                        List.of(
                                new BackupFact.Point(
                                        "p1",
                                        NOW.minus(Duration.ofHours(9)),
                                        Optional.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        BackupFact.Result.DONE)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        Backup backup =
                new Backup(
                        "borg",
                        "borg",
                        "borg",
                        NOW,
                        fact,
                        Backup.Posture.PROTECTED,
                        Backup.Place.ELSEWHERE,
                        "",
                        Optional.empty());
        return new Safety(
                List.of(backup),
                List.of(new Uncovered(Uncovered.Kind.MACHINE, "n:onion", "onion", 0)));
    }

    /** What the store survives as it stands. */
    static List<Plan.ClusterForecast> standing(int zonesToLose) {
        return List.of(
                new Plan.ClusterForecast(
                        "garage",
                        "garage",
                        "garage-maison",
                        new Forecast(
                                GIB,
                                GIB,
                                OptionalInt.of(0),
                                OptionalLong.of(0),
                                true,
                                zonesToLose,
                                zonesToLose,
                                Map.of(),
                                List.of(),
                                false)));
    }
}
