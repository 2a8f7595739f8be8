package org.ronron.core.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.engine.Verdicts.When;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** Drives one operation: hands out what can begin, looks at what waits, ends when all is done. */
final class Course {
    /** So many steps of an operation are under way at once, at most. */
    static final int MOST = 4;

    /** What is found of a machine that has not been missed yet: a key of the window's texts. */
    private static final String STILL_THERE = "step.hands.stillThere";

    private static final List<Integer> WHOLE = List.of(JournalEvent.WHOLE);

    /** Something of a step that is taken. */
    private interface Deed {
        /** After how long it is to be done again; empty when it is over. */
        Optional<Duration> run() throws StorageException;
    }

    private final EnginePorts ports;
    private final OperationLog log;
    private final Systems systems;
    private final Standstill standstill;
    private final Settling settling;
    private final CallRun calls;
    private final Mistrust mistrust;

    Course(EnginePorts ports, OperationLog log, Standstill standstill) {
        this.ports = ports;
        this.log = log;
        this.standstill = standstill;
        this.systems = new Systems(ports.sessions());
        this.settling = new Settling(log, ports.crashPoint(), standstill);
        this.calls = new CallRun(log, systems, settling, ports.maker(), ports.crashPoint());
        this.mistrust = new Mistrust(log, systems, ports.freshness());
    }

    OperationLog log() {
        return log;
    }

    /** Hands out all that can begin now. */
    void advance() {
        if (standstill.now()) {
            return;
        }
        for (int index : log.take(this::begins, MOST)) {
            ports.executor().execute(() -> taken(index, 1, () -> begin(index, 1)));
        }
        for (int whole : log.take(Course::ends, MOST)) {
            ports.executor().execute(() -> taken(whole, 1, this::finish));
        }
    }

    /** Looks at what waits and at what nobody knows of, then goes on. */
    void look() {
        log.beat();
        if (!standstill.now()) {
            for (int index : log.take(Course::looks, MOST)) {
                ports.executor().execute(() -> taken(index, 1, () -> look(index)));
            }
            advance();
        }
    }

    private List<Integer> begins(OperationFold fold) {
        return fold.state() == OperationView.State.RUNNING
                ? fold.ready().stream().filter(i -> !locked(log.step(i))).toList()
                : List.of();
    }

    /** It waits for the vault; what only a person does needs none. */
    private boolean locked(Step step) {
        return step.action().filter(this::locked).isPresent() || ports.maker().locked(step);
    }

    private boolean locked(Action action) {
        return ports.sessions().locked(action.endpointId())
                || LiveArguments.sources(action).stream().anyMatch(ports.sessions()::locked);
    }

    private static List<Integer> ends(OperationFold fold) {
        return fold.allDone() && !fold.finished() && !fold.halted() ? WHOLE : List.of();
    }

    private static List<Integer> looks(OperationFold fold) {
        boolean blindfold = fold.finished() || fold.detached() || fold.halted();
        return blindfold ? List.of() : fold.open();
    }

    private void taken(int index, int attempt, Deed deed) {
        try {
            Optional<Duration> again = deed.run();
            if (again.isPresent()) {
                ports.timer().after(again.get(), () -> again(index, attempt + 1));
                return;
            }
        } catch (StorageException failed) {
            log.halt(index, failed.fault());
        } catch (RuntimeException broken) {
            log.halt(index, Fault.of(OwnError.INTERNAL, "", "what", broken.toString()));
        }
        log.release(index);
        advance();
    }

    private void again(int index, int attempt) {
        boolean goesOn = !standstill.now() && log.fold().state() == OperationView.State.RUNNING;
        ports.executor()
                .execute(
                        () ->
                                taken(
                                        index,
                                        attempt,
                                        () -> goesOn ? begin(index, attempt) : Optional.empty()));
    }

    private Optional<Duration> begin(int index, int attempt) throws StorageException {
        Step step = log.step(index);
        if (locked(step)) {
            return Optional.empty();
        }
        if (step.kind() != Step.Kind.CALL) {
            log.write(Kind.WAITING, index, Json.obj());
            ports.crashPoint().at(CrashPoints.AFTER_WAITING);
            return step.action().isPresent() ? look(index) : Optional.empty();
        }
        if (log.mistrusted(step.action().orElseThrow().endpointId())) {
            Optional<Fault> against = mistrust.against(index);
            if (against.isPresent() && against.get().code() == OwnError.VAULT_LOCKED) {
                log.distrust();
                return Optional.empty();
            }
            if (against.isPresent() && CallRun.triedAgain(attempt, against.get())) {
                // Nothing has left yet: a system that is slow right after a restart is no refusal.
                log.distrust();
                return Optional.of(CallRun.pause(attempt));
            }
            if (against.isPresent()) {
                settling.refused(index, against.get());
                return Optional.empty();
            }
        }
        return calls.run(index, attempt);
    }

    private Optional<Duration> look(int index) throws StorageException {
        Step step = log.step(index);
        StepFold known = log.fold().step(index);
        When when = known.when(step.kind());
        switch (systems.probe(step, known.evidence())) {
            case Good<Evidence>(Evidence seen) ->
                    settling.found(index, when, back(step, known, seen), Optional.empty());
            case Bad<Evidence>(Fault fault) -> settling.blind(index, when, fault);
        }
        return Optional.empty();
    }

    /**
     * A system goes on seeing a machine for a while after it was switched off. One that was never
     * missed has not been carried yet, unless a person says so.
     */
    private static Evidence back(Step step, StepFold known, Evidence seen) {
        boolean missed =
                known.fault().isPresent()
                        || known.evidence().filter(e -> !e.found().equals(STILL_THERE)).isPresent();
        return step.waitsForReturn() && seen.verdict() == Evidence.Verdict.DONE && !missed
                ? new Evidence(Evidence.Verdict.PENDING, STILL_THERE, seen.at())
                : seen;
    }

    private Optional<Duration> finish() throws StorageException {
        ports.crashPoint().at(CrashPoints.BEFORE_FINISH);
        log.finish();
        ports.crashPoint().at(CrashPoints.AFTER_FINISH);
        return Optional.empty();
    }
}
