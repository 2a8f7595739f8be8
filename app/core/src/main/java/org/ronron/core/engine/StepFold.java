package org.ronron.core.engine;

import java.time.Instant;
import java.util.Optional;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.core.engine.Verdicts.Then;
import org.ronron.core.engine.Verdicts.When;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;

/** What the journal says of one step, event by event. */
final class StepFold {
    private StepState state = StepState.NOT_BEGUN;
    private Optional<Fault> fault = Optional.empty();
    private Optional<Evidence> evidence = Optional.empty();
    private Optional<Instant> begun = Optional.empty();
    private Optional<Instant> ended = Optional.empty();
    private int attempts;
    private boolean decided;
    private boolean asked;
    private boolean performed;
    private boolean ours = true;

    StepState state() {
        return state;
    }

    Optional<Fault> fault() {
        return fault;
    }

    Optional<Evidence> evidence() {
        return evidence;
    }

    Optional<Instant> begun() {
        return begun;
    }

    Optional<Instant> ended() {
        return ended;
    }

    /** How often it was about to act. */
    int attempts() {
        return attempts;
    }

    /** Whether what is there was made by it. */
    boolean ours() {
        return ours;
    }

    /** Whether it needs a person before the operation goes on. */
    boolean troubled() {
        return switch (state) {
            case REFUSED -> true;
            case UNKNOWN, APPEARED, NOT_OURS -> decided;
            case NOT_BEGUN, RUNNING, WAITING, DONE, SKIPPED -> false;
        };
    }

    /** Whether it acted, or may have, and nobody has looked since. */
    boolean undecided() {
        return switch (state) {
            case RUNNING -> true;
            case UNKNOWN, APPEARED, NOT_OURS -> !decided;
            case NOT_BEGUN, WAITING, DONE, REFUSED, SKIPPED -> false;
        };
    }

    /** What is known when it is looked at next. */
    When when(Step.Kind kind) {
        return switch (kind) {
            case HANDS, WAIT -> When.WAIT;
            case CALL -> performed ? When.PERFORMED : asked ? When.ASKED : When.CRASH;
        };
    }

    void see(JournalEvent event) {
        Json.Obj body = event.body();
        switch (event.kind()) {
            case INTENT -> {
                begin(StepState.RUNNING, event);
                attempts++;
                asked = false;
                performed = false;
            }
            case WAITING -> begin(StepState.WAITING, event);
            case OUTCOME, SAID -> {
                state = StepState.DONE;
                fault = Optional.empty();
                evidence = Bodies.evidence(body).or(() -> evidence);
                ours = body.bool("ours").orElse(true);
                ended = Optional.of(Instant.ofEpochMilli(event.at()));
            }
            case REFUSED -> {
                boolean again = body.bool("again").orElse(false);
                state = again ? StepState.NOT_BEGUN : StepState.REFUSED;
                fault = Bodies.fault(body);
            }
            case UNKNOWN -> {
                state = StepState.UNKNOWN;
                decided = false;
                fault = Bodies.fault(body);
            }
            case PROBED -> probed(body);
            case RESUMED -> resumed();
            case BEGUN, CANCELLED, HANDED_OVER, STOPPED, FINISHED -> {}
        }
    }

    private void begin(StepState next, JournalEvent event) {
        state = next;
        decided = false;
        fault = Optional.empty();
        begun = begun.or(() -> Optional.of(Instant.ofEpochMilli(event.at())));
    }

    private void probed(Json.Obj body) {
        evidence = Bodies.evidence(body).or(() -> evidence);
        if (state == StepState.DONE) {
            return;
        }
        fault = Bodies.fault(body);
        Optional<String> then = body.text("then");
        if (then.isEmpty()) {
            state = state == StepState.RUNNING ? StepState.UNKNOWN : state;
            return;
        }
        decided = true;
        performed = body.text("when").filter(When.PERFORMED.name()::equals).isPresent();
        state =
                switch (Bodies.name(Then.values(), body, "then", Then.STOP_UNKNOWN)) {
                    case DONE -> StepState.DONE;
                    case RUN -> StepState.NOT_BEGUN;
                    case LATER -> StepState.WAITING;
                    case STOP_NOT_DONE -> StepState.REFUSED;
                    case STOP_UNKNOWN, STOP_NOT_AS_PROMISED -> StepState.UNKNOWN;
                    case STOP_NOT_OURS -> StepState.NOT_OURS;
                    case STOP_APPEARED -> StepState.APPEARED;
                };
    }

    private void resumed() {
        if (!troubled()) {
            return;
        }
        asked = true;
        decided = false;
        performed = false;
        state =
                attempts == 0
                        ? StepState.NOT_BEGUN
                        : state == StepState.REFUSED ? StepState.UNKNOWN : state;
    }
}
