package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.StepClass;
import org.ronron.core.model.Edits;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal;

/** Plans that make a space, for an engine. */
final class SpacePlans {
    static final String EMAIL = "Ada.L@asso.test";
    static final String NAME = "Ada";

    private SpacePlans() {}

    static MakeSpace change(String name) {
        return new MakeSpace("farm", name, "Les chats", Map.of(), Optional.empty(), "");
    }

    static Plan plan(String id, String name, Step... steps) {
        return plan(id, List.of(change(name)), List.of(edit(name)), steps);
    }

    static Plan plan(
            String id,
            List<? extends Change> changes,
            List<Journal.ModelEdit> edits,
            Step... steps) {
        Plan plan = Rig.plan(id, steps);
        return new Plan(
                id,
                plan.collectiveId(),
                new ArrayList<>(changes),
                Map.of(),
                plan.basis(),
                plan.computed(),
                plan.steps(),
                List.of(),
                Plan.CutOff.NOBODY,
                List.of(),
                Optional.empty(),
                edits);
    }

    static Journal.ModelEdit edit(String name) {
        return new Journal.ModelEdit(
                Rig.COLLECTIVE, Edits.SPACE, name, Json.obj().with("blueprint", "farm"));
    }

    /** The same step, told whom to write to right before its call. */
    static Step writing(Step step) {
        Json.Obj arguments =
                Json.obj()
                        .with("to", new LiveValue("email", "charon", "r7").json())
                        .with("person", new LiveValue("name", "charon", "r7").json())
                        .with("template", "space.ready");
        Action action = step.action().orElseThrow();
        return new Step(
                step.index(),
                step.needs(),
                step.kind(),
                step.stepClass(),
                step.type(),
                step.text(),
                step.values(),
                step.on(),
                Optional.of(new Action(action.endpointId(), action.verb(), arguments)),
                step.exactCall(),
                step.mark(),
                step.deadline(),
                step.show());
    }

    static Step waits(int index, Integer... needs) {
        return Rig.step(
                index, Step.Kind.WAIT, StepClass.READ, Optional.of("wait"), "garage", needs);
    }
}
