package org.ronron.core.plan;

import java.util.ArrayList;
import java.util.Collection;
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
 * What one cluster has to do with the wishes: one change for all of them, and what each machine
 * needs before and after.
 *
 * @param steps in order, not yet in their place
 * @param seen by node id, the look by which the cluster tells that a machine is back
 */
record ClusterPart(
        EndpointView endpoint,
        Cluster cluster,
        List<Wish> wishes,
        Forecast forecast,
        List<PhaseStep> steps,
        Map<String, Seen> seen) {
    /** The verb of a look that is done once the machine is up; its argument is {@code node}. */
    static final String SEEN = "node.seen";

    /** A look with what is to be shown of it. */
    record Seen(Action action, ActionSpec spec) {}

    Plan.ClusterForecast shown() {
        return new Plan.ClusterForecast(endpoint.id(), endpoint.type(), cluster.name(), forecast);
    }

    List<PhaseStep> in(Placement.Phase phase) {
        return steps.stream().filter(s -> s.phase() == phase).toList();
    }

    /** The steps of one machine in a phase. */
    List<PhaseStep> in(Placement.Phase phase, Wish wish) {
        return wishes.contains(wish)
                ? in(phase).stream().filter(s -> s.of(wish)).toList()
                : List.of();
    }

    boolean has(Placement.Phase phase) {
        return !in(phase).isEmpty();
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
            presences(cluster, wish.node())
                    .filter(wish::concerns)
                    .forEach(p -> here.put(p.key(), wish));
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
            List<PhaseStep> steps = new ArrayList<>();
            for (Placement.PlacementStep step :
                    placement.get().steps(cluster.state(), moves, mark)) {
                steps.add(step(endpoint, cluster, step, here, actions.get()));
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
            EndpointView endpoint, Cluster cluster, Collection<Wish> wishes) {
        return Map.of(
                "endpoint",
                endpoint.name(),
                "cluster",
                cluster.name(),
                "nodes",
                wishes.stream()
                        .map(w -> w.node().name())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                "zones",
                wishes.stream()
                        .map(w -> w.move().zone())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    /**
     * A step says whose it is by its action's argument {@code node}, a key of a moved machine;
     * without one it is of all of them.
     */
    private static PhaseStep step(
            EndpointView endpoint,
            Cluster cluster,
            Placement.PlacementStep step,
            Map<String, Wish> here,
            Actions actions) {
        Optional<Wish> one =
                step.action()
                        .arguments()
                        .text("node")
                        .flatMap(k -> Optional.ofNullable(here.get(k)));
        ActionSpec spec = actions.describe(step.action());
        Optional<Owned> owned = step.config().map(Owned::of);
        if (owned.isPresent()) {
            Wish wish = one.orElseGet(() -> here.values().iterator().next());
            Seen seen = new Seen(step.action(), spec);
            return new PhaseStep(
                    Hands.config(wish, owned.get(), Optional.of(seen)),
                    step.phase(),
                    Optional.of(wish.node().id()),
                    owned);
        }
        Step made =
                new Step(
                        0,
                        List.of(),
                        kind(step.by()),
                        spec.stepClass(),
                        endpoint.type(),
                        step.text(),
                        values(
                                endpoint,
                                cluster,
                                one.map(List::of).orElseGet(() -> List.copyOf(here.values()))),
                        endpoint.name(),
                        Optional.of(step.action()),
                        spec.exactCall(),
                        spec.mark(),
                        spec.deadline(),
                        "");
        return new PhaseStep(made, step.phase(), one.map(w -> w.node().id()), Optional.empty());
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
