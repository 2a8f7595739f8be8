package org.ronron.core.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ronron.api.Forecast;
import org.ronron.api.Quorum;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;

/**
 * What clusters can still miss while machines are carried, where their system moves nothing itself:
 * from each {@link Quorum} that they tell of. Pure.
 */
public final class Absence {
    private static final String KEY = "away";

    private Absence() {}

    /** Whether a forecast is one of these. */
    public static boolean says(Forecast forecast) {
        return forecast.warnings().stream().anyMatch(w -> w.key().startsWith(KEY));
    }

    /**
     * A forecast for each cluster that misses a part, with one of the remarks {@code awaySpare}
     * (its value: how many parts more may be missing), {@code awayBare} (none) and {@code
     * awayBlocked}.
     *
     * @param carried machines that are switched off, those of one zone at a time
     */
    public static List<Plan.ClusterForecast> of(Collective now, Collection<Node> carried) {
        return now.clusters().stream().flatMap(c -> of(now, c, carried).stream()).toList();
    }

    private static Optional<Plan.ClusterForecast> of(
            Collective now, Cluster cluster, Collection<Node> carried) {
        Map<String, Set<String>> away = new TreeMap<>();
        for (Node node : carried) {
            node.presences().stream()
                    .filter(p -> p.endpointId().equals(cluster.endpointId()))
                    .map(Node.Presence::key)
                    .forEach(k -> away.computeIfAbsent(node.zone(), z -> new TreeSet<>()).add(k));
        }
        OptionalInt left =
                Quorum.of(cluster.state()).stream()
                        .flatMapToInt(q -> away.values().stream().flatMapToInt(a -> left(q, a)))
                        .min();
        return left.isEmpty()
                ? Optional.empty()
                : now.endpoint(cluster.endpointId())
                        .map(
                                e ->
                                        new Plan.ClusterForecast(
                                                e.id(),
                                                e.type(),
                                                cluster.name(),
                                                said(left.getAsInt())));
    }

    /** Nothing where these machines hold no part of it. */
    private static IntStream left(Quorum quorum, Set<String> away) {
        int lost = away.stream().mapToInt(key -> quorum.parts().getOrDefault(key, 0)).sum();
        return lost == 0 ? IntStream.empty() : IntStream.of(quorum.spare() - lost);
    }

    private static Forecast said(int left) {
        String key = KEY + (left < 0 ? "Blocked" : left == 0 ? "Bare" : "Spare");
        Map<String, String> value = Map.of("value", "" + left);
        return Forecast.ofWorkloads(0, List.of(new Forecast.Warning(key, value, left < 0)));
    }
}
