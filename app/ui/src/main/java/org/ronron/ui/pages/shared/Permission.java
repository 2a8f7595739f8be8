package org.ronron.ui.pages.shared;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.desk.Desk;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.OwnError;

/** Writing, switched on for just what a plan changes. */
public final class Permission {
    private static final Duration TIME = Duration.ofHours(1);

    private Permission() {}

    /** Whether this is what the fault says to be missing. */
    public static boolean isMissing(Fault fault) {
        return fault.code() == OwnError.WRITING_OFF || fault.code() == CommonError.READ_ONLY;
    }

    /** Switches writing on, for an hour, for every endpoint that the plan's calls change. */
    public static CompletableFuture<Void> give(Desk desk, Plan plan) {
        return CompletableFuture.allOf(
                written(plan).stream()
                        .map(endpoint -> desk.allowWriting(endpoint, TIME))
                        .toArray(CompletableFuture<?>[]::new));
    }

    private static List<String> written(Plan plan) {
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.CALL && s.stepClass() != StepClass.READ)
                .flatMap(s -> s.action().stream())
                .map(Action::endpointId)
                .distinct()
                .toList();
    }
}
