package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.PlanJson;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** What mends the step at which an operation stands is a plan of its own. */
final class MendingTest extends EngineRig {
    private static Plan plan() {
        return plan(StepClass.IDEMPOTENT);
    }

    private static Plan plan(StepClass stepClass) {
        return SpacePlans.plan(
                "op",
                "chats",
                Rig.call(0, StepClass.PROBEABLE, "make"),
                Rig.call(1, stepClass, "route", 0));
    }

    private void stopped() throws Exception {
        rig.world.mishap("route", World.fails(CommonError.SERVER_ERROR, Effect.NONE));
        rig.begin(plan());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
    }

    @Test
    void theRemedyIsReviewedAppliedAndTheStepTriedAgain() throws Exception {
        stopped();
        rig.world.remedies.put("route", "reload");
        Plan remedy = rig.engine.remedyPlan("op", PlanFacts.nothing());
        assertEquals(List.of(new Mend("op", 1, "chats")), remedy.changes());
        assertEquals("reload", remedy.steps().getFirst().action().orElseThrow().verb());
        assertEquals("action.reload", remedy.steps().getFirst().text());
        assertEquals(1, remedy.steps().size());
        assertEquals(Plan.CutOff.NOT_KNOWN, remedy.cutOff());
        assertEquals(Optional.of(remedy), PlanJson.read(PlanJson.write(remedy)));
        assertEquals(0, rig.world.times("reload"), "it is a plan, not a deed");
        rig.begin(remedy);
        assertEquals(OperationView.State.DONE, rig.state(remedy.id()));
        assertEquals("chats", rig.view(remedy.id()).title());
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(List.of("make", "reload", "route"), rig.world.ledger);
    }

    @Test
    void evenWhereNobodyKnowsWhatTheStepDidItsRemedyMayBegin() throws Exception {
        rig.world.mishap("route", World.fails(CommonError.WRONG_VERSION, Effect.UNKNOWN));
        rig.world.verdicts.put("route", Verdict.UNKNOWN);
        rig.begin(plan(StepClass.PROBEABLE));
        assertEquals(StepState.UNKNOWN, rig.step("op", 1));
        rig.world.remedies.put("route", "reload");
        Plan other = Rig.plan("other", Rig.call(0, StepClass.PROBEABLE, "move"));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(other)));
        rig.begin(rig.engine.remedyPlan("op", PlanFacts.nothing()));
        assertEquals(1, rig.world.times("reload"));
    }

    @Test
    void whatConnectorsKnowNoRemedyForHasNone() throws Exception {
        stopped();
        assertEquals(Map.of("step", "2"), noRemedy());
    }

    @Test
    void whatDoesNotStandNeedsNone() throws Exception {
        rig.world.remedies.put("make", "reload");
        rig.world.remedies.put("route", "reload");
        rig.world.mishap("make", World.arrivesThenFails(CommonError.CUT));
        rig.begin(plan());
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(Map.of("step", "–"), noRemedy());
    }

    /** Between two attempts a fault is known, and the operation goes on by itself. */
    @Test
    void betweenTwoAttemptsThereIsNone() throws Exception {
        rig.world.remedies.put("route", "reload");
        rig.world.mishap("route", World.fails(CommonError.UNREACHABLE, Effect.NONE));
        rig.crash =
                name -> {
                    if (name.equals(CrashPoints.AFTER_FAILURE)) {
                        assertEquals(Map.of("step", "–"), noRemedy());
                    }
                };
        rig.begin(plan());
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(1, rig.pauses.size());
    }

    private Map<String, String> noRemedy() {
        RefusedException refused =
                assertThrows(
                        RefusedException.class,
                        () -> rig.engine.remedyPlan("op", PlanFacts.nothing()));
        assertEquals(OwnError.NO_REMEDY, refused.fault().code());
        return refused.fault().details();
    }
}
