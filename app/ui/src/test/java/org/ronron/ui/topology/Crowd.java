package org.ronron.ui.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;

/** Many machines with many services, from a seed: each the same every time. */
final class Crowd {
    private static final List<String> CITIES =
            List.of(
                    "bordeaux",
                    "lyon",
                    "nantes",
                    "rennes",
                    "toulouse",
                    "lille",
                    "brest",
                    "grenoble",
                    "nancy",
                    "dijon",
                    "namur",
                    "liege",
                    "geneve",
                    "turin",
                    "bilbao",
                    "porto",
                    "kassel",
                    "leiden",
                    "aarhus",
                    "gand");
    private static final List<String> APPS =
            List.of("nextcloud", "matrix", "jitsi", "forgejo", "peertube", "etherpad", "paheko");

    private final Random random;
    private final int zones;

    private Crowd(int zones, long seed) {
        this.zones = zones;
        this.random = new Random(seed);
    }

    static Collective of(int machines, int services, int zones) {
        return new Crowd(zones, machines).make(machines, services);
    }

    private Collective make(int machines, int services) {
        List<Node> nodes = new ArrayList<>();
        int left = services;
        for (int i = 0; i < machines; i++) {
            int here = i == machines - 1 ? left : Math.min(left, services / machines + around());
            nodes.add(node(i, here));
            left -= here;
        }
        List<Zone> all = new ArrayList<>();
        for (int z = 0; z < zones; z++) {
            String name = CITIES.get(z);
            List<Node> in = nodes.stream().filter(n -> n.zone().equals(name)).toList();
            all.add(new Zone(name, totals(in), false, in.size(), services(in), Notes.EMPTY));
        }
        return new Collective(
                "crowd",
                "Beaucoup",
                "own",
                all,
                nodes,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                totals(nodes),
                services,
                Map.of());
    }

    private int around() {
        return random.nextInt(5) - 2;
    }

    private static int services(List<Node> nodes) {
        return nodes.stream().mapToInt(n -> n.workloads().size()).sum();
    }

    private static Totals totals(List<Node> nodes) {
        long memory = nodes.stream().mapToLong(n -> n.memory().orElse(0)).sum();
        long cpu = nodes.stream().mapToLong(n -> n.cpu().orElse(0)).sum();
        long reserved =
                nodes.stream()
                        .flatMap(n -> n.workloads().stream())
                        .mapToLong(w -> w.memory().orElse(0))
                        .sum();
        return new Totals(
                OptionalLong.of(reserved),
                OptionalLong.of(memory),
                OptionalLong.of(cpu / 2),
                OptionalLong.of(cpu));
    }

    private Node node(int i, int services) {
        String zone = CITIES.get(i % zones);
        String name = "%s-mini-%03d".formatted(zone, i / zones + 1);
        long memory = (8L << random.nextInt(4)) * Machines.GIB;
        long cpu = 4_000L << random.nextInt(4);
        List<Workload> runs = new ArrayList<>();
        for (int w = 0; w < services; w++) {
            runs.add(workload(i, w, memory, cpu, services));
        }
        int roll = random.nextInt(100);
        Node.State state =
                roll < 2
                        ? Node.State.WRONG
                        : roll < 4
                                ? Node.State.STALE
                                : roll < 7 ? Node.State.ATTENTION : Node.State.FINE;
        Map<String, String> labels =
                Map.of(Node.Presence.ELIGIBLE, Node.Presence.YES, "class", i % 2 == 0 ? "a" : "b");
        Node made =
                new Node(
                        "n:" + name,
                        name,
                        zone,
                        false,
                        state,
                        NodeFact.Machine.PHYSICAL,
                        Optional.empty(),
                        Optional.of(
                                state == Node.State.FINE
                                        ? Machines.NOW
                                        : Machines.NOW.minus(Duration.ofHours(2))),
                        OptionalLong.of(memory),
                        OptionalLong.of(cpu),
                        OptionalLong.of(512 * Machines.GIB),
                        OptionalLong.of((100 + random.nextInt(300)) * Machines.GIB),
                        List.of(
                                new Node.Presence(
                                        "nomad", "nomad", "nomad", "k" + i, "nomad", "client",
                                        labels)),
                        runs,
                        true,
                        "",
                        Notes.EMPTY);
        NodeRoom room =
                NodeRoom.kept(
                                OptionalLong.of(Machines.GIB),
                                OptionalLong.of(500),
                                OptionalLong.empty())
                        .used(
                                OptionalLong.of(memory * (20 + random.nextInt(50)) / 100),
                                OptionalLong.empty());
        return made.withRoom(room);
    }

    private Workload workload(int node, int index, long memory, long cpu, int of) {
        String job = APPS.get(random.nextInt(APPS.size())) + "-" + random.nextInt(400);
        double share = (0.4 + random.nextDouble()) * 0.6 / of;
        int roll = random.nextInt(100);
        WorkloadFact.State state =
                roll < 2
                        ? WorkloadFact.State.FAILED
                        : roll < 5 ? WorkloadFact.State.STARTING : WorkloadFact.State.RUNNING;
        OptionalLong reserved = OptionalLong.of((long) (memory * share));
        return new Workload(
                "nomad/%04d-%02d".formatted(node, index),
                job + ".web[" + index + "]",
                Optional.of(job),
                state,
                reserved,
                OptionalLong.of((long) (cpu * share)),
                OptionalLong.empty(),
                index % 3 == 0
                        ? OptionalLong.of(reserved.getAsLong() * 3 / 2)
                        : OptionalLong.empty(),
                OptionalLong.empty(),
                Map.of());
    }
}
