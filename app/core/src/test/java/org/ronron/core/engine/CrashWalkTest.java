package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.MadeSecret;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;

/**
 * The program dies at every named moment, the first, second and third time it comes there, with
 * each class of step and in fair and foul weather; it is started again, a person does what the
 * window asks, and in the end each step was done exactly once.
 */
final class CrashWalkTest {
    private static final MadeSecret KEY = MadeSecret.of("op", "key", MadeSecret.Kind.TOKEN);
    private static final Set<String> REACHED = new TreeSet<>();

    /** What goes wrong besides the crash. */
    private enum Weather {
        FAIR,
        CUT_BEFORE,
        CUT_AFTER,
        REFUSED
    }

    @TestFactory
    Stream<DynamicTest> everyMomentOfEveryClass() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String point : CrashPoints.NAMES) {
            for (StepClass stepClass : StepClass.values()) {
                tests.add(
                        DynamicTest.dynamicTest(
                                point + " " + stepClass,
                                () -> {
                                    for (Weather weather : Weather.values()) {
                                        for (int time = 1; time <= 3; time++) {
                                            walk(point, time, stepClass, "make", weather);
                                            walk(point, time, stepClass, "make-unmarked", weather);
                                        }
                                    }
                                }));
            }
        }
        tests.add(DynamicTest.dynamicTest("every moment was reached", () -> all()));
        return tests.stream();
    }

    private static void all() {
        assertEquals(new TreeSet<>(CrashPoints.NAMES), REACHED);
    }

    private static void walk(
            String point, int time, StepClass stepClass, String verb, Weather weather)
            throws Exception {
        Rig rig = new Rig();
        weather(rig, verb, weather);
        rig.world.verdicts.put("wait", Verdict.PENDING);
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
        Plan plan =
                Rig.plan(
                        "op",
                        Rig.sending(Rig.call(0, StepClass.IDEMPOTENT, "first"), KEY),
                        Rig.call(1, stepClass, verb, 0),
                        Rig.step(
                                2,
                                Step.Kind.WAIT,
                                StepClass.READ,
                                Optional.of("wait"),
                                "garage",
                                1));
        boolean died = false;
        for (int act = 0; act < 30 && !done(rig); act++) {
            try {
                evening(rig, plan);
            } catch (Rig.Crash crash) {
                died = true;
                rig.restart();
            }
        }
        String where = point + " " + time + " " + stepClass + " " + verb + " " + weather;
        assertEquals(OperationView.State.DONE, rig.state("op"), where + died + rig.view("op"));
        assertEquals(1, rig.world.times("first"), where);
        assertEquals(List.of(KEY.name()), rig.vault.puts, where);
        if (stepClass != StepClass.READ) {
            assertEquals(1, rig.world.times(verb), where + " " + rig.journal.events);
        }
        assertEquals(3, rig.view("op").steps().size(), where);
        rig.restart();
        assertEquals(1, rig.world.times("first"), where + ", started again");
        assertEquals(OperationView.State.DONE, rig.state("op"), where);
    }

    private static void weather(Rig rig, String verb, Weather weather) {
        switch (weather) {
            case FAIR -> {}
            case CUT_BEFORE -> rig.world.mishap(verb, World.fails(CommonError.CUT, Effect.UNKNOWN));
            case CUT_AFTER -> rig.world.mishap(verb, World.arrivesThenFails(CommonError.CUT));
            case REFUSED ->
                    rig.world.mishap(verb, World.fails(CommonError.SERVER_ERROR, Effect.NONE));
        }
    }

    private static boolean done(Rig rig) {
        return rig.engine.operations(Rig.COLLECTIVE).stream()
                .anyMatch(o -> o.state() == OperationView.State.DONE);
    }

    /** What a volunteer does: begin, wait, look on the machine where nobody knows, go on. */
    private static void evening(Rig rig, Plan plan) throws Exception {
        if (rig.engine.operations(Rig.COLLECTIVE).isEmpty()) {
            rig.begin(plan);
        }
        OperationView view = rig.view("op");
        switch (view.state()) {
            case STOPPED, CANCELLED -> decide(rig, view);
            case WAITING, RUNNING -> {
                rig.world.verdicts.put("wait", Verdict.DONE);
                rig.engine.poll();
            }
            case DONE -> {}
        }
        rig.run();
    }

    private static void decide(Rig rig, OperationView view) throws Exception {
        for (Step step : view.plan().steps()) {
            StepState state = view.steps().get(step.index()).state();
            String verb = step.action().orElseThrow().verb();
            boolean asks = state == StepState.UNKNOWN || state == StepState.APPEARED;
            if (asks && rig.world.times(verb) > 0) {
                rig.engine.confirm("op", step.index(), Rig.ME);
                return;
            }
        }
        rig.engine.tryAgain("op", Rig.ME);
    }

    /** AFTER_SAID comes with a confirmation, which only some of the walks need. */
    @Test
    void aConfirmationIsKeptBeforeTheNextStep() throws Exception {
        Rig rig = new Rig();
        rig.crash =
                name -> {
                    if (name.equals(CrashPoints.AFTER_SAID)) {
                        throw new Rig.Crash(name);
                    }
                };
        rig.begin(
                Rig.plan(
                        "op",
                        Rig.step(0, Step.Kind.HANDS, StepClass.ONE_SHOT, Optional.empty(), "onion"),
                        Rig.call(1, StepClass.PROBEABLE, "make", 0)));
        assertEquals(OperationView.State.WAITING, rig.state("op"));
        assertThrows(Rig.Crash.class, () -> rig.engine.confirm("op", 0, Rig.ME));
        rig.restart();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(1, rig.world.times("make"));
    }

    @Test
    void everyMomentInTheCodeIsInTheList() throws Exception {
        Path sources = Path.of("src/main/java/org/ronron/core/engine");
        Pattern use = Pattern.compile("crash(?:Point\\(\\))?\\.at\\(([^)]*)\\)");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Matcher matcher = use.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        Set<String> listed = new TreeSet<>();
        for (String name : CrashPoints.NAMES) {
            String constant = name.substring("engine.".length()).replace('-', '_');
            listed.add("CrashPoints." + constant.toUpperCase(Locale.ROOT));
        }
        assertEquals(listed, used);
    }
}
