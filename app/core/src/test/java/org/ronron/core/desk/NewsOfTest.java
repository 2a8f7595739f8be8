package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.api.StepClass;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Totals;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.ServeNode;
import org.ronron.core.plan.Step;
import org.ronron.core.plan.Tell;
import org.ronron.core.port.JournalEvent;

/** What of a picture is worth telling, under which cause. */
class NewsOfTest {
    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");

    private static Collective with(Finding... findings) {
        return new Collective(
                "c",
                "Ours",
                "own",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(findings),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    private static OperationView operation(
            OperationView.State state, Change change, StepState step, Instant... stops) {
        Step hands =
                new Step(
                        0,
                        List.of(),
                        Step.Kind.HANDS,
                        StepClass.READ,
                        "",
                        "step.carry",
                        Map.of(),
                        "celeri",
                        Optional.empty(),
                        "",
                        "",
                        Duration.ofDays(1),
                        "");
        Plan plan =
                new Plan(
                        "p1",
                        "c",
                        List.of(change),
                        Map.of(),
                        NOW,
                        List.of(hands),
                        List.of(),
                        Plan.CutOff.NOBODY,
                        Optional.empty());
        OperationView.StepView shown =
                new OperationView.StepView(
                        step,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        false);
        List<JournalEvent> trace =
                java.util.stream.Stream.of(stops)
                        .map(
                                at ->
                                        new JournalEvent(
                                                "e" + at,
                                                "p1",
                                                0,
                                                JournalEvent.Kind.STOPPED,
                                                at.toEpochMilli(),
                                                "Zoé",
                                                JournalEvent.FORMAT,
                                                Json.obj()))
                        .toList();
        return new OperationView(
                "p1",
                plan,
                "celeri",
                "Zoé",
                NOW.minusSeconds(60),
                state,
                List.of(shown),
                Optional.empty(),
                trace);
    }

    private static final Change SERVE = new ServeNode("n:celeri", false);

    private static List<News> of(OperationView operation) {
        return NewsOf.of(with(), List.of(operation), NOW);
    }

    @Test
    void anOperationIsToldByHowItStands() {
        News stopped =
                of(operation(OperationView.State.STOPPED, SERVE, StepState.UNKNOWN, NOW))
                        .getFirst();
        assertEquals(News.Kind.STOPPED, stopped.kind());
        assertTrue(stopped.urgent());
        News again =
                of(operation(
                                OperationView.State.STOPPED,
                                SERVE,
                                StepState.UNKNOWN,
                                NOW,
                                NOW.plusSeconds(5)))
                        .getFirst();
        assertNotEquals(stopped.cause(), again.cause(), "a second stop is another one");
        News hands =
                of(operation(OperationView.State.WAITING, SERVE, StepState.WAITING)).getFirst();
        assertEquals("operation/p1/HANDS/0", hands.cause());
        assertEquals(5, hands.priority());
        assertEquals(
                List.of(), of(operation(OperationView.State.WAITING, SERVE, StepState.NOT_BEGUN)));
        assertEquals(
                List.of(), of(operation(OperationView.State.RUNNING, SERVE, StepState.RUNNING)));
        News done = of(operation(OperationView.State.DONE, SERVE, StepState.DONE)).getFirst();
        assertEquals(2, done.priority());
        assertEquals("celeri", done.subject());
    }

    @Test
    void whatOnlyTellsAndWhatIsLongPastIsNoNews() {
        Change tell = new Tell("e1", "x", "y", 5);
        assertEquals(
                List.of(),
                of(operation(OperationView.State.STOPPED, tell, StepState.UNKNOWN, NOW)));
        Instant past = NOW.minus(Duration.ofDays(3));
        assertEquals(
                List.of(),
                of(operation(OperationView.State.STOPPED, SERVE, StepState.UNKNOWN, past)));
    }

    @Test
    void aFindingsCauseStaysWhileItsFiguresDrift() {
        assertEquals(cause("91 %", "celeri"), cause("93,4 %", "celeri"));
        assertEquals(cause("2026-11-25T20:00:00Z", "celeri"), cause("3", "celeri"));
        assertNotEquals(cause("9", "celeri"), cause("9", "onion"));
        Finding minor = new Finding("k", "linux", Severity.INFO, "celeri", Map.of());
        assertEquals(List.of(), NewsOf.of(with(minor), List.of(), NOW));
    }

    private static String cause(String used, String unit) {
        Finding finding =
                new Finding(
                        "disk", "linux", Severity.WARN, "celeri", Map.of("used", used, "u", unit));
        return NewsOf.of(with(finding), List.of(), NOW).getFirst().cause();
    }
}
