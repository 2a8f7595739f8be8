package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.core.plan.Step;

/**
 * The program dies at every named moment of a machine's move between two zones, each time it comes
 * there, in fair and foul weather. Whatever happens: each call is made once, nobody switches the
 * machine off before it is empty, no layout changes before it is there, and no service comes back
 * before it says its new zone.
 */
final class CrashMoveTest {
    private static final List<String> CALLS = List.of("drain", "stage", "apply", "eligible");
    private static final int MOST_TIMES = 8;
    private static final Set<String> REACHED = new TreeSet<>();

    private final Set<String> world = new HashSet<>();
    private Rig rig = new Rig();

    @TestFactory
    Stream<DynamicTest> everyMomentOfAMove() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String point : CrashPoints.NAMES) {
            tests.add(DynamicTest.dynamicTest(point, () -> walks(point)));
        }
        tests.add(
                DynamicTest.dynamicTest(
                        "every moment was reached", () -> assertEquals(ofAMove(), REACHED)));
        return tests.stream();
    }

    /** A move gives no secret away. */
    private static Set<String> ofAMove() {
        Set<String> names = new TreeSet<>(CrashPoints.NAMES);
        names.remove(CrashPoints.AFTER_SECRETS);
        return names;
    }

    private void walks(String point) throws Exception {
        for (int time = 1; time <= MOST_TIMES; time++) {
            walk(point, time, "", false);
            for (String call : CALLS) {
                walk(point, time, call, false);
                walk(point, time, call, true);
            }
        }
    }

    /**
     * @param cut the call whose answer is lost; empty for none
     * @param arrives whether it took effect nevertheless
     */
    private void walk(String point, int time, String cut, boolean arrives) throws Exception {
        rig = new Rig();
        world.clear();
        MoveRig.nothingYet(rig.world);
        if (!cut.isEmpty()) {
            rig.world.mishap(
                    cut,
                    arrives
                            ? World.arrivesThenFails(CommonError.CUT)
                            : World.fails(CommonError.CUT, Effect.UNKNOWN));
        }
        watchTheOrder();
        int[] left = {time};
        rig.crash =
                name -> {
                    if (name.equals(point)) {
                        REACHED.add(name);
                        if (--left[0] == 0) {
                            throw new Rig.Crash(name);
                        }
                    }
                };
        for (int act = 0; act < 60 && !done(); act++) {
            try {
                evening();
            } catch (Rig.Crash crash) {
                restart();
            }
        }
        String where = point + " " + time + " " + cut + " " + arrives;
        assertEquals(OperationView.State.DONE, rig.state("op"), where + rig.view("op").steps());
        for (String call : CALLS) {
            assertEquals(1, rig.world.times(call), call + " at " + where);
        }
    }

    private void restart() throws Exception {
        try {
            rig.restart();
        } catch (Rig.Crash again) {
            throw new AssertionError(again);
        }
    }

    private void watchTheOrder() {
        rig.world.during.put("stage", () -> assertTrue(world.contains("there"), "stage"));
        rig.world.during.put("apply", () -> assertTrue(world.contains("there"), "apply"));
        rig.world.during.put("eligible", () -> assertTrue(world.contains("zone"), "eligible"));
    }

    private boolean done() {
        return rig.engine.operations(Rig.COLLECTIVE).stream()
                .anyMatch(o -> o.state() == OperationView.State.DONE);
    }

    /** What volunteers and the world do while the program waits. */
    private void evening() throws Exception {
        if (rig.engine.operations(Rig.COLLECTIVE).isEmpty()) {
            rig.begin(MoveRig.plan("apply"));
        }
        OperationView view = rig.view("op");
        switch (view.state()) {
            case STOPPED, CANCELLED -> decide(view);
            case WAITING, RUNNING -> {
                for (Step step : view.plan().steps()) {
                    if (view.steps().get(step.index()).state() == StepState.WAITING) {
                        wait(step.index());
                    }
                }
                rig.engine.poll();
            }
            case DONE -> {}
        }
        rig.run();
    }

    private void wait(int step) throws Exception {
        switch (step) {
            case MoveRig.EMPTY -> happens("empty", "empty");
            case MoveRig.CARRY -> {
                assertTrue(world.contains("empty"), "switched off before it was empty");
                rig.world.verdicts.put("node.seen", Verdict.PENDING);
                rig.engine.confirm("op", step, Rig.ME);
            }
            case MoveRig.PLUG -> {
                if (world.contains("missed")) {
                    happens("node.seen", "there");
                }
                world.add("missed");
            }
            case MoveRig.CONFIG -> {
                assertTrue(world.contains("there"), "changed before it was there");
                happens("zone", "zone");
            }
            case MoveRig.SETTLE -> happens("settle", "settled");
            default -> {}
        }
    }

    private void happens(String verb, String what) {
        rig.world.verdicts.put(verb, Verdict.DONE);
        world.add(what);
    }

    private void decide(OperationView view) throws Exception {
        for (Step step : view.plan().steps()) {
            StepState state = view.steps().get(step.index()).state();
            boolean asks = state == StepState.UNKNOWN || state == StepState.APPEARED;
            if (asks && rig.world.times(step.action().orElseThrow().verb()) > 0) {
                rig.engine.confirm("op", step.index(), Rig.ME);
                return;
            }
        }
        rig.engine.tryAgain("op", Rig.ME);
    }
}
