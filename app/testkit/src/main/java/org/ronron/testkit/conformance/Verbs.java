package org.ronron.testkit.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ClusterFact;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Placement.PlacementStep;
import org.ronron.api.Session;

/** The actions of a connector, none forgotten: what its sources and texts name and it describes. */
final class Verbs {
    private Verbs() {}

    /**
     * The steps of the first move that the system would do; none where it moves nothing.
     *
     * @throws AssertionError when it offers moves and would do none of those that are possible
     */
    static List<PlacementStep> steps(Session session, Observation seen) {
        if (session.capability(Placement.class).isEmpty()) {
            return List.of();
        }
        Placement placement = session.capability(Placement.class).get();
        List<String> why = new ArrayList<>();
        for (ClusterFact cluster : seen.clusters()) {
            for (Move move : moves(seen)) {
                placement.forecast(cluster.state(), List.of(move));
                try {
                    List<PlacementStep> steps =
                            placement.steps(cluster.state(), List.of(move), "m1");
                    if (!steps.isEmpty()) {
                        return steps;
                    }
                } catch (ConnectorException refused) {
                    why.add(refused.fault().toString());
                }
            }
        }
        throw new AssertionError("no move of this server has steps: " + why);
    }

    private static List<Move> moves(Observation seen) {
        Set<String> zones = new TreeSet<>();
        seen.nodes().forEach(node -> node.zone().ifPresent(zones::add));
        List<Move> moves = new ArrayList<>();
        for (NodeFact node : seen.nodes()) {
            for (String zone : zones) {
                if (node.zone().isPresent() && !node.zone().get().equals(zone)) {
                    moves.add(new Move(node.key(), zone));
                }
            }
        }
        return moves;
    }

    /** One action for each verb and each way to it; those of a real move, what undoes them too. */
    static List<Action> all(Connector connector, Session session, String endpoint, Observation seen)
            throws IOException {
        if (session.capability(Actions.class).isEmpty()) {
            return List.of();
        }
        Actions actions = session.capability(Actions.class).get();
        List<Action> all = new ArrayList<>();
        Map<String, Json> arguments = new LinkedHashMap<>();
        seen.nodes().stream()
                .limit(1)
                .forEach(
                        node -> {
                            arguments.put("node", Json.of(node.key()));
                            arguments.put("zone", Json.of(node.zone().orElse("here")));
                        });
        for (PlacementStep step : steps(session, seen)) {
            all.add(step.action());
            actions.inverse(step.action()).ifPresent(all::add);
            arguments.putAll(step.action().arguments().members());
        }
        for (String word : words(connector)) {
            Action action = new Action(endpoint, word, new Json.Obj(arguments));
            if (known(actions, action)) {
                all.add(action);
                actions.inverse(action).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Set<String> words(Connector connector) throws IOException {
        Set<String> words = new TreeSet<>(SourceWords.of(connector.descriptor().id()));
        for (String key : connector.texts(Locale.ENGLISH).keySet()) {
            words.add(key.replaceFirst("^(action|made)\\.", ""));
        }
        return words;
    }

    /** As {@code describe} promises, for a verb that it does not know. */
    private static boolean known(Actions actions, Action action) {
        try {
            actions.describe(action);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
