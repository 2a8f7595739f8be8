package org.ronron.core.engine;

import java.time.Duration;
import java.util.Optional;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.core.engine.Verdicts.Then;
import org.ronron.core.engine.Verdicts.When;
import org.ronron.core.plan.Step;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** Writes down what became of a step, and what follows. */
final class Settling {
    /** How often the journal is told how far work is that goes on without us. */
    static final Duration SELDOM = Duration.ofMinutes(10);

    private final OperationLog log;
    private final CrashPoint crash;
    private final Standstill standstill;

    Settling(OperationLog log, CrashPoint crash, Standstill standstill) {
        this.log = log;
        this.crash = crash;
        this.standstill = standstill;
    }

    /**
     * What a probe found.
     *
     * @param made what the call answered, if it did
     */
    Then found(int index, When when, Evidence evidence, Optional<Json.Obj> made)
            throws StorageException {
        Step step = log.step(index);
        Then then = Verdicts.of(step, when, evidence.verdict());
        if (then == Then.DONE) {
            Json.Obj body = Json.obj().with("how", when.name()).with("ours", Json.of(true));
            outcome(index, Bodies.with(made(body, made), evidence));
        } else if (then != Then.LATER || news(index, evidence)) {
            probed(index, when, then, Optional.of(evidence), fault(step, then, evidence), made);
        } else {
            log.note(index, evidence.found());
        }
        return then;
    }

    /** A probe could not look. */
    void blind(int index, When when, Fault fault) throws StorageException {
        Optional<Fault> known = log.fold().step(index).fault();
        if (!passes(fault.code())) {
            probed(
                    index,
                    when,
                    Then.STOP_UNKNOWN,
                    Optional.empty(),
                    Optional.of(fault),
                    Optional.empty());
        } else if (known.filter(f -> f.code().id().equals(fault.code().id())).isEmpty()) {
            Json.Obj body = Json.obj().with("when", when.name());
            log.write(Kind.PROBED, index, Bodies.with(body, fault));
            crash.at(CrashPoints.AFTER_PROBE);
        }
    }

    void probed(
            int index,
            When when,
            Then then,
            Optional<Evidence> evidence,
            Optional<Fault> fault,
            Optional<Json.Obj> made)
            throws StorageException {
        Json.Obj body = made(Json.obj().with("when", when.name()).with("then", then.name()), made);
        Json.Obj seen = evidence.map(e -> Bodies.with(body, e)).orElse(body);
        log.write(Kind.PROBED, index, fault.map(f -> Bodies.with(seen, f)).orElse(seen));
        crash.at(CrashPoints.AFTER_PROBE);
        switch (then) {
            case DONE, RUN, LATER -> {}
            case STOP_NOT_DONE, STOP_UNKNOWN, STOP_NOT_OURS, STOP_APPEARED, STOP_NOT_AS_PROMISED ->
                    stopped(index);
        }
    }

    /** Nothing was changed, for certain; a person decides. */
    void refused(int index, Fault fault) throws StorageException {
        log.write(Kind.REFUSED, index, Bodies.with(Json.obj(), fault));
        crash.at(CrashPoints.AFTER_FAILURE);
        stopped(index);
    }

    private void stopped(int index) throws StorageException {
        String text = log.plan().tells() ? Histories.NOT_TOLD : Histories.STOPPED;
        log.write(Kind.STOPPED, index, Json.obj(), log.author(), text);
        crash.at(CrashPoints.AFTER_STOP);
    }

    /** It is done. When that cannot be kept, everything stands still. */
    void outcome(int index, Json.Obj body) throws StorageException {
        crash.at(CrashPoints.BEFORE_OUTCOME);
        JournalEvent event = log.event(Kind.OUTCOME, index, body, log.author());
        try {
            log.add(event, Histories.step(log.plan(), log.step(index)));
        } catch (StorageException full) {
            standstill.lost(event);
            throw full;
        }
        crash.at(CrashPoints.AFTER_OUTCOME);
    }

    private static Json.Obj made(Json.Obj body, Optional<Json.Obj> made) {
        return made.map(result -> body.with("made", result)).orElse(body);
    }

    /**
     * Whether it says more than the look before; the journal keeps each finding once. How far work
     * is that goes on without us is something else with each look, for hours: now and then is
     * enough.
     */
    private boolean news(int index, Evidence evidence) {
        StepFold known = log.fold().step(index);
        Optional<Evidence> before = known.evidence().filter(e -> e.verdict() == evidence.verdict());
        if (before.isEmpty() || known.state() != StepState.WAITING || known.fault().isPresent()) {
            return true;
        }
        boolean works = log.step(index).kind() == Step.Kind.CALL;
        boolean lately = before.get().at().plus(SELDOM).isAfter(evidence.at());
        return !before.get().found().equals(evidence.found()) && !(works && lately);
    }

    private static Optional<Fault> fault(Step step, Then then, Evidence evidence) {
        return switch (then) {
            case DONE, RUN, LATER, STOP_APPEARED -> Optional.empty();
            case STOP_NOT_DONE, STOP_UNKNOWN ->
                    Optional.of(
                            fault(OwnError.OUTCOME_UNKNOWN, step, evidence)
                                    .withEffect(Effect.UNKNOWN));
            case STOP_NOT_OURS -> Optional.of(fault(OwnError.NOT_OURS, step, evidence));
            case STOP_NOT_AS_PROMISED ->
                    Optional.of(
                            fault(OwnError.NOT_AS_PROMISED, step, evidence)
                                    .withEffect(Effect.UNKNOWN));
        };
    }

    static Fault fault(OwnError code, Step step, Evidence evidence) {
        return Fault.of(
                code,
                step.on(),
                "step",
                Integer.toString(step.index() + 1),
                "found",
                evidence.found());
    }

    /**
     * Whether a fault may pass by itself: a machine that is being carried does not answer. What a
     * connector names itself, and all that concerns trust and logins, does not.
     */
    static boolean passes(ErrorCode code) {
        return switch (code) {
            case CommonError.LOGIN_REFUSED, CommonError.RIGHT_MISSING, CommonError.WRONG_VERSION ->
                    false;
            case CommonError common -> common.severity() != Severity.STOP;
            case OwnError own -> own == OwnError.VAULT_LOCKED;
            default -> false;
        };
    }
}
