package org.ronron.practice.nomad;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.ronron.api.Json;

/**
 * The state behind the simulator, and what becomes of it as time passes. Nothing happens by itself:
 * {@link #pass} does what is due by the clock. Not thread-safe: its owner holds the lock.
 */
final class NomadCluster {
    final EventBuffer events = new EventBuffer();
    final Map<String, Client> nodes = new TreeMap<>();
    private final Map<String, Client> machines = new TreeMap<>();
    final Map<String, Alloc> allocs = new LinkedHashMap<>();
    final List<Job> jobs = new ArrayList<>(Job.ALL);
    final List<String> namespaces = new ArrayList<>(List.of("default", "prod"));
    String version = "2.0.5";

    /** Whether what drains waits: a service that does not start elsewhere holds it up. */
    boolean held;

    private final InstantSource clock;
    private final PriorityQueue<Due> later = new PriorityQueue<>();
    private long index = 10;
    private int made;

    private record Due(Instant at, int order, Runnable what) implements Comparable<Due> {
        private static final Comparator<Due> BY_TIME =
                Comparator.comparing(Due::at).thenComparing(Due::order);

        @Override
        public int compareTo(Due other) {
            return BY_TIME.compare(this, other);
        }
    }

    NomadCluster(InstantSource clock, Map<String, String> zones) {
        this.clock = clock;
        zones.forEach(
                (name, zone) -> {
                    Client node = new Client(nodes.size() + 1, name, zone);
                    nodes.put(node.id, node);
                    machines.put(name, node);
                    node.created = index + 1;
                    node.event("Cluster", "Node registered", 0, clock.instant());
                    changed(node, "NodeRegistration");
                });
        jobs.forEach(this::fill);
        allocs.values().forEach(this::runs);
    }

    long index() {
        return index;
    }

    Instant now() {
        return clock.instant();
    }

    /** What is due by now. */
    void pass() {
        while (!later.isEmpty() && !later.peek().at().isAfter(clock.instant())) {
            later.poll().what().run();
        }
    }

    void in(Duration wait, Runnable what) {
        later.add(new Due(clock.instant().plus(wait), made++, what));
    }

    Optional<Client> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Also one that the server has forgotten. */
    Client named(String name) {
        Client machine = machines.get(name);
        if (machine == null) {
            throw new IllegalArgumentException(name);
        }
        return machine;
    }

    List<Alloc> on(Client node) {
        return allocs.values().stream().filter(a -> a.node == node).toList();
    }

    List<Alloc> liveOn(Client node) {
        return on(node).stream().filter(Alloc::live).toList();
    }

    void changed(Client node, String type) {
        node.modified = ++index;
        events.add(index, "Node", type, node.id, "", node.full(version));
    }

    /** A change that the stream does not tell. */
    void forgotten() {
        index++;
    }

    /** A client's report of an allocation rewrites its node too, which the stream then tells. */
    void reported(Alloc alloc) {
        alloc.modified = ++index;
        String namespace = alloc.job.namespace();
        events.add(index, "Allocation", "AllocationUpdated", alloc.id, namespace, alloc.event());
        if (nodes.containsKey(alloc.node.id)) {
            alloc.node.reported = index;
            alloc.node.modified = index;
            Json full = alloc.node.full(version);
            events.add(index, "Node", "AllocationUpdated", alloc.node.id, "", full);
        }
    }

    /** A decision of the server. */
    void planned(Alloc alloc) {
        alloc.modified = ++index;
        String namespace = alloc.job.namespace();
        events.add(index, "Allocation", "PlanResult", alloc.id, namespace, alloc.event());
    }

    /** Places what a job lacks; what finds no machine is what its evaluation waits for. */
    void fill(Job job) {
        if (job.everywhere()) {
            for (Client node : nodes.values()) {
                boolean there = on(node).stream().anyMatch(a -> a.job.equals(job) && a.wanted());
                if (node.takesWork() && job.allows(node.datacenter) && !there) {
                    place(job, node, 0);
                }
            }
            return;
        }
        for (int number = 0; lacking(job) > 0 && number < job.count(); number++) {
            String name = name(job, number);
            boolean there = running(job).stream().anyMatch(a -> a.name.equals(name));
            Optional<Client> room = room(job);
            if (!there && room.isPresent()) {
                place(job, room.get(), number);
            }
        }
    }

    /** So many instances are wanted and are nowhere. */
    int lacking(Job job) {
        return job.everywhere() ? 0 : job.count() - running(job).size();
    }

    private List<Alloc> running(Job job) {
        return allocs.values().stream().filter(a -> a.job.equals(job) && a.wanted()).toList();
    }

    private Optional<Client> room(Job job) {
        return nodes.values().stream()
                .filter(node -> node.takesWork() && job.allows(node.datacenter))
                .min(
                        Comparator.comparingInt((Client node) -> used(node))
                                .thenComparing(node -> node.name));
    }

    private int used(Client node) {
        return liveOn(node).stream().mapToInt(a -> a.job.memory()).sum();
    }

    private static String name(Job job, int number) {
        return job.id() + "." + job.id() + "[" + number + "]";
    }

    private void place(Job job, Client node, int number) {
        String id = uuid("alloc" + made++);
        Alloc alloc = new Alloc(job, id, name(job, number), node, index + 1);
        allocs.values().stream()
                .filter(old -> old.job.equals(job) && old.name.equals(alloc.name))
                .filter(old -> old.next.isEmpty() && (!job.everywhere() || old.node == node))
                .forEach(old -> old.next = id);
        allocs.put(id, alloc);
        planned(alloc);
        in(Duration.ofSeconds(1), () -> runs(alloc));
    }

    private void runs(Alloc alloc) {
        if (alloc.state.equals("pending")) {
            alloc.state = "running";
            reported(alloc);
        }
    }

    static String uuid(String from) {
        return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Stopped by the server, gone on the client; what may run elsewhere is placed there. */
    void stop(Collection<Alloc> which, String why) {
        for (Alloc alloc : which) {
            alloc.desired = "stop";
            alloc.why = why;
            planned(alloc);
            alloc.state = "complete";
            reported(alloc);
        }
        jobs.forEach(this::fill);
    }

    /** Everything that matches changes in one way, and the jobs find new places. */
    void lose(Collection<Alloc> which, Consumer<Alloc> how) {
        for (Alloc alloc : which) {
            how.accept(alloc);
            planned(alloc);
        }
        jobs.forEach(this::fill);
    }
}
