package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** Whatever a plan looks like: when what it was computed from has moved, nothing is changed. */
final class StalePlansTest {
    private static final int PAIRS = 2_000;

    @Test
    void aMovedWorldIsNeverTouched() throws Exception {
        int moved = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Random random = new Random(seed);
            Rig rig = new Rig();
            Plan plan = plan(random);
            Set<String> drift = drift(random, plan);
            drift.forEach(e -> rig.world.fingerprints.put(e, "moved " + random.nextLong()));
            if (drift.isEmpty()) {
                rig.begin(plan);
                assertEquals(calls(plan), rig.world.ledger.size(), "seed " + seed);
            } else {
                moved++;
                RefusedException stale =
                        assertThrows(RefusedException.class, () -> rig.begin(plan));
                assertEquals(OwnError.PLAN_STALE, stale.fault().code(), "seed " + seed);
                rig.run();
                assertEquals(List.of(), rig.world.ledger, "seed " + seed);
                assertEquals(List.of(), rig.journal.rows, "seed " + seed);
            }
        }
        assertEquals(true, moved > PAIRS / 2 && moved < PAIRS, "both kinds were tried");
    }

    private static Plan plan(Random random) {
        List<Step> steps = new ArrayList<>();
        int many = 1 + random.nextInt(6);
        for (int i = 0; i < many; i++) {
            Integer[] needs =
                    i > 0 && random.nextBoolean()
                            ? new Integer[] {random.nextInt(i)}
                            : new Integer[0];
            StepClass[] classes = {StepClass.IDEMPOTENT, StepClass.PROBEABLE, StepClass.ONE_SHOT};
            steps.add(
                    Rig.step(
                            i,
                            Step.Kind.CALL,
                            classes[random.nextInt(classes.length)],
                            Optional.of("verb" + i + (random.nextBoolean() ? "-unmarked" : "")),
                            "endpoint" + random.nextInt(3),
                            needs));
        }
        return Rig.plan("op", steps.toArray(Step[]::new));
    }

    private static Set<String> drift(Random random, Plan plan) {
        Set<String> moved = new TreeSet<>();
        if (random.nextInt(5) > 0) {
            List<String> endpoints = List.copyOf(new TreeSet<>(plan.basis().keySet()));
            moved.add(endpoints.get(random.nextInt(endpoints.size())));
            endpoints.stream().filter(e -> random.nextInt(3) == 0).forEach(moved::add);
        }
        return moved;
    }

    private static long calls(Plan plan) {
        return plan.steps().stream().filter(s -> s.kind() == Step.Kind.CALL).count();
    }
}
