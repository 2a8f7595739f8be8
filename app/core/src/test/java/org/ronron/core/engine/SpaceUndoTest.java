package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.PlanJson;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** What was made for a space is taken back, as long as it was not given to its people. */
final class SpaceUndoTest extends EngineRig {
    private static Plan plan() {
        return SpacePlans.plan(
                "op",
                "chats",
                Rig.call(0, StepClass.PROBEABLE, "role"),
                Rig.call(1, StepClass.PROBEABLE, "database", 0),
                Rig.call(2, StepClass.READ, "check", 1),
                SpacePlans.writing(Rig.call(3, StepClass.ONE_SHOT, "forever-mail", 2)),
                Rig.call(4, StepClass.IDEMPOTENT, "route", 3));
    }

    @BeforeEach
    void contact() {
        rig.world.contacts.put("email", SpacePlans.EMAIL);
        rig.world.contacts.put("name", SpacePlans.NAME);
    }

    private Plan undo() throws RefusedException {
        return rig.engine.undoPlan("op", PlanFacts.nothing());
    }

    private Fault refusal() {
        return assertThrows(RefusedException.class, this::undo).fault();
    }

    private void stopsAt(String verb) throws Exception {
        rig.world.mishap(verb, World.fails(CommonError.SERVER_ERROR, Effect.NONE));
        rig.begin(plan());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
    }

    private static List<String> verbs(Plan plan) {
        return plan.steps().stream().map(s -> s.action().orElseThrow().verb()).toList();
    }

    @Test
    void theLastIsTakenBackFirstAndWhatWasReadOrSentStays() throws Exception {
        stopsAt("route");
        Plan undo = undo();
        assertEquals(List.of("undatabase", "unrole"), verbs(undo));
        assertEquals(
                List.of(List.of(), List.of(0)), undo.steps().stream().map(s -> s.needs()).toList());
        assertEquals(Optional.of("op"), undo.undoes());
        assertEquals(List.of(SpacePlans.change("chats")), undo.changes());
        assertEquals(List.of(), undo.edits());
        assertEquals(Optional.of(undo), PlanJson.read(PlanJson.write(undo)));
        rig.begin(undo);
        assertEquals(OperationView.State.DONE, rig.state(undo.id()));
        assertEquals(OperationView.State.CANCELLED, rig.state("op"));
        assertEquals(
                List.of("role", "database", "check", "forever-mail", "undatabase", "unrole"),
                rig.world.ledger);
        assertEquals(List.of(), rig.journal.edits, "there is no space");
    }

    @Test
    void whatWasThereBeforeIsNotTakenBack() throws Exception {
        rig.world.mishap("database", World.fails(CommonError.CUT, Effect.UNKNOWN));
        rig.world.verdicts.put("database", Verdict.NOT_OURS);
        rig.begin(plan());
        assertEquals(StepState.NOT_OURS, rig.step("op", 1));
        assertEquals(List.of("unrole"), verbs(undo()));
    }

    /** A kill right after the call: it is not done as far as anybody knows, and stands there. */
    @Test
    void whatNobodyKnowsOfIsLookedAtAndTakenBackToo() throws Exception {
        rig.world.mishap("database", World.fails(CommonError.CUT, Effect.UNKNOWN));
        rig.world.verdicts.put("database", Verdict.NOT_DONE);
        rig.begin(plan());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        rig.world.verdicts.put("database", Verdict.DONE);
        assertEquals(List.of("undatabase", "unrole"), verbs(undo()));
    }

    @Test
    void whereASystemCannotTellNothingIsTakenBackByHalves() throws Exception {
        rig.world.mishap("database", World.fails(CommonError.CUT, Effect.UNKNOWN));
        rig.world.verdicts.put("database", Verdict.UNKNOWN);
        rig.begin(plan());
        assertEquals(OwnError.OUTCOME_UNKNOWN, refusal().code());
    }

    /** Other spaces are made meanwhile on the same systems, and so they are while it is undone. */
    @Test
    void anotherSpaceIsNoHindrance() throws Exception {
        stopsAt("route");
        rig.world.verdicts.put("wait", Verdict.PENDING);
        rig.begin(SpacePlans.plan("op2", "chiens", SpacePlans.waits(0)));
        Plan undo = undo();
        rig.begin(undo);
        assertEquals(OperationView.State.DONE, rig.state(undo.id()));
    }

    @Test
    void whereNothingWasMadeThereIsNothingToTakeBack() throws Exception {
        stopsAt("role");
        Fault fault = refusal();
        assertEquals(OwnError.NO_SUCH_SPACE, fault.code());
        assertEquals(Map.of("name", "chats"), fault.details());
    }

    /** They were told that it is theirs: from then on their data may be in it. */
    @Test
    void onceTheRequestWasAcceptedTheSpaceIsTheirs() throws Exception {
        rig.world.mishap("mail", World.fails(CommonError.SERVER_ERROR, Effect.NONE));
        rig.begin(
                SpacePlans.plan(
                        "op",
                        "chats",
                        Rig.call(0, StepClass.PROBEABLE, "role"),
                        Rig.call(1, StepClass.PROBEABLE, "request.accept", 0),
                        Rig.call(2, StepClass.ONE_SHOT, "mail", 1)));
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(OwnError.GIVEN, refusal().code());
    }

    @Test
    void aSpaceThatWasGivenIsRemovedNotUndone() throws Exception {
        rig.begin(plan());
        assertEquals(OperationView.State.DONE, rig.state("op"));
        Fault fault = refusal();
        assertEquals(OwnError.GIVEN, fault.code());
        assertEquals("R-SPC-05", fault.code().id());
        assertEquals(Map.of("name", "chats"), fault.details());
    }
}
