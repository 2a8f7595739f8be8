package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ronron.api.Effect;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.plan.Step;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/**
 * The calls of an operation that may have left something: those that are done, and those of which
 * nobody knows, which are looked at now. What is somebody else's is not among them.
 */
final class Touched {
    private final Systems systems;

    Touched(Systems systems) {
        this.systems = systems;
    }

    /**
     * @param done whether a step is done, and ours
     * @throws RefusedException when a system cannot be asked, or cannot tell: nothing is taken back
     *     by halves
     */
    List<Step> of(OperationLog log, Predicate<Step> done) throws RefusedException {
        List<Step> touched = new ArrayList<>();
        for (Step step : log.plan().steps()) {
            boolean call = step.kind() == Step.Kind.CALL;
            if (call && (done.test(step) || perhaps(log, step) && ours(step))) {
                touched.add(step);
            }
        }
        return List.copyOf(touched);
    }

    /** A call that broke may still arrive, also where a look right after it saw nothing. */
    private static boolean perhaps(OperationLog log, Step step) {
        boolean broke =
                log.fold()
                        .step(step.index())
                        .fault()
                        .filter(fault -> fault.effect() == Effect.UNKNOWN)
                        .isPresent();
        return broke || log.fold().inDoubt(step.index());
    }

    /**
     * Whether it is ours, or is not there, and may still arrive: what takes it back looks again,
     * and takes nothing away that is not there.
     */
    private boolean ours(Step step) throws RefusedException {
        return switch (systems.probe(step, Optional.empty())) {
            case Bad<Evidence>(Fault fault) -> throw new RefusedException(fault);
            case Good<Evidence>(Evidence seen) ->
                    switch (seen.verdict()) {
                        case DONE, NOT_DONE -> true;
                        case NOT_OURS, APPEARED -> false;
                        case PENDING, UNKNOWN ->
                                throw new RefusedException(
                                        Settling.fault(OwnError.OUTCOME_UNKNOWN, step, seen));
                    };
        };
    }
}
