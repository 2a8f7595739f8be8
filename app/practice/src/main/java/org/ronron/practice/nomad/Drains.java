package org.ronron.practice.nomad;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ronron.api.Json;

/**
 * Drains, with the times that a real one takes: services leave after a second, what runs everywhere
 * after two. A forced drain says {@code complete} at once, while everything still runs.
 */
record Drains(NomadCluster cluster) {
    private static final Duration SERVICES = Duration.ofSeconds(1);
    private static final Duration SYSTEM = Duration.ofSeconds(2);
    private static final Duration FORCED = Duration.ofSeconds(3);

    /**
     * @param spec as it was sent
     */
    void start(Client node, Json.Obj spec, Json meta, String accessor) {
        Instant now = cluster.now();
        long nanos = spec.number("Deadline").orElse(0L);
        boolean forced = nanos < 0;
        boolean ignoring = spec.bool("IgnoreSystemJobs").orElse(false);
        Duration deadline = Duration.ofNanos(Math.max(0, nanos));
        node.eligible = false;
        node.drain = true;
        node.strategy =
                Json.obj()
                        .with("Deadline", nanos)
                        .with("ForceDeadline", now.plus(deadline).toString())
                        .with("IgnoreSystemJobs", Json.of(ignoring))
                        .with("StartedAt", now.toString());
        node.drained("draining", accessor, meta, now, now);
        node.event("Drain", "Node drain strategy set", cluster.index() + 1, now);
        cluster.changed(node, "NodeDrain");
        Json ours = node.strategy;
        if (forced) {
            ends(node, ours, accessor, meta, now);
            cluster.in(FORCED, () -> leave(node, true));
        } else if (cluster.liveOn(node).isEmpty()) {
            ends(node, ours, accessor, meta, now);
        } else {
            cluster.in(SERVICES, () -> whileDraining(node, ours, () -> leave(node, false)));
            cluster.in(
                    SYSTEM,
                    () ->
                            whileDraining(
                                    node,
                                    ours,
                                    () -> {
                                        leave(node, !ignoring);
                                        ends(node, ours, accessor, meta, now);
                                    }));
        }
    }

    /** Ends it; on a node that does not drain only the eligibility changes. */
    void stop(Client node, boolean markEligible, Json meta, String accessor) {
        if (node.drain) {
            Instant began = Instant.parse(((Json.Obj) node.lastDrain).text("StartedAt").orElse(""));
            node.drained("canceled", accessor, meta, began, cluster.now());
            node.event("Drain", "Node drain disabled", cluster.index() + 1, cluster.now());
        }
        node.drain = false;
        node.strategy = Json.Null.NULL;
        node.eligible = node.eligible || markEligible;
        cluster.changed(node, "NodeDrain");
        cluster.jobs.forEach(cluster::fill);
    }

    private void whileDraining(Client node, Json strategy, Runnable what) {
        if (node.drain && node.strategy.equals(strategy) && !cluster.held) {
            what.run();
        }
    }

    private void leave(Client node, boolean everything) {
        List<Alloc> leaving =
                cluster.liveOn(node).stream()
                        .filter(a -> everything || !a.job.everywhere())
                        .toList();
        leaving.forEach(a -> a.migrating = true);
        cluster.stop(leaving, "alloc is being migrated");
    }

    private void ends(Client node, Json strategy, String accessor, Json meta, Instant began) {
        whileDraining(
                node,
                strategy,
                () -> {
                    node.drain = false;
                    node.strategy = Json.Null.NULL;
                    node.drained("complete", accessor, meta, began, cluster.now());
                    Instant now = cluster.now();
                    node.event("Drain", "Node drain complete", cluster.index() + 1, now);
                    cluster.changed(node, "NodeDrain");
                });
    }
}
