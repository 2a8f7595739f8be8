package org.ronron.core.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Json;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.core.model.Node;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/** The steps that only a person can do. */
final class Hands {
    /** The text of the step that switches a machine off and carries it. */
    static final String CARRY = "step.hands.carry";

    /** The verb of a look that is done once a node's file says its zone. */
    private static final String DEPLOYED = "node.zone";

    private Hands() {}

    /** Switch off and carry. */
    static Step carry(Wish wish) {
        return step(wish, CARRY, StepClass.ONE_SHOT, Optional.empty(), "", Map.of());
    }

    /** Plug in again; done once a system sees the machine, first of all one that waits for it. */
    static Step plug(Wish wish, List<ClusterPart> parts) {
        Optional<ClusterPart.Seen> seen =
                Stream.concat(
                                parts.stream().filter(p -> p.has(Placement.Phase.CHANGE)),
                                parts.stream())
                        .flatMap(p -> Optional.ofNullable(p.seen().get(wish.node().id())).stream())
                        .findFirst();
        StepClass how = seen.isPresent() ? StepClass.READ : StepClass.ONE_SHOT;
        return step(wish, "step.hands.plug", how, seen, "", Map.of());
    }

    /**
     * The change of a machine's configuration, for whoever writes it. Where a system can look at
     * what came of it, the step waits until its effect is seen.
     */
    static Step config(Wish wish, Owned owned, Optional<ClusterPart.Seen> seen) {
        String owner = wish.node().owner();
        String text = "step.hands." + Owned.words(owner);
        return step(
                wish,
                seen.isPresent() ? text : text + ".told",
                seen.isPresent() ? StepClass.READ : StepClass.ONE_SHOT,
                seen,
                owned.show(owner),
                Map.of("file", owned.config().file()));
    }

    /** The look that is done once the zone stands in the file; none where nobody can look. */
    static Optional<ClusterPart.Seen> deployed(Wish wish, Node.Presence presence, Sessions sessions)
            throws RefusedException {
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

    private static Step step(
            Wish wish,
            String text,
            StepClass stepClass,
            Optional<ClusterPart.Seen> seen,
            String show,
            Map<String, String> more) {
        Optional<ActionSpec> spec = seen.map(ClusterPart.Seen::spec);
        Map<String, String> values = new java.util.HashMap<>(more);
        values.put("node", wish.node().name());
        values.put("from", wish.node().zone());
        values.put("zone", wish.move().zone());
        return new Step(
                0,
                List.of(),
                Step.Kind.HANDS,
                stepClass,
                "",
                text,
                values,
                wish.node().name(),
                seen.map(ClusterPart.Seen::action),
                spec.map(ActionSpec::exactCall).orElse(""),
                "",
                spec.map(ActionSpec::deadline).orElse(Duration.ZERO),
                show);
    }
}
