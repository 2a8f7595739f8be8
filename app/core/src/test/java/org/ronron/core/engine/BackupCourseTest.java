package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.CheckBackup;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;

/** A backup goes on without us: what its receipt says is all that the engine knows of it. */
final class BackupCourseTest extends EngineRig {
    private static Plan plan(String id, BackupChange change) {
        Plan plan = Rig.plan(id, Rig.call(0, StepClass.PROBEABLE, "run " + change.key()));
        return new Plan(
                id,
                plan.collectiveId(),
                List.of(change),
                Map.of(),
                plan.basis(),
                plan.computed(),
                plan.steps(),
                List.of(),
                Plan.CutOff.NOBODY,
                List.of(),
                Optional.empty());
    }

    private static BackUp run(String key) {
        return new BackUp("garage", key);
    }

    private void poll() throws Exception {
        rig.engine.poll();
        rig.run();
    }

    @Test
    void itIsWaitedForWithoutAThreadUntilItsReceiptSaysDone() throws Exception {
        rig.world.verdicts.put("run home", Verdict.PENDING);
        rig.begin(plan("op1", run("home")));
        assertEquals(OperationView.State.WAITING, rig.state("op1"));
        assertEquals(
                "found PENDING",
                rig.view("op1").steps().getFirst().evidence().orElseThrow().found());
        assertEquals("home", rig.view("op1").title());
        assertEquals(0, rig.tasks.size());
        poll();
        assertEquals(OperationView.State.WAITING, rig.state("op1"));
        rig.world.verdicts.put("run home", Verdict.DONE);
        poll();
        assertEquals(OperationView.State.DONE, rig.state("op1"));
        assertEquals(1, rig.world.times("run home"));
    }

    /** Each look finds something else, for hours: the journal is no log of them. */
    @Test
    void howFarItIsIsShownAtOnceAndKeptNowAndThen() throws Exception {
        rig.world.verdicts.put("run home", Verdict.PENDING);
        rig.world.progress.put("run home", " 1 GiB");
        rig.begin(plan("op1", run("home")));
        int kept = rig.view("op1").trace().size();
        rig.world.progress.put("run home", " 2 GiB");
        poll();
        assertEquals("found PENDING 2 GiB", rig.view("op1").steps().getFirst().note());
        assertEquals(kept, rig.view("op1").trace().size());
        rig.clock.pass(Settling.SELDOM);
        rig.world.progress.put("run home", " 3 GiB");
        poll();
        assertEquals(kept + 1, rig.view("op1").trace().size());
        rig.world.progress.put("run home", " 4 GiB");
        poll();
        rig.restart();
        assertEquals("found PENDING 4 GiB", rig.view("op1").steps().getFirst().note());
        assertEquals(kept + 1, rig.view("op1").trace().size());
        rig.world.verdicts.put("run home", Verdict.DONE);
        poll();
        assertEquals(OperationView.State.DONE, rig.state("op1"));
        assertEquals("", rig.view("op1").steps().getFirst().note());
    }

    @Test
    void aKillChangesNothing() throws Exception {
        rig.world.verdicts.put("run home", Verdict.PENDING);
        rig.begin(plan("op1", run("home")));
        rig.restart();
        assertEquals(OperationView.State.WAITING, rig.state("op1"));
        rig.world.verdicts.put("run home", Verdict.DONE);
        rig.restart();
        assertEquals(OperationView.State.DONE, rig.state("op1"));
        assertEquals(1, rig.world.times("run home"), "begun once");
    }

    @Test
    void killedRightAfterItsCallItIsFoundByItsReceipt() throws Exception {
        rig.world.verdicts.put("run home", Verdict.PENDING);
        rig.crash =
                name -> {
                    if (name.equals(CrashPoints.AFTER_PERFORM)) {
                        throw new Rig.Crash(name);
                    }
                };
        try {
            rig.begin(plan("op1", run("home")));
        } catch (Rig.Crash dead) {
            assertEquals(CrashPoints.AFTER_PERFORM, dead.getMessage());
        }
        rig.restart();
        assertEquals(OperationView.State.WAITING, rig.state("op1"));
        assertEquals(1, rig.world.times("run home"), "it is not begun again");
    }

    @Test
    void killedBeforeItsCallItIsBegunNow() throws Exception {
        rig.crash =
                name -> {
                    if (name.equals(CrashPoints.AFTER_INTENT)) {
                        throw new Rig.Crash(name);
                    }
                };
        try {
            rig.begin(plan("op1", run("home")));
        } catch (Rig.Crash dead) {
            assertEquals(CrashPoints.AFTER_INTENT, dead.getMessage());
        }
        assertEquals(0, rig.world.times("run home"));
        rig.restart();
        assertEquals(1, rig.world.times("run home"));
        assertEquals(OperationView.State.DONE, rig.state("op1"));
    }

    @Test
    void oneThatFailedStopsWithWhatItsReceiptSays() throws Exception {
        rig.world.verdicts.put("run home", Verdict.PENDING);
        rig.begin(plan("op1", run("home")));
        rig.world.verdicts.put("run home", Verdict.NOT_DONE);
        poll();
        assertEquals(OperationView.State.STOPPED, rig.state("op1"));
        OperationView.StepView step = rig.view("op1").steps().getFirst();
        assertEquals(OwnError.NOT_AS_PROMISED, step.fault().orElseThrow().code());
        assertEquals("found NOT_DONE", step.fault().orElseThrow().details().get("found"));
    }

    @Test
    void twoSeriesOfOneToolRunAtOnceAndOneSeriesNotTwice() throws Exception {
        rig.world.verdicts.put("run home", Verdict.PENDING);
        rig.world.verdicts.put("run etc", Verdict.PENDING);
        rig.begin(plan("op1", run("home")));
        rig.begin(plan("op2", run("etc")));
        assertEquals(OperationView.State.WAITING, rig.state("op2"));
        CheckBackup check = new CheckBackup("garage", "home", "", false);
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(plan("op3", check))));
        Plan whole = Rig.plan("op4", Rig.call(0, StepClass.PROBEABLE, "move"));
        assertEquals(OwnError.BUSY, refused(() -> rig.begin(whole)));
    }

    @Test
    void aSpaceOfTheSameNameIsSomethingElse() {
        assertEquals(Set.of("garage#backup/home"), Gate.holds(plan("op1", run("home"))));
        Plan space = SpacePlans.plan("op2", "home", Rig.call(0, StepClass.PROBEABLE, "make home"));
        assertEquals(Set.of("garage#home"), Gate.holds(space));
    }

    @Test
    void aStalePlanOfABackupIsRefused() throws Exception {
        rig.world.fingerprints.put("garage", "moved");
        assertEquals(OwnError.PLAN_STALE, refused(() -> rig.begin(plan("op1", run("home")))));
        assertEquals(0, rig.world.times("run home"));
    }

    @Test
    void thereIsNothingToTakeBack() throws Exception {
        Plan plan = plan("op1", run("home"));
        rig.begin(
                new Plan(
                        plan.id(),
                        plan.collectiveId(),
                        plan.changes(),
                        plan.basis(),
                        plan.computed(),
                        List.of(Rig.call(0, StepClass.PROBEABLE, "forever")),
                        List.of(),
                        Plan.CutOff.NOBODY,
                        Optional.empty()));
        assertEquals(OperationView.State.DONE, rig.state("op1"));
        assertEquals(
                OwnError.NOTHING_TO_DO,
                refused(() -> rig.engine.undoPlan("op1", PlanFacts.nothing())));
    }
}
