package org.ronron.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * What one cluster has to do with the wishes: one change for all of them.
 *
 * @param steps in order, not yet in their place
 * @param seen by node id, the look by which the cluster tells that a machine is back
 */
record ClusterPart(
        EndpointView endpoint,
        Cluster cluster,
        List<Wish> wishes,
        Forecast forecast,
        List<Step> steps,
        Map<String, Seen> seen) {
    /** The verb of a look that is done once the machine is up; its argument is {@code node}. */
    static final String SEEN = "node.seen";

    /** A look with what is to be shown of it. */
    record Seen(Action action, ActionSpec spec) {}

    Plan.ClusterForecast shown() {
        return new Plan.ClusterForecast(endpoint.id(), endpoint.type(), cluster.name(), forecast);
    }

    /**
     * The part of a cluster; none when no wish concerns it, or its system places nothing.
     *
     * @param mark of the plan, for connectors that can put one on what they make
     */
    static Optional<ClusterPart> of(
            EndpointView endpoint,
            Cluster cluster,
            List<Wish> wishes,
            Sessions sessions,
            String mark)
            throws RefusedException {
        Map<String, Wish> here = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            presences(cluster, wish.node()).forEach(p -> here.put(p.key(), wish));
        }
        if (here.isEmpty()) {
            return Optional.empty();
        }
        try (Session session = sessions.reading(endpoint.id())) {
            Optional<Placement> placement = session.capability(Placement.class);
            Optional<Actions> actions = session.capability(Actions.class);
            if (placement.isEmpty() || actions.isEmpty()) {
                return Optional.empty();
            }
            List<Move> moves = new ArrayList<>();
            here.forEach((key, wish) -> moves.add(new Move(key, wish.move().zone())));
            Map<String, String> values = values(endpoint, cluster, here.values().stream());
            List<Step> steps = new ArrayList<>();
            for (Placement.PlacementStep step :
                    placement.get().steps(cluster.state(), moves, mark)) {
                steps.add(step(endpoint, step, values, actions.get()));
            }
            Map<String, Seen> seen = new LinkedHashMap<>();
            here.forEach(
                    (key, wish) ->
                            seen(endpoint, key, actions.get())
                                    .ifPresent(s -> seen.put(wish.node().id(), s)));
            return Optional.of(
                    new ClusterPart(
                            endpoint,
                            cluster,
                            List.copyOf(new LinkedHashSet<>(here.values())),
                            placement.get().forecast(cluster.state(), moves),
                            List.copyOf(steps),
                            Map.copyOf(seen)));
        } catch (ConnectorException refused) {
            throw new RefusedException(refused.fault(), refused);
        }
    }

    private static Stream<Node.Presence> presences(Cluster cluster, Node node) {
        return node.presences().stream()
                .filter(
                        p ->
                                p.endpointId().equals(cluster.endpointId())
                                        && p.cluster().equals(cluster.key()));
    }

    private static Map<String, String> values(
            EndpointView endpoint, Cluster cluster, Stream<Wish> wishes) {
        List<Wish> all = wishes.toList();
        return Map.of(
                "endpoint",
                endpoint.name(),
                "cluster",
                cluster.name(),
                "nodes",
                all.stream().map(w -> w.node().name()).distinct().collect(Collectors.joining(", ")),
                "zones",
                all.stream()
                        .map(w -> w.move().zone())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    private static Step step(
            EndpointView endpoint,
            Placement.PlacementStep step,
            Map<String, String> values,
            Actions actions) {
        ActionSpec spec = actions.describe(step.action());
        return new Step(
                0,
                List.of(),
                kind(step.by()),
                spec.stepClass(),
                endpoint.type(),
                step.text(),
                values,
                endpoint.name(),
                Optional.of(step.action()),
                spec.exactCall(),
                spec.mark(),
                spec.deadline(),
                step.config().map(OwnersDiff::of).orElse(""));
    }

    private static Step.Kind kind(Placement.By by) {
        return switch (by) {
            case RONRON -> Step.Kind.CALL;
            case TIME -> Step.Kind.WAIT;
            case OWNER -> Step.Kind.HANDS;
        };
    }

    /** A connector without this verb says so by refusing to describe it. */
    private static Optional<Seen> seen(EndpointView endpoint, String key, Actions actions) {
        Action look = new Action(endpoint.id(), SEEN, Json.obj().with("node", key));
        try {
            return Optional.of(new Seen(look, actions.describe(look)));
        } catch (IllegalArgumentException notOffered) {
            return Optional.empty();
        }
    }
}
