package org.ronron.ui.pages.review;

import java.util.concurrent.CompletableFuture;
import org.ronron.core.desk.Desk;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.Plan;
import org.ronron.ui.pages.shared.Permission;

/** What a reviewed plan asks of the desk. */
final class Applying {
    private final Desk desk;

    Applying(Desk desk) {
        this.desk = desk;
    }

    CompletableFuture<String> apply(Plan plan) {
        return desk.operations().apply(plan);
    }

    /** Switches writing on for all that the plan changes, then applies. */
    CompletableFuture<String> allowAndApply(Plan plan) {
        return Permission.give(desk, plan).thenCompose(given -> apply(plan));
    }

    /** The same wish, computed on the world as it is now. */
    CompletableFuture<Plan> again(Plan plan) {
        if (plan.undoes().isPresent()) {
            return desk.operations().undo(plan.undoes().get());
        }
        if (plan.space().isPresent()) {
            return desk.spaces().plan(plan.space().get());
        }
        return !plan.changes().isEmpty() && plan.changes().getFirst() instanceof Mend mend
                ? desk.operations().remedy(mend.operationId())
                : desk.staging().review();
    }
}
