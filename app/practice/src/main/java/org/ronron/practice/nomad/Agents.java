package org.ronron.practice.nomad;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Json;

/**
 * What happens to client agents: killed, started, given another datacenter, purged. Times after
 * what was measured on a real one.
 */
record Agents(NomadCluster cluster) {
    private static final Duration MISSED = Duration.ofSeconds(12);
    private static final Duration GIVEN_UP = Duration.ofSeconds(22);
    private static final Duration SYNCED = Duration.ofSeconds(3);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String LOST = "alloc is lost since its node is down";

    /** The machine loses power: the server misses it later, and its work is placed elsewhere. */
    void kill(Client node) {
        node.agentUp = false;
        cluster.in(MISSED, () -> missed(node));
    }

    private void missed(Client node) {
        if (node.agentUp) {
            return;
        }
        Optional<Duration> patience =
                cluster.liveOn(node).stream().flatMap(a -> a.job.lostAfter().stream()).findFirst();
        node.event("Cluster", "Node heartbeat missed", cluster.index() + 1, cluster.now());
        if (patience.isEmpty()) {
            status(node, "down");
            lose(cluster.liveOn(node));
            return;
        }
        status(node, "disconnected");
        List<Alloc> live = cluster.liveOn(node);
        for (Alloc alloc : live) {
            boolean waits = alloc.job.everywhere() || alloc.job.lostAfter().isPresent();
            if (waits) {
                alloc.state = "unknown";
                cluster.planned(alloc);
            }
        }
        lose(live.stream().filter(a -> !a.state.equals("unknown")).toList());
        cluster.in(patience.get(), () -> gone(node, () -> lose(cluster.liveOn(node))));
        cluster.in(patience.get().plus(GIVEN_UP), () -> gone(node, () -> status(node, "down")));
    }

    private static void gone(Client node, Runnable what) {
        if (!node.agentUp) {
            what.run();
        }
    }

    private void lose(List<Alloc> which) {
        cluster.lose(
                which,
                alloc -> {
                    alloc.desired = "stop";
                    alloc.state = "lost";
                    alloc.why = LOST;
                });
    }

    /** The machine is back. What was lost and survived runs a moment more before it is stopped. */
    void start(Client node) {
        node.agentUp = true;
        if (!cluster.nodes.containsKey(node.id)) {
            registers(node);
            return;
        }
        boolean disconnected = node.status.equals("disconnected");
        if (disconnected) {
            status(node, "initializing");
            cluster.in(SYNCED, () -> back(node));
        } else if (!node.status.equals("ready")) {
            back(node);
        }
        datacenter(node);
    }

    private void back(Client node) {
        String message = "Node reregistered by heartbeat";
        node.event("Cluster", message, cluster.index() + 1, cluster.now());
        status(node, "ready");
        for (Alloc alloc : cluster.on(node)) {
            if (alloc.state.equals("unknown") || alloc.state.equals("lost")) {
                alloc.state = "running";
                cluster.reported(alloc);
            }
        }
        cluster.jobs.forEach(cluster::fill);
        cluster.in(
                A_MOMENT,
                () ->
                        cluster.stop(
                                cluster.liveOn(node).stream()
                                        .filter(a -> a.desired.equals("stop"))
                                        .toList(),
                                LOST));
    }

    /** Reads the file again, as only a restart does; the node stays {@code ready} meanwhile. */
    void restart(Client node) {
        cluster.in(A_MOMENT, () -> datacenter(node));
    }

    private void datacenter(Client node) {
        if (!node.inFile.equals(node.datacenter)) {
            node.datacenter = node.inFile;
            cluster.changed(node, "NodeRegistration");
            cluster.jobs.forEach(cluster::fill);
        }
    }

    /** Forgotten by the server, without an event; an agent that runs registers again by itself. */
    void purge(Client node) {
        node.status = "down";
        lose(cluster.liveOn(node));
        cluster.nodes.remove(node.id);
        cluster.forgotten();
        if (node.agentUp) {
            cluster.in(A_MOMENT, () -> registers(node));
        }
    }

    private void registers(Client node) {
        node.created = cluster.index() + 1;
        node.datacenter = node.inFile;
        node.status = "ready";
        node.eligible = true;
        node.drain = false;
        node.lastDrain = Json.Null.NULL;
        node.events.clear();
        node.event("Cluster", "Node registered", 0, cluster.now());
        cluster.nodes.put(node.id, node);
        cluster.changed(node, "NodeRegistration");
        cluster.jobs.forEach(cluster::fill);
    }

    private void status(Client node, String status) {
        node.status = status;
        cluster.changed(node, "NodeRegistration");
    }
}
