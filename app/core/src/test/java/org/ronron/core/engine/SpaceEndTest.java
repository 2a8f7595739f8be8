package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.MadeSecret;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.JournalEvent.Kind;

/** What an operation changes of our own model is kept with its end, in one transaction. */
final class SpaceEndTest {
    private static final MadeSecret KEY = MadeSecret.of("op", "key", MadeSecret.Kind.TOKEN);

    private final Rig rig = new Rig();

    /** Made, written to, and waited for. */
    private static Plan plan() {
        return SpacePlans.plan(
                "op",
                "chats",
                Rig.sending(Rig.call(0, StepClass.PROBEABLE, "make"), KEY),
                Rig.call(1, StepClass.IDEMPOTENT, "route", 0),
                SpacePlans.waits(2, 1),
                SpacePlans.writing(Rig.call(3, StepClass.ONE_SHOT, "mail.send", 2)));
    }

    private static Rig contact(Rig rig) {
        rig.world.verdicts.put("wait", Verdict.DONE);
        rig.world.contacts.put("email", SpacePlans.EMAIL);
        rig.world.contacts.put("name", SpacePlans.NAME);
        return rig;
    }

    @Test
    void nothingIsKeptBeforeTheEnd() throws Exception {
        contact(rig).world.verdicts.put("wait", Verdict.PENDING);
        rig.begin(plan());
        assertEquals(List.of(), rig.journal.edits);
        rig.world.verdicts.put("wait", Verdict.DONE);
        rig.engine.poll();
        rig.run();
        assertEquals(List.of(SpacePlans.edit("chats")), rig.journal.edits);
    }

    @Test
    void killedRightBeforeItNeitherIsThereAndRightAfterBothAre() throws Exception {
        killed(CrashPoints.BEFORE_FINISH, 0);
        killed(CrashPoints.AFTER_FINISH, 1);
    }

    private static void killed(String point, int kept) throws Exception {
        Rig rig = contact(new Rig());
        rig.crash =
                name -> {
                    if (name.equals(point)) {
                        throw new Rig.Crash(name);
                    }
                };
        assertThrows(Rig.Crash.class, () -> rig.begin(plan()));
        assertEquals(kept, rig.journal.edits.size(), point);
        assertEquals(kept, finished(rig), point);
        rig.restart();
        assertEquals(OperationView.State.DONE, rig.state("op"), point);
        assertEquals(1, rig.journal.edits.size(), point);
        assertEquals(1, finished(rig), point);
        rig.restart();
        assertEquals(1, rig.journal.edits.size(), point);
    }

    private static long finished(Rig rig) {
        return rig.journal.events.stream().filter(e -> e.kind() == Kind.FINISHED).count();
    }

    @Test
    void onAFullDiskItHasNotEnded() throws Exception {
        contact(rig).journal.full = event -> event.kind() == Kind.FINISHED;
        rig.begin(plan());
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(List.of(), rig.journal.edits);
        rig.journal.full = event -> false;
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(List.of(SpacePlans.edit("chats")), rig.journal.edits);
    }

    /** Wherever it dies: each step once, one mail, one record. */
    @TestFactory
    Stream<DynamicTest> everyMomentOfASpace() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String point : CrashPoints.NAMES) {
            tests.add(
                    DynamicTest.dynamicTest(
                            point,
                            () -> {
                                for (int time = 1; time <= 5; time++) {
                                    walk(point, time);
                                }
                            }));
        }
        return tests.stream();
    }

    private static void walk(String point, int time) throws Exception {
        Rig rig = contact(new Rig());
        rig.world.verdicts.put("wait", Verdict.PENDING);
        int[] left = {time};
        rig.crash =
                name -> {
                    if (name.equals(point) && --left[0] == 0) {
                        throw new Rig.Crash(name);
                    }
                };
        for (int act = 0; act < 30 && !done(rig); act++) {
            try {
                evening(rig);
            } catch (Rig.Crash crash) {
                rig.restart();
            }
        }
        String where = point + " " + time;
        assertEquals(OperationView.State.DONE, rig.state("op"), where);
        assertEquals(List.of("make", "route", "mail.send"), rig.world.ledger, where);
        assertEquals(List.of(SpacePlans.edit("chats")), rig.journal.edits, where);
        assertEquals(List.of(KEY.name()), rig.vault.puts, where);
    }

    private static boolean done(Rig rig) {
        return rig.engine.operations(Rig.COLLECTIVE).stream()
                .anyMatch(o -> o.state() == OperationView.State.DONE);
    }

    private static void evening(Rig rig) throws Exception {
        if (rig.engine.operations(Rig.COLLECTIVE).isEmpty()) {
            rig.begin(plan());
        }
        OperationView view = rig.view("op");
        if (view.state() == OperationView.State.STOPPED) {
            StepState mail = view.steps().get(3).state();
            boolean asks = mail == StepState.UNKNOWN || mail == StepState.APPEARED;
            if (asks && rig.world.times("mail.send") > 0) {
                rig.engine.confirm("op", 3, Rig.ME);
            } else {
                rig.engine.tryAgain("op", Rig.ME);
            }
        } else {
            rig.world.verdicts.put("wait", Verdict.DONE);
            rig.engine.poll();
        }
        rig.run();
    }
}
