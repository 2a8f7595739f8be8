package org.ronron.core.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.CutOffs;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Planner;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Ids;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/**
 * The way back of an operation, as a plan: the inverse of each step that is done and ours, the last
 * first; what was carried is carried back. Where a step has none (a change that others may build on
 * by now, a configuration that its owner changed), the moves are planned back, and what that leaves
 * as it is is taken back beside.
 */
final class Undoing {
    private final Systems systems;
    private final Touched touched;
    private final Planner planner;
    private final Ids ids;
    private final InstantSource clock;

    Undoing(Systems systems, Planner planner, Ids ids, InstantSource clock) {
        this.systems = systems;
        this.touched = new Touched(systems);
        this.planner = planner;
        this.ids = ids;
        this.clock = clock;
    }

    Plan plan(OperationLog log, Collective now) throws RefusedException {
        List<Step> done = log.plan().steps().stream().filter(s -> done(log, s)).toList();
        List<Step> made = done.stream().filter(s -> s.kind() == Step.Kind.CALL).toList();
        Optional<SpaceChange> space = log.plan().space();
        if (space.isPresent()) {
            return space(log, space.get(), made, now);
        }
        if (made.isEmpty() && done.stream().noneMatch(Step::carries)) {
            throw nothing();
        }
        Map<Step, Step> inverses = inverses(made);
        boolean forGood =
                inverses.size() < made.size() || done.stream().anyMatch(s -> !s.show().isEmpty());
        WayBack way = new WayBack();
        Optional<Plan> moves = forGood ? Optional.of(moves(log, done, now)) : Optional.empty();
        Set<String> covered = moves.map(Undoing::changed).orElse(Set.of());
        int hands = firstHands(log.plan());
        for (Step step : done.reversed()) {
            if (step.index() > hands) {
                inverse(way, step, inverses, covered);
            }
            if (step.carries() && moves.isEmpty()) {
                way.carryBack(step, plugged(log.plan(), step));
            }
        }
        moves.ifPresent(plan -> way.add(plan.steps()));
        for (Step step : done.reversed()) {
            if (step.index() < hands) {
                inverse(way, step, inverses, covered);
            }
        }
        return composed(log, now, done, way.steps(), moves, List.of());
    }

    /**
     * What was made for a space, taken back, the last first. What has no way back (a mail that was
     * sent) stays. Of a step that nobody knows of its system is asked now. A space that was given
     * to its people is removed, which saves first.
     */
    private Plan space(OperationLog log, SpaceChange change, List<Step> made, Collective now)
            throws RefusedException {
        boolean given = made.stream().anyMatch(Undoing::gives);
        if (log.fold().finished() || given) {
            throw new RefusedException(Fault.of(OwnError.GIVEN, "", "name", change.subject()));
        }
        List<Step> touched = this.touched.of(log, made::contains);
        Map<Step, Step> inverses = inverses(touched);
        if (inverses.isEmpty()) {
            throw new RefusedException(
                    Fault.of(OwnError.NO_SUCH_SPACE, "", "name", change.subject()));
        }
        WayBack way = new WayBack();
        for (Step step : touched.reversed()) {
            inverse(way, step, inverses, Set.of());
        }
        return composed(log, now, List.of(), way.steps(), Optional.empty(), List.of(change));
    }

    /** Whether a step tells the organisation that the space is theirs. */
    private static boolean gives(Step step) {
        return step.action().filter(a -> a.verb().equals("request.accept")).isPresent();
    }

    /** What there is to take back: our calls that changed something, and what hands did. */
    private static boolean done(OperationLog log, Step step) {
        StepFold fold = log.fold().step(step.index());
        boolean changes =
                switch (step.kind()) {
                    case CALL -> step.stepClass() != StepClass.READ;
                    case HANDS -> true;
                    case WAIT -> false;
                };
        return changes && fold.state() == StepState.DONE && fold.ours();
    }

    private Map<Step, Step> inverses(List<Step> made) throws RefusedException {
        Map<Step, Step> inverses = new LinkedHashMap<>();
        for (Step step : made) {
            switch (systems.inverse(step)) {
                case Bad<Optional<Step>>(Fault fault) -> throw new RefusedException(fault);
                case Good<Optional<Step>>(Optional<Step> inverse) ->
                        inverse.ifPresent(back -> inverses.put(step, back));
            }
        }
        return inverses;
    }

    private static void inverse(
            WayBack way, Step step, Map<Step, Step> inverses, Set<String> covered) {
        Step back = inverses.get(step);
        if (back != null && !covered.contains(back.action().orElseThrow().endpointId())) {
            way.add(back);
        }
    }

    /** The endpoints that a plan changes. */
    private static Set<String> changed(Plan plan) {
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.CALL)
                .flatMap(s -> s.action().stream())
                .map(Action::endpointId)
                .collect(Collectors.toSet());
    }

    /** What comes before is of the time when the machine stood where it stood. */
    private static int firstHands(Plan plan) {
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.HANDS)
                .mapToInt(Step::index)
                .findFirst()
                .orElse(-1);
    }

    private static Optional<Step> plugged(Plan plan, Step carried) {
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.HANDS)
                .filter(s -> s.needs().equals(List.of(carried.index())))
                .findFirst();
    }

    private Plan composed(
            OperationLog log,
            Collective now,
            List<Step> done,
            List<Step> steps,
            Optional<Plan> moves,
            List<Change> changes) {
        Map<String, String> basis = new TreeMap<>(moves.map(Plan::basis).orElse(Map.of()));
        steps.stream()
                .filter(s -> s.kind() == Step.Kind.CALL)
                .flatMap(s -> s.action().stream())
                .flatMap(a -> now.endpoint(a.endpointId()).stream())
                .forEach(e -> basis.put(e.id(), e.fingerprint()));
        List<Node> carried =
                now.nodes().stream()
                        .filter(
                                n ->
                                        done.stream()
                                                .anyMatch(
                                                        s ->
                                                                s.carries()
                                                                        && s.on().equals(n.name())))
                        .toList();
        CutOffs cutOff = CutOffs.of(List.of(), carried, log.plan().forecasts());
        return new Plan(
                moves.map(Plan::id).orElseGet(ids::next),
                log.collectiveId(),
                moves.map(Plan::changes).orElse(changes),
                moves.map(Plan::origins).orElse(Map.of()),
                basis,
                clock.instant(),
                steps,
                moves.map(Plan::forecasts).orElse(List.of()),
                moves.map(Plan::cutOff).orElse(cutOff.who()),
                moves.map(Plan::services).orElse(cutOff.services()),
                Optional.of(log.id()));
    }

    /** What was carried has to be carried back; of the rest only the labels go back. */
    private Plan moves(OperationLog log, List<Step> done, Collective now) throws RefusedException {
        List<MoveNode> back = new ArrayList<>();
        for (MoveNode move : log.plan().moves()) {
            String origin = log.plan().origins().getOrDefault(move.nodeId(), "");
            if (!origin.isEmpty()) {
                String name = now.node(move.nodeId()).map(Node::name).orElse("");
                boolean carried =
                        move.truth() == MoveNode.Truth.WILL_CARRY
                                && done.stream().anyMatch(s -> s.carries() && s.on().equals(name));
                back.add(
                        new MoveNode(
                                move.nodeId(),
                                origin,
                                carried ? MoveNode.Truth.WILL_CARRY : MoveNode.Truth.LABEL_WRONG));
            }
        }
        if (back.isEmpty()) {
            throw nothing();
        }
        return planner.plan(now, back);
    }

    /** The step that an inverse action makes, not yet in its place. */
    static Step step(Step undone, Action back, ActionSpec spec) {
        return new Step(
                0,
                List.of(),
                Step.Kind.CALL,
                spec.stepClass(),
                undone.type(),
                "action." + back.verb(),
                undone.values(),
                undone.on(),
                Optional.of(back),
                spec.exactCall(),
                spec.mark(),
                spec.deadline(),
                "");
    }

    private static RefusedException nothing() {
        return new RefusedException(Fault.of(OwnError.NOTHING_TO_DO, "", "node", ""));
    }
}
