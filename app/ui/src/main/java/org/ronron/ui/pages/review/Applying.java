package org.ronron.ui.pages.review;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.desk.Desk;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;

/** What a reviewed plan asks of the desk. */
final class Applying {
    /** How long writing stays on when it is switched on from the review. */
    static final Duration WRITING = Duration.ofHours(1);

    private final Desk desk;

    Applying(Desk desk) {
        this.desk = desk;
    }

    CompletableFuture<String> apply(Plan plan) {
        return desk.operations().apply(plan);
    }

    /** Switches writing on for all that the plan changes, then applies. */
    CompletableFuture<String> allowAndApply(Plan plan) {
        CompletableFuture<?>[] allowed =
                written(plan).stream()
                        .map(endpoint -> desk.allowWriting(endpoint, WRITING))
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(allowed).thenCompose(nothing -> apply(plan));
    }

    /** The same wish, computed on the world as it is now. */
    CompletableFuture<Plan> again(Plan plan) {
        return plan.undoes().isPresent()
                ? desk.operations().undo(plan.undoes().get())
                : desk.staging().review();
    }

    /** The endpoints that the plan's calls change. */
    static List<String> written(Plan plan) {
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.CALL && s.stepClass() != StepClass.READ)
                .flatMap(s -> s.action().stream())
                .map(a -> a.endpointId())
                .distinct()
                .toList();
    }

    /** Whether the fault has this code. */
    static boolean is(Fault fault, org.ronron.api.ErrorCode code) {
        return fault.code().id().equals(code.id());
    }
}
