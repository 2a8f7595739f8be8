package org.ronron.core.plan;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.port.Ids;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * From wished moves to a plan. Pure but for the sessions it is lent: those are opened for their
 * rules, and not one call is made on them. Any thread.
 */
public final class Planner {
    private final Sessions sessions;
    private final Ids ids;
    private final InstantSource clock;

    public Planner(Sessions sessions, Ids ids, InstantSource clock) {
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The plan that carries these changes out: all moves of one cluster in one change of it, what
     * hands have to do before, what has to be waited for after. Moves of a node to where it stands
     * are left out.
     *
     * @param now the picture, of whose observations the plan takes its basis
     * @throws RefusedException {@code CANNOT_MOVE}, {@code CONFLICTING}, {@code NOTHING_TO_DO}, or
     *     what a connector's placement refuses with
     */
    public Plan plan(Collective now, List<? extends NodeChange> changes) throws RefusedException {
        List<Wish> wishes = Wish.of(now, only(MoveNode.class, changes));
        List<ServeNode> serves = only(ServeNode.class, changes);
        String id = ids.next();
        List<ClusterPart> parts = parts(now, wishes, id);
        Draft draft = new Draft();
        Serving serving = new Serving(draft, now, sessions, id);
        for (ServeNode serve : serves) {
            serving.put(serve);
        }
        Set<String> looked = Order.put(draft, wishes, parts, sessions, serving.lastCall());
        if (serves.isEmpty() || !wishes.isEmpty()) {
            refuseIdle(wishes, parts, draft.steps());
        }
        Map<String, String> basis = new TreeMap<>();
        parts.forEach(p -> basis.put(p.endpoint().id(), p.endpoint().fingerprint()));
        for (String endpoint : looked(draft, looked)) {
            now.endpoint(endpoint).ifPresent(e -> basis.put(endpoint, e.fingerprint()));
        }
        List<Node> carried = wishes.stream().filter(Wish::carried).map(Wish::node).toList();
        List<Plan.ClusterForecast> forecasts =
                Stream.of(
                                serving.forecasts().stream(),
                                parts.stream().map(ClusterPart::shown),
                                Absence.of(now, carried).stream())
                        .flatMap(f -> f)
                        .toList();
        Stream<Node> emptied =
                serves.stream()
                        .filter(s -> !s.serves())
                        .flatMap(s -> now.node(s.nodeId()).stream());
        CutOffs cutOff =
                CutOffs.of(
                        Stream.concat(emptied, wishes.stream().map(Wish::node)).toList(),
                        carried,
                        forecasts);
        return new Plan(
                id,
                now.id(),
                Stream.<Change>concat(serves.stream(), wishes.stream().map(Wish::move)).toList(),
                wishes.stream().collect(Collectors.toMap(w -> w.node().id(), w -> w.node().zone())),
                basis,
                clock.instant(),
                draft.steps(),
                forecasts,
                cutOff.who(),
                cutOff.services(),
                Optional.empty());
    }

    private static <C extends NodeChange> List<C> only(
            Class<C> kind, List<? extends NodeChange> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).distinct().toList();
    }

    /** The endpoints that the plan looks at or calls. */
    private static Set<String> looked(Draft draft, Set<String> besides) {
        Set<String> all = new TreeSet<>(besides);
        draft.steps().stream()
                .filter(s -> s.kind() == Step.Kind.CALL)
                .flatMap(s -> s.action().stream())
                .forEach(a -> all.add(a.endpointId()));
        return all;
    }

    private List<ClusterPart> parts(Collective now, List<Wish> wishes, String mark)
            throws RefusedException {
        List<ClusterPart> parts = new ArrayList<>();
        for (Cluster cluster : now.clusters()) {
            Optional<EndpointView> endpoint = now.endpoint(cluster.endpointId());
            if (endpoint.isPresent()) {
                ClusterPart.of(endpoint.get(), cluster, wishes, sessions, mark)
                        .ifPresent(parts::add);
            }
        }
        return parts;
    }

    /** Every wish has to lead to something: a zone by hand is an edit of ours, not a plan. */
    private static void refuseIdle(List<Wish> wishes, List<ClusterPart> parts, List<Step> steps)
            throws RefusedException {
        List<String> idle =
                wishes.stream()
                        .filter(w -> parts.stream().noneMatch(p -> p.wishes().contains(w)))
                        .map(w -> w.node().name())
                        .filter(name -> steps.stream().noneMatch(s -> owners(s, name)))
                        .toList();
        if (wishes.isEmpty() || !idle.isEmpty()) {
            throw Wish.refused(OwnError.NOTHING_TO_DO, "node", String.join(", ", idle));
        }
    }

    private static boolean owners(Step step, String node) {
        return step.on().equals(node) && !step.show().isEmpty();
    }
}
