package org.ronron.core.plan;

import java.time.Duration;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.StepClass;

/** A step as data; part of the shape of {@link PlanJson}. */
final class StepJson {
    private StepJson() {}

    static Json.Obj write(Step step) {
        Json.Obj json =
                Json.obj()
                        .with("index", step.index())
                        .with("needs", PlanJson.whole(step.needs()))
                        .with("kind", step.kind().name())
                        .with("class", step.stepClass().name())
                        .with("type", step.type())
                        .with("text", step.text())
                        .with("values", PlanJson.texts(step.values()))
                        .with("on", step.on())
                        .with("call", step.exactCall())
                        .with("mark", step.mark())
                        .with("deadline", step.deadline().toString())
                        .with("show", step.show());
        return step.action().map(action -> json.with("action", write(action))).orElse(json);
    }

    static Step read(Json.Obj json) {
        return new Step(
                PlanJson.whole(json.at("index")),
                PlanJson.whole(json.items("needs")),
                Step.Kind.valueOf(PlanJson.text(json, "kind")),
                StepClass.valueOf(PlanJson.text(json, "class")),
                PlanJson.text(json, "type"),
                PlanJson.text(json, "text"),
                PlanJson.texts(json.object("values")),
                PlanJson.text(json, "on"),
                json.at("action") instanceof Json.Obj action
                        ? Optional.of(action(action))
                        : Optional.empty(),
                PlanJson.text(json, "call"),
                PlanJson.text(json, "mark"),
                Duration.parse(PlanJson.text(json, "deadline")),
                PlanJson.text(json, "show"));
    }

    private static Json.Obj write(Action action) {
        return Json.obj()
                .with("endpoint", action.endpointId())
                .with("verb", action.verb())
                .with("arguments", action.arguments());
    }

    private static Action action(Json.Obj json) {
        return new Action(
                PlanJson.text(json, "endpoint"),
                PlanJson.text(json, "verb"),
                json.object("arguments"));
    }
}
