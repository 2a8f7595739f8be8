package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;

final class EngineBadDaysTest extends EngineRig {
    @Test
    void whileNothingChangesTheJournalDoesNotGrow() throws Exception {
        rig.world.verdicts.put("settled", Verdict.PENDING);
        rig.begin(move());
        int before = rig.journal.events.size();
        for (int i = 0; i < 20; i++) {
            rig.engine.poll();
            rig.run();
        }
        assertEquals(before, rig.journal.events.size());
    }

    @Test
    void aSleepingLaptopLooksAgainBeforeItGoesOn() throws Exception {
        rig.world.during.put("stage", () -> rig.clock.pass(Duration.ofHours(8)));
        rig.begin(move());
        assertEquals(1, rig.world.times("forever-apply"));
        assertTrue(rig.journal.kinds(0).contains(Kind.PROBED), "looked at again");
        assertEquals(2, rig.world.looks);
    }

    @Test
    void aSleepingLaptopDoesNotGoOnWhenItsWorkWasUndone() throws Exception {
        rig.world.during.put("stage", () -> rig.clock.pass(Duration.ofHours(8)));
        rig.world.onLook =
                () -> {
                    if (rig.world.times("stage") > 0) {
                        rig.world.verdicts.put("stage", Verdict.NOT_DONE);
                    }
                };
        rig.begin(move());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(Optional.of(OwnError.NOT_AS_PROMISED), fault(1));
        assertEquals(0, rig.world.times("forever-apply"));
    }

    @Test
    void aSystemThatIsSlowRightAfterAGapIsLookedAtOnceMore() throws Exception {
        rig.world.during.put("stage", () -> rig.clock.pass(Duration.ofHours(8)));
        rig.world.onLook = () -> silent(rig.world.looks == 2);
        rig.begin(move());
        assertEquals(StepState.DONE, rig.step("op", 1));
        assertEquals(3, rig.world.looks);
    }

    @Test
    void aSystemThatStaysSilentAfterAGapStopsTheStepBeforeItsIntent() throws Exception {
        rig.world.during.put("stage", () -> rig.clock.pass(Duration.ofHours(8)));
        rig.world.onLook = () -> silent(rig.world.looks > 1);
        rig.begin(move());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(Optional.of(CommonError.UNREACHABLE), fault(1));
        assertFalse(rig.journal.kinds(1).contains(Kind.INTENT));
    }

    private void silent(boolean now) {
        rig.world.silent.clear();
        if (now) {
            rig.world.silent.add("garage");
        }
    }

    @Test
    void aClockSetBackIsAGapToo() throws Exception {
        rig.world.during.put("stage", () -> rig.clock.pass(Duration.ofHours(-1)));
        rig.begin(move());
        assertTrue(rig.journal.kinds(0).contains(Kind.PROBED), "looked at again");
        assertEquals(1, rig.world.times("forever-apply"));
    }

    @Test
    void anUntouchedEndpointThatMovedInTheGapIsStale() throws Exception {
        Plan plan = Rig.plan("op", Rig.call(0, StepClass.IDEMPOTENT, "stage"));
        rig.journal.full = event -> event.kind() == Kind.INTENT;
        rig.begin(plan);
        rig.journal.full = event -> false;
        rig.world.fingerprints.put("garage", "moved");
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(Optional.of(OwnError.PLAN_STALE), fault(0));
        assertEquals(List.of(), rig.world.ledger);
    }

    @Test
    void cancelStopsHandingOutAndLetsTheCurrentStepEnd() throws Exception {
        rig.world.during.put("stage", () -> cancel());
        rig.begin(move());
        assertEquals(OperationView.State.CANCELLED, rig.state("op"));
        assertEquals(StepState.DONE, rig.step("op", 0));
        assertEquals(0, rig.world.times("forever-apply"));
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(1, rig.world.times("forever-apply"));
    }

    @Test
    void aStepThatWasHandedOutBeforeACancelDoesNotBeginAfterIt() throws Exception {
        rig.engine.begin(move(), Rig.ME);
        cancel();
        rig.run();
        assertEquals(OperationView.State.CANCELLED, rig.state("op"));
        assertEquals(List.of(), rig.world.ledger);
        assertEquals(StepState.NOT_BEGUN, rig.step("op", 0));
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(1, rig.world.times("stage"));
    }

    @Test
    void nothingIsTakenBackWhileACallIsUnderWay() throws Exception {
        AtomicReference<ErrorCode> said = new AtomicReference<>();
        Plan back =
                new Plan(
                        "back",
                        Rig.COLLECTIVE,
                        List.of(),
                        Map.of(),
                        rig.clock.instant(),
                        List.of(Rig.call(0, StepClass.IDEMPOTENT, "unstage")),
                        List.of(),
                        Plan.CutOff.NOBODY,
                        Optional.of("op"));
        rig.world.during.put(
                "stage",
                () -> {
                    cancel();
                    said.set(refused(() -> rig.engine.begin(back, Rig.ME)));
                });
        rig.begin(move());
        assertEquals(OwnError.BUSY, said.get());
        rig.begin(back);
        assertEquals(1, rig.world.times("unstage"));
    }

    @Test
    void cancelledTwiceItIsNotWatchedAnyMore() throws Exception {
        rig.world.verdicts.put("settled", Verdict.PENDING);
        rig.begin(move());
        rig.engine.cancel("op", Rig.ME);
        int before = rig.world.probes;
        rig.engine.poll();
        rig.run();
        assertEquals(before + 1, rig.world.probes, "data still moves: it is watched");
        rig.engine.cancel("op", Rig.ME);
        rig.engine.poll();
        rig.run();
        assertEquals(before + 1, rig.world.probes);
    }

    @Test
    void noMoreThanFourStepsAreUnderWayAtOnce() throws Exception {
        Step[] many = new Step[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = Rig.call(i, StepClass.IDEMPOTENT, "part" + i);
        }
        rig.engine.begin(Rig.plan("op", many), Rig.ME);
        assertEquals(Course.MOST, rig.tasks.size());
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(many.length, rig.world.ledger.size());
    }

    @Test
    void aStopInOneChainHandsOutNothingMore() throws Exception {
        rig.world.mishap("a", World.fails(CommonError.SERVER_ERROR, Effect.NONE));
        rig.begin(
                Rig.plan(
                        "op",
                        Rig.call(0, StepClass.PROBEABLE, "a"),
                        Rig.call(1, StepClass.PROBEABLE, "b"),
                        Rig.call(2, StepClass.PROBEABLE, "c", 1)));
        assertEquals(StepState.DONE, rig.step("op", 1), "it was under way");
        assertEquals(StepState.NOT_BEGUN, rig.step("op", 2));
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
    }

    @Test
    void theWayBackTakesTheDoneStepsInReverse() throws Exception {
        rig.begin(
                Rig.plan(
                        "op",
                        Rig.call(0, StepClass.PROBEABLE, "a"),
                        Rig.call(1, StepClass.PROBEABLE, "b", 0)));
        Plan back = rig.engine.undoPlan("op", PlanFacts.nothing());
        assertEquals(Optional.of("op"), back.undoes());
        assertEquals(
                List.of("unb", "una"),
                back.steps().stream().map(s -> s.action().orElseThrow().verb()).toList());
        assertEquals(List.of(0), back.steps().get(1).needs());
        rig.begin(back);
        assertEquals(List.of("a", "b", "unb", "una"), rig.world.ledger);
    }

    @Test
    void whatIsTakenBackDoesNotGoOnByItself() throws Exception {
        rig.world.mishap("b", World.fails(CommonError.SERVER_ERROR, Effect.NONE));
        rig.begin(
                Rig.plan(
                        "op",
                        Rig.call(0, StepClass.PROBEABLE, "a"),
                        Rig.call(1, StepClass.PROBEABLE, "b", 0)));
        rig.begin(rig.engine.undoPlan("op", PlanFacts.nothing()));
        assertEquals(OperationView.State.CANCELLED, rig.state("op"));
        assertEquals(List.of("a", "una"), rig.world.ledger);
    }

    @Test
    void aWordIsHandedOver() throws Exception {
        rig.begin(hands());
        rig.engine.handOver("op", "onion est dans ma voiture", Rig.ME);
        rig.restart();
        assertEquals(Optional.of("onion est dans ma voiture"), rig.view("op").handOver());
    }

    @Test
    void aWaitThatCanNeverEndStops() throws Exception {
        rig.world.verdicts.put("settled", Verdict.NOT_OURS);
        rig.begin(move());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(StepState.NOT_OURS, rig.step("op", 2));
    }

    @Test
    void onlyWhatAsksForAWordCanBeConfirmed() throws Exception {
        rig.world.verdicts.put("settled", Verdict.PENDING);
        rig.begin(move());
        assertEquals(OwnError.INTERNAL, refused(() -> rig.engine.confirm("op", 2, Rig.ME)));
        rig.engine.confirm("op", 0, Rig.ME);
        assertEquals(List.of(Kind.INTENT, Kind.OUTCOME), rig.journal.kinds(0));
    }

    @Test
    void afterStopNothingIsHandedOut() throws Exception {
        rig.begin(hands());
        rig.engine.stop();
        rig.engine.confirm("op", 0, Rig.ME);
        rig.run();
        assertEquals(StepState.NOT_BEGUN, rig.step("op", 1));
    }

    @Test
    void writingThatRanOutStopsBeforeTheIntent() throws Exception {
        rig.world.during.put("stage", () -> rig.world.readOnly.add("garage"));
        rig.begin(move());
        assertEquals(Optional.of(OwnError.WRITING_OFF), fault(1));
        assertFalse(rig.journal.kinds(1).contains(Kind.INTENT));
        rig.world.readOnly.clear();
        rig.world.verdicts.put("settled", Verdict.DONE);
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }
}
