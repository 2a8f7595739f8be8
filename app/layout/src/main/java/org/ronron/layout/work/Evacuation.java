package org.ronron.layout.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement.Config;
import org.ronron.api.Placement.Phase;
import org.ronron.api.Placement.PlacementStep;
import org.ronron.layout.work.EvacuationActions.Found;

/**
 * The steps by which a machine leaves its zone and comes back in another, of a scheduler that is
 * told the zone by a file on the machine: emptied; its file changed by its owner; given work again
 * if it was before. A connector that uses it has these verbs, and brings {@link #TEXTS}.
 */
public final class Evacuation {
    /**
     * Empties a machine. Arguments: {@code node}, {@code mark}, whether it was {@code eligible}.
     */
    public static final String DRAIN = "node.drain";

    /** Takes that back. The same arguments. */
    public static final String STOP = "drain.stop";

    /** Lets it be given work. Argument: {@code node}. */
    public static final String ELIGIBLE = "node.eligible";

    /** Has it given none. Argument: {@code node}. */
    public static final String INELIGIBLE = "node.ineligible";

    /** Done when nothing runs on it any more. Argument: {@code node}. */
    public static final String EMPTY = "node.empty";

    /** Done when the system says the zone. Arguments: {@code node}, {@code zone}. */
    public static final String ZONE = "node.zone";

    /** Done when it is up and takes work. Argument: {@code node}. */
    public static final String READY = "node.ready";

    /** Done when it is up. Argument: {@code node}. */
    public static final String SEEN = "node.seen";

    /** The verbs that change something. */
    public static final Set<String> CHANGING = Set.of(DRAIN, STOP, ELIGIBLE, INELIGIBLE);

    private static final Map<String, String> BACK =
            Map.of(DRAIN, STOP, ELIGIBLE, INELIGIBLE, INELIGIBLE, ELIGIBLE);

    /** Keys of the texts that a connector brings, beside those of {@link EvacuationError}. */
    public static final Set<String> TEXTS =
            Set.of(
                    "step.drain",
                    "step.empty",
                    "step.zone",
                    "step.eligible",
                    "step.ready",
                    "action." + DRAIN,
                    "action." + STOP,
                    "action." + ELIGIBLE,
                    "action." + INELIGIBLE,
                    "action." + EMPTY,
                    "action." + ZONE,
                    "action." + READY,
                    "action." + SEEN);

    private Evacuation() {}

    /**
     * Refuses to change a machine that is not known, cannot be emptied, or is somebody else's to
     * empty.
     *
     * @throws ConnectorException {@link EvacuationError}
     */
    static Machine checked(Host host, Action action, Optional<Found> found)
            throws ConnectorException {
        boolean drain = action.verb().equals(DRAIN);
        if (found.isEmpty() || drain && !found.get().machine().up()) {
            Optional<Machine> known = found.map(Found::machine);
            String name = known.map(Machine::name).orElse(action.arguments().word("node"));
            String status = known.map(Machine::status).orElse("–");
            throw host.fault(EvacuationError.AWAY, "node", name, "status", status);
        }
        Machine machine = found.get().machine();
        if (machine.draining() && !found.get().ours()) {
            throw host.fault(EvacuationError.BY_OTHERS, "node", machine.name());
        }
        return machine;
    }

    /**
     * For one machine.
     *
     * @param config the change that its owner makes
     * @throws ConnectorException {@link EvacuationError}
     */
    public static List<PlacementStep> steps(
            Host host, Fleet fleet, Move move, String mark, Config config)
            throws ConnectorException {
        String endpoint = host.endpointId();
        Json.Obj node = Json.obj().with("node", move.nodeKey());
        Action drain = new Action(endpoint, DRAIN, node.with("mark", mark));
        Optional<Machine> known = fleet.machine(move.nodeKey());
        Machine machine = checked(host, drain, known.map(m -> new Found(m, false, false)));
        Json.Obj all = drain.arguments().with("eligible", Json.of(machine.eligible()));
        Action seen = new Action(endpoint, ZONE, node.with("zone", move.zone()));
        Stream<PlacementStep> away =
                Stream.of(
                        PlacementStep.call("step.drain", new Action(endpoint, DRAIN, all))
                                .in(Phase.LEAVE),
                        PlacementStep.waiting("step.empty", new Action(endpoint, EMPTY, node))
                                .in(Phase.LEAVE),
                        PlacementStep.owner("step.zone", seen, config));
        Stream<PlacementStep> back =
                Stream.of(
                        PlacementStep.call("step.eligible", new Action(endpoint, ELIGIBLE, node))
                                .in(Phase.ARRIVE),
                        PlacementStep.waiting("step.ready", new Action(endpoint, READY, node))
                                .in(Phase.ARRIVE));
        return Stream.concat(away, machine.eligible() ? back : Stream.empty()).toList();
    }

    /** Of several machines: all that comes before hands touch them, then the rest. */
    public static List<PlacementStep> inOrder(List<PlacementStep> steps) {
        return Stream.of(Phase.values())
                .flatMap(phase -> steps.stream().filter(step -> step.phase() == phase))
                .toList();
    }

    /** Whether a drain's undoing, and the drain itself, found the machine taking work. */
    public static boolean wasEligible(Action action) {
        return action.arguments().bool("eligible").orElse(false);
    }

    /** What was found of any verb but {@link #EMPTY}. */
    static Verdict verdict(Action action, Optional<Found> found) {
        boolean changing = CHANGING.contains(action.verb());
        Verdict otherwise = changing ? Verdict.NOT_DONE : Verdict.PENDING;
        if (found.isEmpty()) {
            return otherwise;
        }
        Machine machine = found.get().machine();
        boolean ours = found.get().ours();
        boolean draining = machine.draining();
        boolean takes = machine.eligible() && !draining;
        boolean done =
                switch (action.verb()) {
                    case DRAIN -> ours && (draining || found.get().ended());
                    case STOP -> !draining && (takes || !wasEligible(action));
                    case ELIGIBLE -> takes;
                    case INELIGIBLE -> !machine.eligible();
                    case READY -> takes && machine.up();
                    case SEEN -> machine.up();
                    case ZONE -> machine.zone().equals(action.arguments().word("zone"));
                    default -> throw new IllegalArgumentException(action.verb());
                };
        boolean others = changing && draining && !ours;
        return done ? Verdict.DONE : others ? Verdict.NOT_OURS : otherwise;
    }

    /** Undoing a drain ends it, and lets the machine take work again if it did before. */
    public static Optional<Action> inverse(Action action) {
        return Optional.ofNullable(BACK.get(action.verb()))
                .map(verb -> new Action(action.endpointId(), verb, action.arguments()));
    }
}
