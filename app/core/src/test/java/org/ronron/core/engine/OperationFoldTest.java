package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.StepClass;
import org.ronron.core.json.JsonText;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;

final class OperationFoldTest {
    private static final Plan PLAN =
            Rig.plan(
                    "op",
                    Rig.call(0, StepClass.PROBEABLE, "apply"),
                    Rig.step(1, Step.Kind.WAIT, StepClass.READ, Optional.of("seen"), "garage", 0));

    /**
     * @param events as {@code kind step body}, one a line
     * @param then states of the steps, and of the whole
     */
    private record Row(String name, String events, String then) {}

    private static final List<Row> TABLE =
            List.of(
                    new Row("decided", "BEGUN -1 {}", "NOT_BEGUN NOT_BEGUN RUNNING"),
                    new Row("died after INTENT", "INTENT 0 {}", "UNKNOWN NOT_BEGUN WAITING"),
                    new Row(
                            "died after the failure",
                            "INTENT 0 {}\nUNKNOWN 0 {}",
                            "UNKNOWN NOT_BEGUN WAITING"),
                    new Row("done", "INTENT 0 {}\nOUTCOME 0 {}", "DONE NOT_BEGUN RUNNING"),
                    new Row("refused", "INTENT 0 {}\nREFUSED 0 {}", "REFUSED NOT_BEGUN STOPPED"),
                    new Row(
                            "refused, to be repeated",
                            "INTENT 0 {}\nREFUSED 0 {\"again\":true}",
                            "NOT_BEGUN NOT_BEGUN RUNNING"),
                    new Row(
                            "found not done",
                            "INTENT 0 {}\nPROBED 0 {\"then\":\"RUN\"}",
                            "NOT_BEGUN NOT_BEGUN RUNNING"),
                    new Row(
                            "found to be under way",
                            "INTENT 0 {}\nPROBED 0 {\"then\":\"LATER\"}",
                            "WAITING NOT_BEGUN WAITING"),
                    new Row(
                            "could not look",
                            "INTENT 0 {}\nPROBED 0 {}",
                            "UNKNOWN NOT_BEGUN WAITING"),
                    new Row(
                            "cannot be told",
                            "INTENT 0 {}\nPROBED 0 {\"then\":\"STOP_UNKNOWN\"}",
                            "UNKNOWN NOT_BEGUN STOPPED"),
                    new Row(
                            "appeared since",
                            "INTENT 0 {}\nPROBED 0 {\"then\":\"STOP_APPEARED\"}",
                            "APPEARED NOT_BEGUN STOPPED"),
                    new Row(
                            "not ours",
                            "INTENT 0 {}\nPROBED 0 {\"then\":\"STOP_NOT_OURS\"}",
                            "NOT_OURS NOT_BEGUN STOPPED"),
                    new Row(
                            "of a later version",
                            "INTENT 0 {}\nPROBED 0 {\"then\":\"SOMETHING_NEW\"}",
                            "UNKNOWN NOT_BEGUN STOPPED"),
                    new Row(
                            "a person said so",
                            "INTENT 0 {}\nPROBED 0 {\"then\":\"STOP_UNKNOWN\"}\nSAID 0 {}",
                            "DONE NOT_BEGUN RUNNING"),
                    new Row(
                            "to be tried again",
                            "INTENT 0 {}\nREFUSED 0 {}\nRESUMED -1 {}",
                            "UNKNOWN NOT_BEGUN WAITING"),
                    new Row(
                            "refused before its INTENT, to be tried again",
                            "REFUSED 0 {}\nRESUMED -1 {}",
                            "NOT_BEGUN NOT_BEGUN RUNNING"),
                    new Row(
                            "waiting",
                            "INTENT 0 {}\nOUTCOME 0 {}\nWAITING 1 {}",
                            "DONE WAITING WAITING"),
                    new Row(
                            "a look back changes nothing",
                            "INTENT 0 {}\nOUTCOME 0 {}\nPROBED 0 {\"when\":\"GAP\"}",
                            "DONE NOT_BEGUN RUNNING"),
                    new Row(
                            "cancelled",
                            "INTENT 0 {}\nOUTCOME 0 {}\nCANCELLED -1 {}",
                            "DONE NOT_BEGUN CANCELLED"),
                    new Row(
                            "cancelled, taken up again",
                            "INTENT 0 {}\nOUTCOME 0 {}\nCANCELLED -1 {}\nRESUMED -1 {}",
                            "DONE NOT_BEGUN RUNNING"),
                    new Row(
                            "all done, not yet said",
                            "OUTCOME 0 {}\nOUTCOME 1 {}",
                            "DONE DONE RUNNING"),
                    new Row(
                            "finished",
                            "OUTCOME 0 {}\nOUTCOME 1 {}\nFINISHED -1 {}",
                            "DONE DONE DONE"));

    @TestFactory
    Stream<DynamicTest> table() {
        return TABLE.stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.name(),
                                        () -> {
                                            OperationView view =
                                                    fold(events(row.events()), Map.of()).view();
                                            assertEquals(
                                                    row.then(),
                                                    view.steps().get(0).state()
                                                            + " "
                                                            + view.steps().get(1).state()
                                                            + " "
                                                            + view.state());
                                        }));
    }

    @Test
    void whatRunsInThisProcessIsRunning() throws Exception {
        OperationFold fold = fold(events("INTENT 0 {}"), Map.of(0, new Live("phase.apply", 1, 2)));
        assertEquals(OperationView.State.RUNNING, fold.state());
        OperationView.StepView step = fold.view().steps().getFirst();
        assertEquals(StepState.RUNNING, step.state());
        assertEquals("phase.apply", step.note());
        assertEquals(2, step.total());
        assertEquals(true, step.doNotUnplug());
        assertEquals(List.of(), fold.open());
    }

    @Test
    void dataMovesFromTheChangeUntilAllHasSettled() throws Exception {
        String changed = "INTENT 0 {}\nOUTCOME 0 {}";
        for (String more : List.of("", "\nWAITING 1 {}", "\nCANCELLED -1 {}")) {
            OperationView view = fold(events(changed + more), Map.of()).view();
            assertEquals(true, view.steps().get(1).doNotUnplug(), more);
        }
        OperationView settled = fold(events(changed + "\nOUTCOME 1 {}"), Map.of()).view();
        assertEquals(false, settled.steps().get(1).doNotUnplug());
    }

    @Test
    void faultsAndEvidenceComeBackFromTheJournal() throws Exception {
        Evidence seen =
                new Evidence(
                        Evidence.Verdict.PENDING,
                        "clean 1 of 2",
                        Instant.parse("2026-11-23T20:00:00.123456789Z"));
        assertEquals(
                Optional.of(seen),
                Bodies.evidence(
                        JsonText.readObject(JsonText.write(Bodies.with(Json.obj(), seen)))));
        for (Fault fault :
                List.of(
                        Fault.of(CommonError.CUT, "garage", "cause", "« reset »")
                                .withEffect(Effect.UNKNOWN),
                        Fault.of(OwnError.BUSY, "", "operation", "op"))) {
            Json.Obj stored = JsonText.readObject(JsonText.write(Bodies.with(Json.obj(), fault)));
            assertEquals(Optional.of(fault), Bodies.fault(stored));
        }
        Fault connectors =
                Bodies.fault(
                                JsonText.readObject(
                                        "{\"fault\":{\"code\":\"R-GAR-01\",\"severity\":\"WARN\"}}"))
                        .orElseThrow();
        assertEquals("R-GAR-01", connectors.code().id());
        assertEquals(Effect.UNKNOWN, connectors.effect());
    }

    private static OperationFold fold(List<JournalEvent> events, Map<Integer, Live> live) {
        return new OperationFold(
                new Journal.OperationRow("op", Rig.COLLECTIVE, "t", Json.obj(), Rig.ME, 0),
                PLAN,
                events,
                live,
                Map.of(),
                Optional.empty());
    }

    private static List<JournalEvent> events(String lines) throws Exception {
        List<JournalEvent> events = new ArrayList<>();
        for (String line : lines.split("\n")) {
            String[] parts = line.split(" ", 3);
            events.add(
                    new JournalEvent(
                            "e" + events.size(),
                            "op",
                            Integer.parseInt(parts[1]),
                            Kind.valueOf(parts[0]),
                            events.size(),
                            Rig.ME,
                            JournalEvent.FORMAT,
                            JsonText.readObject(parts[2])));
        }
        return events;
    }
}
