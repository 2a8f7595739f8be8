package org.ronron.ui.pages.review;

import java.util.Optional;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Tell;
import org.ronron.ui.parts.Navigator;

/** Where a plan was asked for, and so where one goes back to from its review. */
record Origin(String page, Optional<RequestRef> request, Optional<String> space, String operation) {
    private static final Origin TOPOLOGY = at("topology");

    static Origin of(Plan plan) {
        if (plan.undoes().isPresent()) {
            return new Origin(
                    "operations", Optional.empty(), Optional.empty(), plan.undoes().get());
        }
        return plan.changes().isEmpty()
                ? TOPOLOGY
                : switch (plan.changes().getFirst()) {
                    case MakeSpace make -> request(make.request());
                    case AnswerRequest answer -> request(Optional.of(answer.request()));
                    case AlterSpace alter ->
                            new Origin("spaces", Optional.empty(), Optional.of(alter.name()), "");
                    case Mend mend ->
                            new Origin(
                                    "operations",
                                    Optional.empty(),
                                    Optional.empty(),
                                    mend.operationId());
                    case BackupChange backup -> at("backups");
                    case Tell tell -> at("operations");
                    default -> TOPOLOGY;
                };
    }

    private static Origin request(Optional<RequestRef> ref) {
        return new Origin("requests", ref, Optional.empty(), "");
    }

    private static Origin at(String page) {
        return new Origin(page, Optional.empty(), Optional.empty(), "");
    }

    void back(Navigator navigator) {
        if (!operation.isEmpty()) {
            navigator.operation(operation);
        } else if (request.isPresent()) {
            navigator.request(request.get());
        } else if (space.isPresent()) {
            navigator.space(space.get());
        } else {
            navigator.go(page);
        }
    }
}
