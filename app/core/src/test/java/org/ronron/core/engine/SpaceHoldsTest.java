package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;

/** Ten approvals of an evening on one system; but nothing beside a change of the whole. */
final class SpaceHoldsTest extends EngineRig {
    @BeforeEach
    void slow() {
        rig.world.verdicts.put("wait", Verdict.PENDING);
    }

    private static Plan make(String id, String name) {
        return SpacePlans.plan(
                id, name, Rig.call(0, StepClass.PROBEABLE, "make " + name), SpacePlans.waits(1, 0));
    }

    private static Plan whole(String id) {
        return Rig.plan(id, Rig.call(0, StepClass.PROBEABLE, "move"), SpacePlans.waits(1, 0));
    }

    @Test
    void twoSpacesAreMadeAtOnceOnOneSystem() throws Exception {
        rig.begin(make("op1", "chats"));
        rig.begin(make("op2", "chiens"));
        assertEquals(OperationView.State.WAITING, rig.state("op1"));
        assertEquals(OperationView.State.WAITING, rig.state("op2"));
        rig.world.verdicts.put("wait", Verdict.DONE);
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op1"));
        assertEquals(OperationView.State.DONE, rig.state("op2"));
        assertEquals(
                List.of(SpacePlans.edit("chats"), SpacePlans.edit("chiens")), rig.journal.edits);
    }

    @Test
    void twoPlansOfOneSpaceAreNot() throws Exception {
        rig.begin(make("op1", "chats"));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(make("op2", "chats"))));
        Plan alter =
                SpacePlans.plan(
                        "op3",
                        List.of(new AlterSpace("chats", "farm", "quota", Map.of())),
                        List.of(),
                        Rig.call(0, StepClass.IDEMPOTENT, "quota"));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(alter)));
        assertEquals(1, rig.journal.rows.size());
    }

    /** A name that begins as another's is another's. */
    @Test
    void aNameWithinANameIsAnotherSpace() throws Exception {
        rig.begin(make("op1", "chats"));
        rig.begin(make("op2", "chats-2"));
        assertEquals(OperationView.State.WAITING, rig.state("op2"));
    }

    @Test
    void aChangeOfTheWholeIsNotBesideASpaceNorASpaceBesideIt() throws Exception {
        rig.begin(make("op1", "chats"));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(whole("op2"))));
        Rig other = new Rig();
        other.world.verdicts.put("wait", Verdict.PENDING);
        other.begin(whole("op2"));
        assertEquals(OwnError.BUSY, refused(() -> other.begin(make("op1", "chats"))));
    }

    @Test
    void aStoppedOneHoldsOnlyItsSpaceWhereNobodyKnowsWhatItDid() throws Exception {
        rig.world.mishap("make chats", World.fails(CommonError.CUT, Effect.UNKNOWN));
        rig.world.verdicts.put("make chats", Verdict.UNKNOWN);
        rig.begin(make("op1", "chats"));
        assertEquals(OperationView.State.STOPPED, rig.state("op1"));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(make("op2", "chats"))));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(whole("op2"))));
        rig.begin(make("op3", "chiens"));
        assertEquals(OperationView.State.WAITING, rig.state("op3"));
    }

    @Test
    void whatAPlanHoldsIsTold() {
        assertEquals(Set.of("garage#chats"), Gate.holds(make("op1", "chats")));
        assertEquals(Set.of("garage"), Gate.holds(whole("op2")));
        AnswerRequest answer =
                new AnswerRequest(
                        new RequestRef("charon", "r7"),
                        "3",
                        "Les chats",
                        AnswerRequest.Answer.REFUSE,
                        "",
                        false);
        Plan refusal =
                SpacePlans.plan(
                        "op", List.of(answer), List.of(), Rig.call(0, StepClass.PROBEABLE, "no"));
        assertEquals(Set.of("garage#Les chats"), Gate.holds(refusal));
        assertEquals(Optional.of(answer), refusal.space());
    }
}
