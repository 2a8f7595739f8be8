package org.ronron.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.NodeFact;
import org.ronron.api.Severity;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;

/** Eleven machines in five homes, with the figures that were published. */
public final class Deuxfleurs {
    private static final long MIB = 1L << 20;
    private static final double GIB = 1L << 30;

    /** Name, services, memory in MiB, CPU in MHz. */
    private record Machine(String name, int workloads, long memory, long cpu) {}

    /** Name, reserved memory in GiB, reserved CPU in MHz. */
    private record Home(String name, double memory, long cpu, List<Machine> machines) {}

    private static final List<Home> HOMES =
            List.of(
                    new Home(
                            "bespin",
                            6.11,
                            5450,
                            List.of(
                                    new Machine("df-ymf", 4, 7846, 5400),
                                    new Machine("df-ymk", 7, 7846, 5400),
                                    new Machine("df-ykl", 3, 7846, 5400))),
                    new Home("corrin", 0, 0, List.of(new Machine("pamplemousse", 0, 11883, 5000))),
                    new Home(
                            "dathomir",
                            0,
                            0,
                            List.of(
                                    new Machine("onion", 0, 3837, 5000),
                                    new Machine("oseille", 0, 7831, 5000))),
                    new Home(
                            "neptune",
                            11.85,
                            9400,
                            List.of(
                                    new Machine("courgette", 6, 11866, 5400),
                                    new Machine("celeri", 10, 7846, 5400),
                                    new Machine("concombre", 11, 7846, 5400))),
                    new Home(
                            "scorpio",
                            5.04,
                            7650,
                            List.of(
                                    new Machine("ananas", 3, 11774, 6400),
                                    new Machine("abricot", 12, 11774, 6400))));

    private final boolean sample;

    private Deuxfleurs(boolean sample) {
        this.sample = sample;
    }

    /** As published: sizes of services unknown, what is reserved known by zone only. */
    public static Collective sample() {
        return new Deuxfleurs(true).collective();
    }

    /** As it could be connected: services with sizes, a machine silent, one busy, one by hand. */
    public static Collective own() {
        return new Deuxfleurs(false).collective();
    }

    private Collective collective() {
        List<Zone> zones = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (Home home : HOMES) {
            home.machines().forEach(m -> nodes.add(node(m, home.name())));
            zones.add(zone(home));
        }
        long memory = nodes.stream().mapToLong(n -> n.memory().orElse(0)).sum();
        long cpu = nodes.stream().mapToLong(n -> n.cpu().orElse(0)).sum();
        return new Collective(
                "deuxfleurs",
                "Deuxfleurs",
                sample ? "sample" : "own",
                zones,
                nodes,
                List.of(),
                sample ? List.of() : endpoints(),
                sample ? List.of() : findings(),
                List.of(),
                new Totals(
                        OptionalLong.of((long) (23 * GIB)),
                        OptionalLong.of(memory),
                        OptionalLong.of(22500),
                        OptionalLong.of(cpu)),
                nodes.stream().mapToInt(n -> n.workloads().size()).sum(),
                sample
                        ? Map.of(
                                "sample.source", "Association Deuxfleurs, 2024, CC-BY",
                                "sample.published", "2024-10-22",
                                "sample.fact.sites", "5")
                        : Map.of());
    }

    private Zone zone(Home home) {
        return new Zone(
                home.name(),
                new Totals(
                        OptionalLong.of((long) (home.memory() * GIB)),
                        OptionalLong.of(
                                home.machines().stream().mapToLong(Machine::memory).sum() * MIB),
                        OptionalLong.of(home.cpu()),
                        OptionalLong.of(home.machines().stream().mapToLong(Machine::cpu).sum())),
                sample,
                home.machines().size(),
                home.machines().stream().mapToInt(Machine::workloads).sum(),
                sample || !home.name().equals("neptune")
                        ? Notes.EMPTY
                        : new Notes(
                                "chez Maximilien",
                                "06 00 00 00 00",
                                "après 18 h",
                                "sous le pot de fleurs",
                                "box au salon",
                                "bouton derrière"));
    }

    private Node node(Machine machine, String zone) {
        boolean silent = !sample && machine.name().equals("df-ymk");
        boolean busy = !sample && machine.name().equals("ananas");
        boolean attention = !sample && machine.name().equals("celeri");
        return new Node(
                "n:" + machine.name(),
                machine.name(),
                zone,
                !sample && machine.name().equals("oseille"),
                silent
                        ? Node.State.STALE
                        : busy
                                ? Node.State.BUSY
                                : attention ? Node.State.ATTENTION : Node.State.FINE,
                NodeFact.Machine.PHYSICAL,
                sample
                        ? Optional.of("sample")
                        : machine.name().equals("abricot")
                                ? Optional.of("rented")
                                : Optional.empty(),
                Optional.of(States.NOW.minusSeconds(silent ? 3 * 3600 : 8)),
                OptionalLong.of(machine.memory() * MIB),
                OptionalLong.of(machine.cpu()),
                sample ? OptionalLong.empty() : OptionalLong.of(500_000_000_000L),
                sample
                        ? OptionalLong.empty()
                        : OptionalLong.of(210_000_000_000L + 7_000_000L * machine.memory()),
                List.of(
                        new Node.Presence(
                                "garage",
                                "garage-maison",
                                "garage",
                                machine.name(),
                                "main",
                                "storage",
                                Map.of("pool", "default"))),
                workloads(machine),
                sample ? machine.workloads() == 0 : true,
                "",
                Notes.EMPTY);
    }

    private List<Workload> workloads(Machine machine) {
        return IntStream.range(0, machine.workloads())
                .mapToObj(
                        i ->
                                new Workload(
                                        machine.name() + "/" + i,
                                        sample ? "" : name(i) + "-" + i,
                                        sample ? Optional.empty() : Optional.of(name(i)),
                                        !sample && i == 5
                                                ? WorkloadFact.State.FAILED
                                                : WorkloadFact.State.RUNNING,
                                        sample
                                                ? OptionalLong.empty()
                                                : OptionalLong.of((150 + 91L * i) * MIB),
                                        sample
                                                ? OptionalLong.empty()
                                                : OptionalLong.of(120 + 60L * i)))
                .toList();
    }

    private static String name(int i) {
        return List.of("plume", "tricot", "matrix", "jitsi", "cryptpad", "postfix").get(i % 6);
    }

    private static List<EndpointView> endpoints() {
        return List.of(
                endpoint("garage", "garage-maison", EndpointView.State.FINE, 8, 42),
                endpoint("nomad", "nomad", EndpointView.State.FINE, 12, 0),
                endpoint("df-ymk", "df-ymk", EndpointView.State.SILENT, 3 * 3600, 0));
    }

    private static EndpointView endpoint(
            String id, String name, EndpointView.State state, long ago, long minutes) {
        return new EndpointView(
                id,
                "garage",
                name,
                "https://" + name + ".example:3903",
                state,
                "2.3.0",
                "print",
                Optional.of(States.NOW.minusSeconds(ago)),
                state == EndpointView.State.SILENT
                        ? Optional.of(Fault.of(CommonError.UNREACHABLE, name, "address", name))
                        : Optional.empty(),
                minutes == 0
                        ? Optional.empty()
                        : Optional.of(States.NOW.plusSeconds(minutes * 60)));
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        "silent",
                        "",
                        Severity.WARN,
                        "df-ymk",
                        Map.of("endpoint", "df-ymk", "address", "ssh://df-ymk:22", "since", "3 h")),
                new Finding(
                        "zone-by-hand",
                        "",
                        Severity.WARN,
                        "oseille",
                        Map.of(
                                "node", "oseille",
                                "hand", "dathomir",
                                "endpoint", "garage-maison",
                                "zone", "corrin")));
    }
}
