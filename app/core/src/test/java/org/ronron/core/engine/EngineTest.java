package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Login;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

final class EngineTest extends EngineRig {
    @Test
    void aMoveGoesItsWayAndLeavesItsTrace() throws Exception {
        rig.world.verdicts.put("settled", Verdict.PENDING);
        rig.begin(move());
        assertEquals(OperationView.State.WAITING, rig.state("op"));
        assertTrue(rig.view("op").steps().get(2).doNotUnplug());
        rig.world.verdicts.put("settled", Verdict.DONE);
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertFalse(rig.view("op").steps().get(2).doNotUnplug());
        assertEquals(List.of("stage", "forever-apply"), rig.world.ledger);
        assertEquals(List.of(Kind.INTENT, Kind.OUTCOME), rig.journal.kinds(1));
        assertEquals(
                List.of(Histories.BEGUN, Histories.STEP, Histories.STEP, Histories.FINISHED),
                rig.journal.history.stream().map(Journal.HistoryRow::text).toList());
    }

    @Test
    void aPlanWhoseWorldHasMovedIsRefusedAndNothingIsRecorded() {
        rig.world.fingerprints.put("garage", "moved");
        assertEquals(OwnError.PLAN_STALE, refused(() -> rig.begin(move())));
        assertEquals(List.of(), rig.world.ledger);
        assertEquals(List.of(), rig.journal.rows);
    }

    @Test
    void aPlanIsRefusedWhereWritingIsOff() {
        rig.world.readOnly.add("garage");
        assertEquals(OwnError.WRITING_OFF, refused(() -> rig.begin(move())));
        assertEquals(List.of(), rig.journal.rows);
    }

    @Test
    void aPlanIsRefusedWhileAnotherWorksThere() throws Exception {
        rig.world.verdicts.put("settled", Verdict.PENDING);
        rig.begin(move());
        Plan other = Rig.plan("other", Rig.call(0, StepClass.IDEMPOTENT, "stage"));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(other)));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(move())));
        rig.engine.cancel("op", Rig.ME);
        rig.begin(other);
        assertEquals(OperationView.State.DONE, rig.state("other"));
    }

    @Test
    void theSamePlanIsNeverAppliedTwice() throws Exception {
        rig.world.verdicts.put("settled", Verdict.DONE);
        rig.begin(move());
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(move())));
        rig.restart();
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(move())));
    }

    @Test
    void onlyWhatMayBeRepeatedIsRepeatedAndNotForEver() throws Exception {
        for (int i = 0; i < 5; i++) {
            rig.world.mishap("stage", World.fails(CommonError.UNREACHABLE, Effect.NONE));
        }
        rig.begin(move());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(StepState.REFUSED, rig.step("op", 0));
        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(4)), rig.pauses);
        assertEquals(3, rig.journal.kinds(0).stream().filter(k -> k == Kind.INTENT).count());
        assertEquals(Optional.of(CommonError.UNREACHABLE), fault(0));
    }

    @Test
    void aRefusalIsNotRepeated() throws Exception {
        rig.world.mishap("stage", World.fails(CommonError.LOGIN_REFUSED, Effect.NONE));
        rig.begin(move());
        assertEquals(StepState.REFUSED, rig.step("op", 0));
        assertEquals(List.of(), rig.pauses);
        assertEquals(List.of(), rig.world.ledger);
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(StepState.DONE, rig.step("op", 1));
    }

    @Test
    void aTimeoutSaysNothingOfTheOutcomeSoItIsLookedAt() throws Exception {
        rig.world.mishap("forever-apply", World.arrivesThenFails(CommonError.TIMEOUT));
        rig.begin(move());
        assertEquals(StepState.DONE, rig.step("op", 1));
        assertEquals(1, rig.world.times("forever-apply"));
        assertEquals(List.of(Kind.INTENT, Kind.UNKNOWN, Kind.OUTCOME), rig.journal.kinds(1));
    }

    @Test
    void whatCannotBeToldStopsUntilAPersonSays() throws Exception {
        rig.world.mishap("forever-apply", World.arrivesThenFails(CommonError.TIMEOUT));
        rig.world.verdicts.put("forever-apply", Verdict.UNKNOWN);
        rig.begin(move());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(StepState.UNKNOWN, rig.step("op", 1));
        assertEquals(Optional.of(OwnError.OUTCOME_UNKNOWN), fault(1));
        rig.world.verdicts.put("settled", Verdict.DONE);
        rig.engine.confirm("op", 1, Rig.ME);
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(1, rig.world.times("forever-apply"));
    }

    @Test
    void whatTheWorldContradictsIsNotAsPromised() throws Exception {
        rig.world.verdicts.put("stage", Verdict.NOT_DONE);
        rig.begin(move());
        assertEquals(Optional.of(OwnError.NOT_AS_PROMISED), fault(0));
        assertEquals(0, rig.world.times("forever-apply"));
    }

    @Test
    void whatWasThereBeforeIsNotOurs() throws Exception {
        rig.world.ledger.add("make-unmarked");
        rig.begin(Rig.plan("op", Rig.call(0, StepClass.PROBEABLE, "make-unmarked")));
        assertEquals(StepState.NOT_OURS, rig.step("op", 0));
        assertEquals(Optional.of(OwnError.NOT_OURS), fault(0));
        assertEquals(1, rig.world.times("make-unmarked"));
    }

    @Test
    void whatWasThereBeforeIsLeftByAnUndo() throws Exception {
        rig.world.ledger.add("make-unmarked");
        rig.begin(Rig.plan("op", Rig.call(0, StepClass.IDEMPOTENT, "make-unmarked")));
        assertEquals(StepState.DONE, rig.step("op", 0));
        assertEquals(1, rig.world.times("make-unmarked"));
        assertEquals(
                OwnError.NOTHING_TO_DO,
                refused(() -> rig.engine.undoPlan("op", PlanFacts.nothing())));
    }

    @Test
    void whatOurLoginMayNotDoIsNotEvenBegun() throws Exception {
        rig.world.logins.put("garage", new Login("reader", Set.of("stage", "other"), false));
        RefusedException refused =
                assertThrows(RefusedException.class, () -> rig.engine.begin(move(), Rig.ME));
        assertEquals(CommonError.RIGHT_MISSING, refused.fault().code());
        assertEquals(Map.of("right", "stage"), refused.fault().details());
        assertEquals(List.of(), rig.journal.rows);
        rig.world.logins.put("garage", new Login("reader", Set.of("settled"), false));
        rig.begin(move());
        assertEquals(1, rig.world.times("forever-apply"), "a wait only looks");
    }

    @Test
    void noIntentNoStep() throws Exception {
        rig.journal.full = event -> event.kind() == Kind.INTENT && event.step() == 1;
        rig.begin(move());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(Optional.of(OwnError.DISK_FULL), fault(1));
        assertEquals(0, rig.world.times("forever-apply"));
        rig.journal.full = event -> false;
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(1, rig.world.times("forever-apply"));
    }

    @Test
    void anOutcomeThatCannotBeKeptStopsEverythingAndIsRescued() throws Exception {
        rig.journal.full = event -> event.kind() == Kind.OUTCOME;
        rig.begin(move());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(Optional.of(OwnError.DISK_FULL), fault(0));
        assertEquals(List.of(0), rig.rescued.stream().map(e -> e.step()).toList());
        Plan other =
                Rig.plan(
                        "other",
                        Rig.step(
                                0,
                                Step.Kind.CALL,
                                StepClass.IDEMPOTENT,
                                Optional.of("elsewhere"),
                                "nomad"));
        rig.begin(other);
        assertEquals(0, rig.world.times("elsewhere"));
        rig.journal.full = event -> false;
        rig.restart();
        assertEquals(1, rig.world.times("stage"));
        assertEquals(1, rig.world.times("elsewhere"));
        assertEquals(StepState.DONE, rig.step("op", 0));
    }

    @Test
    void handsAreWaitedForWithoutAThread() throws Exception {
        rig.world.verdicts.put("seen", Verdict.PENDING);
        rig.begin(hands());
        assertEquals(OperationView.State.WAITING, rig.state("op"));
        assertEquals(StepState.WAITING, rig.step("op", 0));
        assertTrue(rig.tasks.isEmpty());
        rig.engine.confirm("op", 0, "Sacha");
        rig.run();
        rig.world.silent.add("garage");
        rig.engine.poll();
        rig.run();
        assertEquals(StepState.WAITING, rig.step("op", 1));
        assertEquals(Optional.of(CommonError.UNREACHABLE), fault(1));
        rig.restart();
        assertEquals(StepState.WAITING, rig.step("op", 1));
        rig.world.silent.clear();
        rig.world.verdicts.put("seen", Verdict.DONE);
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }

    @Test
    void aMachineThatWasNeverMissedIsNotTakenForCarried() throws Exception {
        Step plug =
                Rig.step(0, Step.Kind.HANDS, StepClass.READ, Optional.of("node.seen"), "garage");
        rig.world.verdicts.put("node.seen", Verdict.DONE);
        rig.begin(Rig.plan("op", plug));
        lookTwice();
        assertEquals(StepState.WAITING, rig.step("op", 0), "it is still where it was");
        rig.restart();
        lookTwice();
        assertEquals(StepState.WAITING, rig.step("op", 0));
        rig.world.verdicts.put("node.seen", Verdict.PENDING);
        lookTwice();
        rig.restart();
        assertEquals(StepState.WAITING, rig.step("op", 0));
        rig.world.verdicts.put("node.seen", Verdict.DONE);
        lookTwice();
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }

    @Test
    void aPersonMaySayThatItWasCarriedWhileNobodyLooked() throws Exception {
        Step plug =
                Rig.step(0, Step.Kind.HANDS, StepClass.READ, Optional.of("node.seen"), "garage");
        rig.world.verdicts.put("node.seen", Verdict.DONE);
        rig.begin(Rig.plan("op", plug));
        lookTwice();
        rig.engine.confirm("op", 0, "Sacha");
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }

    private void lookTwice() throws Exception {
        for (int i = 0; i < 2; i++) {
            rig.engine.poll();
            rig.run();
        }
    }
}
