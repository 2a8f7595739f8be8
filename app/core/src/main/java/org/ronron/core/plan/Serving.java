package org.ronron.core.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * Machines that are emptied of services, or given some again, where they stand. The verbs are those
 * that plugins/README.md names.
 */
final class Serving {
    private final Draft draft;
    private final Collective now;
    private final Sessions sessions;
    private final String mark;
    private final Map<String, Integer> lastCall = new HashMap<>();
    private final List<Plan.ClusterForecast> forecasts = new ArrayList<>();

    Serving(Draft draft, Collective now, Sessions sessions, String mark) {
        this.draft = draft;
        this.now = now;
        this.sessions = sessions;
        this.mark = mark;
    }

    /** By endpoint, its last call: whatever follows there waits for it. */
    Map<String, Integer> lastCall() {
        return lastCall;
    }

    List<Plan.ClusterForecast> forecasts() {
        return List.copyOf(forecasts);
    }

    /**
     * Adds the steps of one wish.
     *
     * @throws RefusedException {@code CANNOT_MOVE} for a machine that is gone, {@code
     *     NOTHING_TO_DO} for one on which no system places services
     */
    void put(ServeNode wish) throws RefusedException {
        Optional<Node> node = now.node(wish.nodeId());
        if (node.isEmpty()) {
            throw Wish.refused(OwnError.CANNOT_MOVE, "node", wish.nodeId(), "reason", "gone");
        }
        List<Node.Presence> placing =
                node.get().presences().stream().filter(Node.Presence::places).toList();
        if (placing.isEmpty()) {
            throw Wish.refused(OwnError.NOTHING_TO_DO, "node", node.get().name());
        }
        for (Node.Presence presence : placing) {
            put(node.get(), presence, wish.serves());
        }
    }

    private void put(Node node, Node.Presence presence, boolean serves) throws RefusedException {
        Optional<EndpointView> endpoint = now.endpoint(presence.endpointId());
        try (Session session = sessions.reading(presence.endpointId())) {
            Optional<Actions> actions = session.capability(Actions.class);
            if (endpoint.isEmpty() || actions.isEmpty()) {
                throw Wish.refused(OwnError.NOTHING_TO_DO, "node", node.name());
            }
            Json.Obj key = Json.obj().with("node", presence.key());
            Json.Obj drain = key.with("mark", mark).with("eligible", Json.of(!presence.closed()));
            Action call =
                    new Action(
                            presence.endpointId(),
                            serves ? "node.eligible" : "node.drain",
                            serves ? key : drain);
            Action wait =
                    new Action(presence.endpointId(), serves ? "node.ready" : "node.empty", key);
            String text = serves ? "step.eligible" : "step.drain";
            Map<String, String> values = values(node, presence);
            ActionSpec spec = actions.get().describe(call);
            Set<Integer> needs = new LinkedHashSet<>();
            Optional.ofNullable(lastCall.get(presence.endpointId())).ifPresent(needs::add);
            int index = draft.add(step(presence, Step.Kind.CALL, text, values, call, spec), needs);
            lastCall.put(presence.endpointId(), index);
            draft.add(
                    step(
                            presence,
                            Step.Kind.WAIT,
                            serves ? "step.ready" : "step.empty",
                            values,
                            wait,
                            actions.get().describe(wait)),
                    List.of(index));
            if (!serves) {
                forecast(node, presence, session);
            }
        } catch (IllegalArgumentException notOffered) {
            throw Wish.refused(OwnError.NOTHING_TO_DO, "node", node.name());
        }
    }

    /** As for a move to where it stands. */
    private void forecast(Node node, Node.Presence presence, Session session) {
        for (Cluster cluster : now.clusters()) {
            boolean its =
                    cluster.endpointId().equals(presence.endpointId())
                            && cluster.key().equals(presence.cluster());
            Optional<Placement> placement = session.capability(Placement.class);
            if (its && placement.isPresent()) {
                List<Move> moves = List.of(new Move(presence.key(), node.zone()));
                Forecast forecast = placement.get().forecast(cluster.state(), moves);
                forecasts.add(
                        new Plan.ClusterForecast(
                                presence.endpointId(), presence.type(), cluster.name(), forecast));
            }
        }
    }

    private static Map<String, String> values(Node node, Node.Presence presence) {
        return Map.of(
                "endpoint", presence.endpointName(),
                "cluster", presence.endpointName(),
                "nodes", node.name(),
                "zones", node.zone());
    }

    private static Step step(
            Node.Presence presence,
            Step.Kind kind,
            String text,
            Map<String, String> values,
            Action action,
            ActionSpec spec) {
        Duration deadline = spec.deadline();
        return new Step(
                0,
                List.of(),
                kind,
                spec.stepClass(),
                presence.type(),
                text,
                values,
                presence.endpointName(),
                Optional.of(action),
                spec.exactCall(),
                spec.mark(),
                deadline,
                "");
    }
}
