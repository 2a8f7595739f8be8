package org.ronron.core.plan;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.Forecast;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;

/**
 * Who is cut off while machines are emptied and carried, worked out from what runs on them. Pure.
 *
 * @param services by name, those that stop where they are and start again elsewhere
 */
public record CutOffs(Plan.CutOff who, List<String> services) {

    /** The remark on services that run on each machine, and so are never moved. */
    private static final String EVERYWHERE = "everywhere";

    /** The remark on services that can start on no other machine. */
    private static final String NOWHERE = "nowhere";

    public CutOffs {
        services = List.copyOf(services);
    }

    /**
     * Nobody is cut off as long as what stands on the machines is a cluster that goes on without
     * them. Services that a system moves away first stop for the time of their start elsewhere; how
     * long one is stopped that can start nowhere else is not known, nor whom anything else serves.
     *
     * @param emptied machines that a system may empty
     * @param carried those of them that are switched off
     */
    public static CutOffs of(
            Collection<Node> emptied,
            Collection<Node> carried,
            List<Plan.ClusterForecast> forecasts) {
        Set<String> moving = movers(forecasts);
        Set<String> services = new TreeSet<>();
        for (Node node : emptied) {
            runs(node, moving).forEach(w -> services.add(w.group().orElse(w.name())));
        }
        Set<String> nowhere = named(NOWHERE, forecasts);
        services.removeAll(named(EVERYWHERE, forecasts));
        boolean stopped = services.removeAll(nowhere);
        boolean unknown =
                stopped
                        || carried.stream().anyMatch(node -> serves(node, moving))
                        || !carried.isEmpty() && forecasts.stream().anyMatch(CutOffs::thin);
        Plan.CutOff who =
                unknown
                        ? Plan.CutOff.NOT_KNOWN
                        : services.isEmpty() ? Plan.CutOff.NOBODY : Plan.CutOff.SERVICES;
        return new CutOffs(who, List.copyOf(services));
    }

    /** The services that a connector's remarks of this key name. */
    private static Set<String> named(String key, List<Plan.ClusterForecast> forecasts) {
        return forecasts.stream()
                .flatMap(f -> f.forecast().warnings().stream())
                .filter(w -> w.key().equals(key))
                .flatMap(w -> Stream.of(w.details().getOrDefault("value", "").split(", ")))
                .collect(Collectors.toSet());
    }

    /** The endpoints that move services away. */
    private static Set<String> movers(List<Plan.ClusterForecast> forecasts) {
        return forecasts.stream()
                .filter(f -> f.forecast().workloadsToMove().orElse(0) > 0)
                .map(Plan.ClusterForecast::endpointId)
                .collect(Collectors.toSet());
    }

    private static boolean thin(Plan.ClusterForecast of) {
        Forecast f = of.forecast();
        return f.losing() || f.stores() && f.zonesLostBefore() == 0;
    }

    /** Whether something may stand on it that no cluster holds or moves. */
    private static boolean serves(Node node, Set<String> moving) {
        Set<String> placed =
                node.presences().stream()
                        .filter(p -> !p.cluster().isEmpty())
                        .map(Node.Presence::endpointId)
                        .collect(Collectors.toSet());
        Predicate<Workload> emptied = w -> moving.stream().anyMatch(e -> by(w, e));
        Predicate<Workload> placedToo = w -> placed.stream().anyMatch(e -> by(w, e));
        boolean left =
                node.workloads().stream()
                        .filter(emptied.negate())
                        .anyMatch(w -> w.counts() || !placedToo.test(w));
        return left || placed.isEmpty();
    }

    private static Stream<Workload> runs(Node node, Set<String> endpoints) {
        return node.workloads().stream()
                .filter(Workload::counts)
                .filter(w -> endpoints.stream().anyMatch(e -> by(w, e)));
    }

    /** A workload's id begins with the id of the endpoint that told of it. */
    private static boolean by(Workload workload, String endpoint) {
        return workload.id().startsWith(endpoint + "/");
    }
}
