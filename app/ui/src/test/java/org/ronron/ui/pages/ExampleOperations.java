package org.ronron.ui.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.CommonError;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.OperationView.StepView;
import org.ronron.core.engine.StepState;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.OwnError;

/** An operation at each moment that the pages draw. */
final class ExampleOperations {
    private ExampleOperations() {}

    static OperationView stopped(StepState how) {
        Fault fault =
                Fault.of(
                        CommonError.SERVER_ERROR,
                        "garage-maison",
                        "status",
                        "400",
                        "message",
                        "Invalid new layout version: expected 32");
        StepView stopped =
                new StepView(
                        how,
                        how == StepState.REFUSED ? Optional.of(fault) : Optional.empty(),
                        Optional.of(
                                new Evidence(
                                        Evidence.Verdict.NOT_DONE,
                                        "layout version 31",
                                        Examples.NOW)),
                        "",
                        0,
                        0,
                        Optional.of(Examples.NOW.minusSeconds(62)),
                        Optional.of(Examples.NOW.minusSeconds(60)),
                        false);
        return operation(
                OperationView.State.STOPPED,
                List.of(
                        done(3600),
                        done(1),
                        stopped,
                        step(StepState.NOT_BEGUN),
                        step(StepState.NOT_BEGUN)),
                Optional.empty());
    }

    /** Made read-only in the middle: the next step did not begin. */
    static OperationView halted() {
        StepView halted =
                new StepView(
                        StepState.NOT_BEGUN,
                        Optional.of(Fault.of(OwnError.WRITING_OFF, "garage-maison")),
                        Optional.empty(),
                        "",
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return operation(
                OperationView.State.STOPPED,
                List.of(
                        done(3600),
                        halted,
                        step(StepState.NOT_BEGUN),
                        step(StepState.NOT_BEGUN),
                        step(StepState.NOT_BEGUN)),
                Optional.empty());
    }

    static OperationView waitingForHands() {
        StepView waiting =
                new StepView(
                        StepState.WAITING,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        0,
                        0,
                        Optional.of(Examples.NOW.minusSeconds(600)),
                        Optional.empty(),
                        false);
        return operation(
                OperationView.State.WAITING,
                List.of(
                        waiting,
                        step(StepState.NOT_BEGUN),
                        step(StepState.NOT_BEGUN),
                        step(StepState.NOT_BEGUN),
                        step(StepState.NOT_BEGUN)),
                Optional.of("La clé est chez Maximilien."));
    }

    static OperationView copying() {
        StepView copying =
                new StepView(
                        StepState.WAITING,
                        Optional.empty(),
                        Optional.empty(),
                        "layout versions 30, 31",
                        12,
                        26,
                        Optional.of(Examples.NOW.minusSeconds(600)),
                        Optional.empty(),
                        true);
        return operation(
                OperationView.State.WAITING,
                List.of(done(3600), done(1), done(12), done(900), copying),
                Optional.empty());
    }

    static OperationView finished() {
        return operation(
                OperationView.State.DONE,
                List.of(done(3600), done(1), done(12), done(900), done(2400)),
                Optional.empty());
    }

    private static StepView step(StepState state) {
        return new StepView(
                state,
                Optional.empty(),
                Optional.empty(),
                "",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static StepView done(int seconds) {
        return new StepView(
                StepState.DONE,
                Optional.empty(),
                Optional.empty(),
                "",
                0,
                0,
                Optional.of(Examples.NOW.minusSeconds(seconds + 70L)),
                Optional.of(Examples.NOW.minusSeconds(70)),
                false);
    }

    private static Json.Obj made() {
        Json.Obj figures = Json.obj().with("copies", 1281).with("usable", 4_288_067_185_869L);
        return Json.obj().with("made", figures);
    }

    private static OperationView operation(
            OperationView.State state, List<StepView> steps, Optional<String> word) {
        List<JournalEvent> trace = new ArrayList<>();
        long at = Examples.NOW.minusSeconds(70).toEpochMilli();
        JournalEvent.Kind[] kinds = {
            JournalEvent.Kind.BEGUN,
            JournalEvent.Kind.INTENT,
            JournalEvent.Kind.OUTCOME,
            JournalEvent.Kind.INTENT,
            JournalEvent.Kind.REFUSED,
            JournalEvent.Kind.PROBED
        };
        int[] of = {JournalEvent.WHOLE, 1, 1, 2, 2, 2};
        for (int i = 0; i < kinds.length; i++) {
            trace.add(
                    new JournalEvent(
                            "event-" + i,
                            Examples.OPERATION,
                            of[i],
                            kinds[i],
                            at + i * 1118L,
                            "Camille",
                            1,
                            kinds[i] == JournalEvent.Kind.OUTCOME ? made() : Json.obj()));
        }
        return new OperationView(
                Examples.OPERATION,
                Examples.plan(),
                "onion → corrin",
                "Camille",
                Examples.NOW.minusSeconds(3700),
                state,
                steps,
                word,
                trace);
    }
}
