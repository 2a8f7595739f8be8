package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.StepClass;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** What the desk lends the engine. */
class LendingTest {
    private final Rig rig = new Rig();
    private String id = "";

    @BeforeEach
    void connect() {
        id = rig.connected(Rig.node("celeri", "neptune")).id();
    }

    @Test
    void aWritingSessionIsLentOnlyWhileWritingIsOn() throws RefusedException {
        assertEquals(OwnError.WRITING_OFF, code(() -> rig.sessions().writing(id)));
        rig.sessions().reading(id).close();
        rig.done(rig.desk.allowWriting(id, Duration.ofHours(1)));
        rig.sessions().writing(id).close();
        rig.now = rig.now.plus(Duration.ofHours(1));
        assertEquals(OwnError.WRITING_OFF, code(() -> rig.sessions().writing(id)));
    }

    @Test
    void theTimerEndsItForTheEngineToo() {
        rig.done(rig.desk.allowWriting(id, Duration.ofHours(1)));
        rig.now = rig.now.minus(Duration.ofHours(5));
        rig.pass(Duration.ofHours(1));
        assertEquals(OwnError.WRITING_OFF, code(() -> rig.sessions().writing(id)));
    }

    @Test
    void anEndpointOfAnotherCollectiveIsFoundAndARemovedOneIsNot() throws RefusedException {
        rig.done(rig.desk.create("Theirs", "own"));
        rig.sessions().reading(id).close();
        rig.done(rig.desk.open(rig.workspace.collectives().getFirst().id()));
        rig.done(rig.desk.remove(id));
        assertEquals(OwnError.INTERNAL, code(() -> rig.sessions().reading(id)));
    }

    @Test
    void aFreshLookIsKeptShownAndComparedWithWhatWasSaidBefore() throws RefusedException {
        rig.system.answers.put("u1", () -> rig.said("f2", Rig.node("celeri", "scorpio")));
        Freshness.Look look = rig.freshness().look(id);
        rig.run();
        assertEquals(Optional.of("f1"), look.before().map(Observation::fingerprint));
        assertEquals("f2", look.now().fingerprint());
        assertEquals("scorpio", zone());
        rig.restart();
        assertEquals("scorpio", zone());
        rig.system.answers.clear();
        assertEquals(CommonError.UNREACHABLE, code(() -> rig.freshness().look(id)));
        rig.run();
        assertEquals(EndpointView.State.SILENT, view().state());
    }

    @Test
    void aConnectionOnWhichAnOperationIsAtWorkStays() {
        Step step =
                new Step(
                        0,
                        List.of(),
                        Step.Kind.CALL,
                        StepClass.PROBEABLE,
                        "fake",
                        "text",
                        java.util.Map.of(),
                        "garage",
                        Optional.of(new Action(id, "layout.stage", Json.obj())),
                        "call",
                        "",
                        Duration.ofSeconds(10),
                        "");
        Plan plan =
                new Plan(
                        "01PLAN",
                        rig.desk.state().collective().orElseThrow().id(),
                        List.of(),
                        java.util.Map.of(),
                        rig.now,
                        List.of(step),
                        List.of(),
                        Plan.CutOff.NOBODY,
                        Optional.empty());
        rig.carrying.operations.add(rig.carrying.view(plan, OperationView.State.WAITING));
        assertEquals(OwnError.BUSY, rig.refused(rig.desk.remove(id)).code());
        rig.carrying.operations.clear();
        rig.carrying.operations.add(rig.carrying.view(plan, OperationView.State.DONE));
        rig.done(rig.desk.remove(id));
        assertTrue(rig.desk.state().collective().orElseThrow().endpoints().isEmpty());
    }

    @Test
    void whatOperationsWaitForIsLookedAtEveryFewSecondsOnly() {
        Plan plan = rig.carrying.plan(rig.desk.state().collective().orElseThrow(), List.of());
        rig.carrying.calls.clear();
        rig.pass(Duration.ofSeconds(30));
        assertEquals(List.of(), rig.carrying.calls);
        rig.carrying.operations.add(rig.carrying.view(plan, OperationView.State.WAITING));
        rig.pass(Duration.ofSeconds(30));
        assertEquals(java.util.Collections.nCopies(6, "poll"), rig.carrying.calls);
    }

    private interface Call {
        Object run() throws RefusedException;
    }

    private static Object code(Call call) {
        return assertThrows(RefusedException.class, call::run).fault().code();
    }

    private String zone() {
        return rig.desk.state().collective().orElseThrow().nodes().getFirst().zone();
    }

    private EndpointView view() {
        return rig.desk.state().collective().orElseThrow().endpoints().getFirst();
    }
}
