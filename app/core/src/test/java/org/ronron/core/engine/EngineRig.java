package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.RefusedException;

/** What the tests of the engine share. */
abstract class EngineRig {
    final Rig rig = new Rig();

    static Plan move() {
        return Rig.plan(
                "op",
                Rig.call(0, StepClass.IDEMPOTENT, "stage"),
                Rig.call(1, StepClass.PROBEABLE, "forever-apply", 0),
                Rig.step(2, Step.Kind.WAIT, StepClass.READ, Optional.of("settled"), "garage", 1));
    }

    static Plan hands() {
        return Rig.plan(
                "op",
                Rig.step(0, Step.Kind.HANDS, StepClass.ONE_SHOT, Optional.empty(), "onion"),
                Rig.step(1, Step.Kind.HANDS, StepClass.READ, Optional.of("seen"), "garage", 0),
                Rig.call(2, StepClass.IDEMPOTENT, "stage", 1));
    }

    static ErrorCode refused(ThrowingRunnable act) {
        return assertThrows(RefusedException.class, act::run).fault().code();
    }

    interface ThrowingRunnable {
        void run() throws Exception;
    }

    Optional<ErrorCode> fault(int step) {
        return rig.view("op").steps().get(step).fault().map(Fault::code);
    }

    void cancel() {
        try {
            rig.engine.cancel("op", Rig.ME);
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
