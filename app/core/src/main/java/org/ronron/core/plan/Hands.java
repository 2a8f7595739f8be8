package org.ronron.core.plan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronron.api.ActionSpec;
import org.ronron.api.StepClass;
import org.ronron.core.model.Node;

/** The steps that only a person can do. */
final class Hands {
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

    /** The changes to make in a repository, where somebody else writes a node's configuration. */
    static void repository(Draft draft, List<Wish> wishes, Map<String, Integer> arrived) {
        for (Wish wish : wishes) {
            Integer there = arrived.get(wish.node().id());
            for (Node.Presence presence : wish.node().presences()) {
                Optional<String> diff = OwnersDiff.of(wish, presence.labels());
                if (diff.isPresent()) {
                    Step step = told(wish, "step.hands.repository", diff.get());
                    draft.add(step, there == null ? List.of() : List.of(there));
                }
            }
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
