package org.ronron.ui.pages.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.OperationView.StepView;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Plan;
import org.ronron.ui.window.ExampleRequests;
import org.ronron.ui.window.FakeSpaces;

class MakingTest {
    private static final Instant NOW = ExampleRequests.NOW;
    private static final Request ASKED = ExampleRequests.vallon();
    private final Blueprint farm = new FakeSpaces().blueprints().getFirst();

    private static OperationView operation(
            String id, OperationView.State state, Optional<String> undoes, Duration took) {
        MakeSpace make =
                new MakeSpace(
                        "nextcloud-farm",
                        "vallon",
                        "AMAP du Vallon",
                        Map.of(),
                        Optional.of(ASKED.ref()),
                        "3");
        Plan plan =
                new Plan(
                        "plan-" + id,
                        "collective",
                        List.of(make),
                        Map.of(),
                        NOW,
                        List.of(),
                        List.of(),
                        Plan.CutOff.NOBODY,
                        undoes);
        Instant begun = NOW.minusSeconds(600);
        StepView step =
                new StepView(
                        StepState.DONE,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        0,
                        0,
                        Optional.of(begun),
                        Optional.of(begun.plus(took)),
                        false);
        return new OperationView(
                id, plan, "", "Sam", begun, state, List.of(step), Optional.empty(), List.of());
    }

    private static OperationView operation(String id, OperationView.State state) {
        return operation(id, state, Optional.empty(), Duration.ofSeconds(80));
    }

    @Test
    void whatIsLeftOutIsNotCounted() {
        Collective now = ExampleRequests.farm(ASKED);
        assertEquals(15, Making.steps(now, ASKED, farm, Map.of("office", "collabora")).size());
        assertEquals(14, Making.steps(now, ASKED, farm, Map.of("office", "none")).size());
        Request hand = ExampleRequests.byHand();
        assertEquals(
                13,
                Making.steps(now, hand, farm, Map.of("office", "collabora")).size(),
                "neither claimed nor accepted where there is no source");
    }

    @Test
    void whatIsMissingIsNamedOnceAndWhatIsOptionalIsNot() {
        List<EndpointView> some = new ArrayList<>(ExampleRequests.connections("ronron"));
        some.removeIf(e -> List.of("haproxy", "mail", "charon").contains(e.type()));
        Collective now = ExampleRequests.farm(some, List.of());
        assertEquals(List.of("haproxy"), Making.missing(now, farm));
    }

    @Test
    void theLastTimeIsThatOfASpaceThatWasMadeToItsEnd() {
        List<OperationView> operations =
                List.of(
                        operation("a", OperationView.State.DONE),
                        operation("b", OperationView.State.STOPPED),
                        operation(
                                "c",
                                OperationView.State.DONE,
                                Optional.of("b"),
                                Duration.ofSeconds(3)));
        assertEquals(
                Optional.of(Duration.ofSeconds(80)), Making.lastTime(operations, "nextcloud-farm"));
        assertEquals(Optional.empty(), Making.lastTime(operations, "static-site"));
    }

    @Test
    void anOperationThatStandsIsUnderWayUntilItIsTakenBack() {
        OperationView stopped = operation("b", OperationView.State.STOPPED);
        OperationView undo =
                operation("c", OperationView.State.DONE, Optional.of("b"), Duration.ofSeconds(3));
        assertTrue(Making.underWay(List.of(stopped), ASKED).isPresent());
        assertFalse(Making.underWay(List.of(stopped, undo), ASKED).isPresent());
        assertFalse(Making.underWay(List.of(stopped), ExampleRequests.pirouette()).isPresent());
        OperationView done = operation("d", OperationView.State.DONE);
        assertFalse(Making.underWay(List.of(done), ASKED).isPresent());
    }

    @Test
    void whoMakesTheSpacesStandsOnTheConnection() {
        Collective own = ExampleRequests.farm(ASKED);
        Collective hermes =
                ExampleRequests.farm(ExampleRequests.connections("hermes"), List.of(ASKED));
        assertFalse(Making.byDaemon(own, ASKED));
        assertTrue(Making.byDaemon(hermes, ASKED));
        assertFalse(Making.byDaemon(hermes, ExampleRequests.byHand()));
    }
}
