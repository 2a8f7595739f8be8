package org.ronron.core.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Planner;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Ids;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/**
 * The way back of an operation, as a plan: the inverse of each step that is done and ours, the last
 * first. Where a step has none (a change that others may build on by now), the moves are planned
 * back instead.
 */
final class Undoing {
    private final Systems systems;
    private final Planner planner;
    private final Ids ids;
    private final InstantSource clock;

    Undoing(Systems systems, Planner planner, Ids ids, InstantSource clock) {
        this.systems = systems;
        this.planner = planner;
        this.ids = ids;
        this.clock = clock;
    }

    Plan plan(OperationLog log, Collective now) throws RefusedException {
        List<Step> made = log.plan().steps().stream().filter(s -> made(log, s)).toList();
        if (made.isEmpty()) {
            throw nothing();
        }
        List<Step> back = new ArrayList<>();
        for (Step step : made.reversed()) {
            switch (systems.inverse(step)) {
                case Bad<Optional<Step>>(Fault fault) -> throw new RefusedException(fault);
                case Good<Optional<Step>>(Optional<Step> inverse) -> inverse.ifPresent(back::add);
            }
        }
        Plan way = back.size() == made.size() ? inverses(log, now, back) : moves(log, now);
        return new Plan(
                way.id(),
                way.collectiveId(),
                way.changes(),
                way.origins(),
                way.basis(),
                way.computed(),
                way.steps(),
                way.forecasts(),
                way.cutOff(),
                Optional.of(log.id()));
    }

    private static boolean made(OperationLog log, Step step) {
        StepFold fold = log.fold().step(step.index());
        return step.kind() == Step.Kind.CALL
                && step.stepClass() != StepClass.READ
                && fold.state() == StepState.DONE
                && fold.ours();
    }

    private Plan inverses(OperationLog log, Collective now, List<Step> back) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> basis = new TreeMap<>();
        for (Step step : back) {
            int index = steps.size();
            steps.add(placed(step, index));
            String endpoint = step.action().orElseThrow().endpointId();
            now.endpoint(endpoint)
                    .map(EndpointView::fingerprint)
                    .ifPresent(fingerprint -> basis.put(endpoint, fingerprint));
        }
        return new Plan(
                ids.next(),
                log.collectiveId(),
                List.of(),
                basis,
                clock.instant(),
                steps,
                List.of(),
                Plan.CutOff.NOBODY,
                Optional.empty());
    }

    private static Step placed(Step step, int index) {
        return new Step(
                index,
                index == 0 ? List.of() : List.of(index - 1),
                step.kind(),
                step.stepClass(),
                step.type(),
                step.text(),
                step.values(),
                step.on(),
                step.action(),
                step.exactCall(),
                step.mark(),
                step.deadline(),
                step.show());
    }

    /** What was carried has to be carried back; of the rest only the labels go back. */
    private Plan moves(OperationLog log, Collective now) throws RefusedException {
        List<MoveNode> back = new ArrayList<>();
        for (MoveNode move : log.plan().changes()) {
            String origin = log.plan().origins().getOrDefault(move.nodeId(), "");
            if (!origin.isEmpty()) {
                boolean carried = move.truth() == MoveNode.Truth.WILL_CARRY;
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
