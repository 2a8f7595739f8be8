package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.OwnError;

/** Steps that need a secret wait for a locked vault, and go on by themselves. */
final class LockedVaultTest {
    private static final Plan PLAN =
            Rig.plan(
                    "op",
                    Rig.call(0, StepClass.PROBEABLE, "first"),
                    Rig.call(1, StepClass.PROBEABLE, "second", 0),
                    Rig.step(
                            2, Step.Kind.WAIT, StepClass.READ, Optional.of("second"), "garage", 1));

    private final Rig rig = new Rig();

    @Test
    void aStepIsNotBegunAndNothingIsWrittenOfIt() throws Exception {
        rig.world.during.put("first", () -> rig.world.locked.add("garage"));
        rig.begin(PLAN);
        assertEquals(1, rig.world.times("first"));
        assertEquals(StepState.NOT_BEGUN, rig.step("op", 1));
        assertEquals(OperationView.State.RUNNING, rig.state("op"));
        assertTrue(rig.journal.events.stream().noneMatch(e -> e.step() == 1));
        rig.engine.poll();
        rig.run();
        assertEquals(0, rig.world.times("second"));
        rig.world.locked.clear();
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(1, rig.world.times("second"));
    }

    @Test
    void startedAgainItWaitsForThePassphraseInsteadOfStopping() throws Exception {
        rig.world.during.put("first", () -> rig.world.locked.add("garage"));
        rig.begin(PLAN);
        rig.restart();
        assertEquals(OperationView.State.RUNNING, rig.state("op"));
        rig.world.locked.clear();
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(1, rig.world.times("first"));
        assertEquals(1, rig.world.times("second"));
    }

    @Test
    void aCallThatMetTheLockIsBegunAgainWhereThatIsSafe() throws Exception {
        rig.world.mishap("make", lockedInBetween());
        rig.begin(Rig.plan("op", Rig.call(0, StepClass.IDEMPOTENT, "make")));
        assertEquals(OperationView.State.RUNNING, rig.state("op"));
        assertTrue(rig.pauses.isEmpty());
        rig.world.locked.clear();
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(1, rig.world.times("make"));
    }

    @Test
    void aCallThatMayHaveBegunIsLeftToAPerson() throws Exception {
        rig.world.mishap("make", lockedInBetween());
        rig.begin(Rig.plan("op", Rig.call(0, StepClass.PROBEABLE, "make")));
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(0, rig.world.times("make"));
    }

    private World.Mishap lockedInBetween() {
        return () -> {
            rig.world.locked.add("garage");
            throw new ConnectorException(
                    Fault.of(OwnError.VAULT_LOCKED, "garage").withEffect(Effect.NONE));
        };
    }
}
