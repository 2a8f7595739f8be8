package org.ronron.core.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Step;

/** Steps for the desk's tests. */
final class Steps {
    private Steps() {}

    static Step call(String verb, Json.Obj arguments) {
        return new Step(
                0,
                List.of(),
                Step.Kind.CALL,
                StepClass.ONE_SHOT,
                "fake",
                "action." + verb,
                Map.of(),
                "garage",
                Optional.of(new Action("e", verb, arguments)),
                "",
                "",
                Duration.ofSeconds(1),
                "");
    }
}
