package org.ronron.core.plan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Json;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.core.model.Node;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/** The steps that only a person can do. */
final class Hands {
    /** The verb of a look that is done once a node's file says its zone. */
    static final String DEPLOYED = "node.zone";

    private Hands() {}

    /**
     * Switch off and carry, then plug in: by machine. Machines of one zone fail together anyway and
     * may travel together; the next zone's are touched once those are back.
     *
     * @return by node id, the place of the step after which it stands where it should
     */
    static Map<String, Integer> carry(Draft draft, List<Wish> wishes, List<ClusterPart> parts) {
        Map<String, List<Wish>> byHome =
                wishes.stream()
                        .filter(Wish::carried)
                        .collect(
                                Collectors.groupingBy(
                                        w -> w.node().zone(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<String, Integer> arrived = new LinkedHashMap<>();
        for (List<Wish> home : byHome.values()) {
            List<Integer> before = List.copyOf(arrived.values());
            for (Wish wish : home) {
                int off = draft.add(told(wish, "step.hands.carry", ""), before);
                int on = draft.add(plug(wish, parts), List.of(off));
                arrived.put(wish.node().id(), on);
            }
        }
        return arrived;
    }

    /**
     * The changes to make in a repository, where somebody else writes a node's configuration. Where
     * the system can look at what came of it, the step waits until the zone stands there.
     *
     * @return the endpoints that are looked at
     */
    static Set<String> repository(
            Draft draft, List<Wish> wishes, Map<String, Integer> arrived, Sessions sessions)
            throws RefusedException {
        Set<String> looked = new TreeSet<>();
        for (Wish wish : wishes) {
            Integer there = arrived.get(wish.node().id());
            for (Node.Presence presence : wish.node().presences()) {
                Optional<String> diff = OwnersDiff.of(wish, presence.labels());
                if (diff.isPresent()) {
                    Optional<ClusterPart.Seen> seen = deployed(wish, presence, sessions);
                    seen.ifPresent(s -> looked.add(s.action().endpointId()));
                    String text =
                            seen.isPresent()
                                    ? "step.hands.repository"
                                    : "step.hands.repository.told";
                    StepClass how = seen.isPresent() ? StepClass.READ : StepClass.ONE_SHOT;
                    Step step = step(wish, text, how, seen, diff.get());
                    draft.add(step, there == null ? List.of() : List.of(there));
                }
            }
        }
        return looked;
    }

    /** The look that is done once the zone stands in the file; none where nobody can look. */
    private static Optional<ClusterPart.Seen> deployed(
            Wish wish, Node.Presence presence, Sessions sessions) throws RefusedException {
        Action look =
                new Action(
                        presence.endpointId(),
                        DEPLOYED,
                        Json.obj().with("node", presence.key()).with("zone", wish.move().zone()));
        try (Session session = sessions.reading(presence.endpointId())) {
            return session.capability(Actions.class)
                    .map(actions -> new ClusterPart.Seen(look, actions.describe(look)));
        } catch (IllegalArgumentException notOffered) {
            return Optional.empty();
        }
    }

    private static Step plug(Wish wish, List<ClusterPart> parts) {
        Optional<ClusterPart.Seen> seen =
                parts.stream()
                        .flatMap(p -> Optional.ofNullable(p.seen().get(wish.node().id())).stream())
                        .findFirst();
        return step(
                wish,
                "step.hands.plug",
                seen.isPresent() ? StepClass.READ : StepClass.ONE_SHOT,
                seen,
                "");
    }

    private static Step told(Wish wish, String text, String show) {
        return step(wish, text, StepClass.ONE_SHOT, Optional.empty(), show);
    }

    private static Step step(
            Wish wish,
            String text,
            StepClass stepClass,
            Optional<ClusterPart.Seen> seen,
            String show) {
        Optional<ActionSpec> spec = seen.map(ClusterPart.Seen::spec);
        return new Step(
                0,
                List.of(),
                Step.Kind.HANDS,
                stepClass,
                "",
                text,
                Map.of(
                        "node", wish.node().name(),
                        "from", wish.node().zone(),
                        "zone", wish.move().zone()),
                wish.node().name(),
                seen.map(ClusterPart.Seen::action),
                spec.map(ActionSpec::exactCall).orElse(""),
                "",
                spec.map(ActionSpec::deadline).orElse(Duration.ZERO),
                show);
    }
}
