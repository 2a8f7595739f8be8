package org.ronron.core.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;

/** A machine that a scheduler and a storage cluster both know, emptied, carried and taken back. */
final class MoveRig {
    static final int EMPTY = 1;
    static final int CARRY = 2;
    static final int PLUG = 3;
    static final int CONFIG = 6;
    static final int SETTLE = 8;

    private MoveRig() {}

    /**
     * @param apply the verb of the change that others may build on
     */
    static Plan plan(String apply) {
        Plan plan =
                Rig.plan(
                        "op",
                        call(0, StepClass.PROBEABLE, "drain", "nomad"),
                        Rig.step(EMPTY, Step.Kind.WAIT, StepClass.READ, verb("empty"), "nomad", 0),
                        hands(CARRY, StepClass.ONE_SHOT, "step.hands.carry", Optional.empty(), 1),
                        hands(PLUG, StepClass.READ, "step.hands.plug", verb("node.seen"), 2),
                        call(4, StepClass.IDEMPOTENT, "stage", "garage", 3),
                        call(5, StepClass.PROBEABLE, apply, "garage", 4),
                        shown(hands(CONFIG, StepClass.READ, "step.hands.nixos", verb("zone"), 3)),
                        call(7, StepClass.IDEMPOTENT, "eligible", "nomad", 6),
                        Rig.step(
                                SETTLE,
                                Step.Kind.WAIT,
                                StepClass.READ,
                                verb("settle"),
                                "garage",
                                5));
        return new Plan(
                plan.id(),
                plan.collectiveId(),
                List.of(new MoveNode("onion", "corrin", MoveNode.Truth.WILL_CARRY)),
                Map.of("onion", "dathomir"),
                plan.basis(),
                plan.computed(),
                plan.steps(),
                List.of(),
                Plan.CutOff.NOBODY,
                List.of(),
                Optional.empty());
    }

    static void nothingYet(World world) {
        for (String verb : List.of("empty", "zone", "settle")) {
            world.verdicts.put(verb, Verdict.PENDING);
        }
        world.verdicts.put("node.seen", Verdict.DONE);
    }

    private static Optional<String> verb(String verb) {
        return Optional.of(verb);
    }

    private static Step call(
            int index, StepClass stepClass, String verb, String endpoint, Integer... needs) {
        return Rig.step(index, Step.Kind.CALL, stepClass, verb(verb), endpoint, needs);
    }

    private static Step hands(
            int index, StepClass stepClass, String text, Optional<String> verb, Integer... needs) {
        String endpoint = verb.filter("zone"::equals).isPresent() ? "nomad" : "garage";
        Step step = Rig.step(index, Step.Kind.HANDS, stepClass, verb, endpoint, needs);
        return new Step(
                step.index(),
                step.needs(),
                step.kind(),
                step.stepClass(),
                "",
                text,
                Map.of("node", "onion", "from", "dathomir", "zone", "corrin"),
                "onion",
                step.action(),
                step.exactCall(),
                step.mark(),
                step.deadline(),
                "");
    }

    private static Step shown(Step s) {
        return new Step(
                s.index(),
                s.needs(),
                s.kind(),
                s.stepClass(),
                s.type(),
                s.text(),
                s.values(),
                s.on(),
                s.action(),
                s.exactCall(),
                s.mark(),
                s.deadline(),
                "-old\n+new");
    }
}
