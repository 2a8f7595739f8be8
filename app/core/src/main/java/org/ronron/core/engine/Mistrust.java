package org.ronron.core.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.Effect;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.StepClass;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/**
 * After a gap (a sleep, a restart, a stop): before the next call on an endpoint, is it still as the
 * plan expects? What was done there last must still be so; where nothing was done yet, the plan's
 * basis must still hold.
 */
final class Mistrust {
    private final OperationLog log;
    private final Systems systems;
    private final Freshness freshness;

    Mistrust(OperationLog log, Systems systems, Freshness freshness) {
        this.log = log;
        this.systems = systems;
        this.freshness = freshness;
    }

    /** Why the step must not be begun; empty when all is as expected. */
    Optional<Fault> against(int index) throws StorageException {
        Step step = log.step(index);
        String endpoint = step.action().orElseThrow().endpointId();
        Freshness.Look look;
        try {
            look = freshness.look(endpoint);
        } catch (RefusedException silent) {
            return Optional.of(silent.fault());
        }
        Optional<Step> last = lastDone(step, endpoint);
        if (last.isPresent()) {
            return stillDone(last.get());
        }
        return step.needs().isEmpty()
                ? Drift.from(log.plan(), endpoint, step.on(), look)
                : Optional.empty();
    }

    private Optional<Fault> stillDone(Step last) throws StorageException {
        switch (systems.probe(last, Optional.empty())) {
            case Bad<Evidence>(Fault fault) -> {
                return Optional.of(fault.withEffect(Effect.NONE));
            }
            case Good<Evidence>(Evidence seen) -> {
                log.write(
                        Kind.PROBED,
                        last.index(),
                        Bodies.with(Json.obj().with("when", "GAP"), seen));
                return switch (seen.verdict()) {
                    case DONE, PENDING -> Optional.empty();
                    case NOT_DONE, NOT_OURS, APPEARED, UNKNOWN ->
                            Optional.of(Settling.fault(OwnError.NOT_AS_PROMISED, last, seen));
                };
            }
        }
    }

    /** The nearest call that changed this endpoint, among all that the step needs. */
    private Optional<Step> lastDone(Step step, String endpoint) {
        Deque<Integer> next = new ArrayDeque<>(step.needs());
        Set<Integer> seen = new HashSet<>();
        Optional<Step> last = Optional.empty();
        while (!next.isEmpty()) {
            Step before = log.step(next.removeFirst());
            if (seen.add(before.index())) {
                next.addAll(before.needs());
                boolean nearer = last.map(l -> l.index() < before.index()).orElse(true);
                last = nearer && changes(before, endpoint) ? Optional.of(before) : last;
            }
        }
        return last;
    }

    private static boolean changes(Step step, String endpoint) {
        return step.kind() == Step.Kind.CALL
                && step.stepClass() != StepClass.READ
                && step.action().filter(a -> a.endpointId().equals(endpoint)).isPresent();
    }
}
