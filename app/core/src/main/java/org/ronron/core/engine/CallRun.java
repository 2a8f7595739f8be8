package org.ronron.core.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.engine.Verdicts.Then;
import org.ronron.core.engine.Verdicts.When;
import org.ronron.core.plan.Step;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** One attempt of one call: its secrets are made, INTENT, the call, a probe, OUTCOME. */
final class CallRun {
    /** So often a call that may be repeated is made, at most. */
    static final int MOST_ATTEMPTS = 3;

    private static final Set<ErrorCode> PASSING =
            Set.of(CommonError.UNREACHABLE, CommonError.TIMEOUT, CommonError.CUT);

    private final OperationLog log;
    private final Systems systems;
    private final Settling settling;
    private final SecretMaker maker;
    private final CrashPoint crash;

    CallRun(
            OperationLog log,
            Systems systems,
            Settling settling,
            SecretMaker maker,
            CrashPoint crash) {
        this.log = log;
        this.systems = systems;
        this.settling = settling;
        this.maker = maker;
        this.crash = crash;
    }

    /**
     * @param attempt from 1
     * @return after how long it is to be attempted again; empty when this attempt decided, or a
     *     person has to
     */
    Optional<Duration> run(int index, int attempt) throws StorageException {
        Step step = log.step(index);
        boolean writes = step.stepClass() != StepClass.READ;
        Optional<Fault> barred = writes ? systems.barred(step) : Optional.empty();
        if (barred.isPresent()) {
            settling.refused(index, barred.get());
            return Optional.empty();
        }
        boolean first = log.fold().step(index).attempts() == 0;
        if (writes && first && step.mark().isEmpty()) {
            return markless(index, attempt);
        }
        return act(index, attempt, Optional.empty());
    }

    /** What carries no mark is ours only if it was not there before: the INTENT records that. */
    private Optional<Duration> markless(int index, int attempt) throws StorageException {
        Step step = log.step(index);
        return switch (systems.probe(step, Optional.empty())) {
            case Bad<Evidence>(Fault fault) -> clean(index, attempt, fault);
            case Good<Evidence>(Evidence before) ->
                    switch (before.verdict()) {
                        case NOT_DONE, PENDING, UNKNOWN -> act(index, attempt, Optional.of(before));
                        case DONE, NOT_OURS, APPEARED -> {
                            thereBefore(index, step, before);
                            yield Optional.empty();
                        }
                    };
        };
    }

    private void thereBefore(int index, Step step, Evidence before) throws StorageException {
        boolean asWished =
                step.stepClass() == StepClass.IDEMPOTENT
                        && before.verdict() == Evidence.Verdict.DONE;
        if (asWished) {
            Json.Obj body = Json.obj().with("how", "BEFORE").with("ours", Json.of(false));
            settling.outcome(index, Bodies.with(body, before));
        } else {
            settling.probed(
                    index,
                    When.DOUBT,
                    Then.STOP_NOT_OURS,
                    Optional.of(before),
                    Optional.of(Settling.fault(OwnError.NOT_OURS, step, before)),
                    Optional.empty());
        }
    }

    private Optional<Duration> act(int index, int attempt, Optional<Evidence> before)
            throws StorageException {
        Step step = log.step(index);
        if (!SecretMaker.of(step).isEmpty()) {
            maker.make(step);
            crash.at(CrashPoints.AFTER_SECRETS);
        }
        crash.at(CrashPoints.BEFORE_INTENT);
        if (!log.intend(index, intent(step, attempt, before))) {
            return Optional.empty();
        }
        crash.at(CrashPoints.AFTER_INTENT);
        return switch (systems.live(step)) {
            case Bad<LiveArguments>(Fault unread) -> clean(index, attempt, unread);
            case Good<LiveArguments>(LiveArguments live) -> perform(index, attempt, live);
        };
    }

    private Optional<Duration> perform(int index, int attempt, LiveArguments live)
            throws StorageException {
        Step step = log.step(index);
        switch (systems.perform(step, live, progress(index, live))) {
            case Good<Json.Obj>(Json.Obj made) -> {
                crash.at(CrashPoints.AFTER_PERFORM);
                verify(index, step, made, live);
                return Optional.empty();
            }
            case Bad<Json.Obj>(Fault fault) -> {
                crash.at(CrashPoints.AFTER_PERFORM);
                return fault.effect() == Effect.NONE
                        ? clean(index, attempt, fault)
                        : doubt(index, attempt, fault, live);
            }
        }
    }

    private static Json.Obj intent(Step step, int attempt, Optional<Evidence> before) {
        Action action = step.action().orElseThrow();
        Json.Obj body =
                Json.obj()
                        .with("attempt", attempt)
                        .with("endpoint", action.endpointId())
                        .with("verb", action.verb())
                        .with("class", step.stepClass().name())
                        .with("mark", step.mark());
        Json.Obj named = SecretMaker.named(step, body);
        return before.map(e -> named.with("before", Bodies.write(e))).orElse(named);
    }

    private void verify(int index, Step step, Json.Obj made, LiveArguments live)
            throws StorageException {
        if (step.stepClass() == StepClass.READ) {
            Json.Obj body = Json.obj().with("how", When.PERFORMED.name());
            settling.outcome(index, body.with("made", made));
            return;
        }
        switch (systems.probe(step, live)) {
            case Good<Evidence>(Evidence seen) ->
                    settling.found(index, When.PERFORMED, seen, Optional.of(made));
            case Bad<Evidence>(Fault fault) ->
                    settling.probed(
                            index,
                            When.PERFORMED,
                            Settling.passes(fault.code()) ? Then.LATER : Then.STOP_UNKNOWN,
                            Optional.empty(),
                            Optional.of(fault),
                            Optional.of(made));
        }
    }

    /** The call has changed nothing. */
    private Optional<Duration> clean(int index, int attempt, Fault fault) throws StorageException {
        boolean locked = fault.code() == OwnError.VAULT_LOCKED && repeatable(log.step(index));
        if (!locked && !again(log.step(index), attempt, fault)) {
            settling.refused(index, fault);
            return Optional.empty();
        }
        Json.Obj body = Json.obj().with("again", Json.of(true));
        log.write(Kind.REFUSED, index, Bodies.with(body, fault));
        crash.at(CrashPoints.AFTER_FAILURE);
        // locked between two looks: it is begun again once the vault is open
        return locked ? Optional.empty() : Optional.of(pause(attempt));
    }

    /** The call may have changed something: one look, and then a decision. */
    private Optional<Duration> doubt(int index, int attempt, Fault fault, LiveArguments live)
            throws StorageException {
        Step step = log.step(index);
        log.write(Kind.UNKNOWN, index, Bodies.with(Json.obj(), fault));
        crash.at(CrashPoints.AFTER_FAILURE);
        switch (systems.probe(step, live)) {
            case Bad<Evidence> blind -> {
                settling.probed(
                        index,
                        When.DOUBT,
                        Then.STOP_UNKNOWN,
                        Optional.empty(),
                        Optional.of(fault),
                        Optional.empty());
                return Optional.empty();
            }
            case Good<Evidence>(Evidence seen) -> {
                Then then = Verdicts.of(step, When.DOUBT, seen.verdict());
                boolean again = then == Then.RUN && again(step, attempt, fault);
                if (then != Then.RUN && then != Then.STOP_NOT_DONE) {
                    settling.found(index, When.DOUBT, seen, Optional.empty());
                    return Optional.empty();
                }
                settling.probed(
                        index,
                        When.DOUBT,
                        again ? Then.RUN : Then.STOP_NOT_DONE,
                        Optional.of(seen),
                        Optional.of(fault),
                        Optional.empty());
                return again ? Optional.of(pause(attempt)) : Optional.empty();
            }
        }
    }

    private static boolean again(Step step, int attempt, Fault fault) {
        return repeatable(step) && triedAgain(attempt, fault);
    }

    /** Whether what came of this attempt may pass, and is worth another. */
    static boolean triedAgain(int attempt, Fault fault) {
        return attempt < MOST_ATTEMPTS && PASSING.contains(fault.code());
    }

    private static boolean repeatable(Step step) {
        return switch (step.stepClass()) {
            case READ, IDEMPOTENT -> true;
            case PROBEABLE, ONE_SHOT -> false;
        };
    }

    static Duration pause(int attempt) {
        return Duration.ofSeconds(1L << attempt);
    }

    private Progress progress(int index, LiveArguments live) {
        return new Progress() {
            @Override
            public void report(String phase, long done, long total) {
                log.live(index, new Live(live.hidden(phase), done, total));
            }

            @Override
            public boolean cancelled() {
                return log.fold().cancelled();
            }
        };
    }
}
