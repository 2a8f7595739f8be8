package org.ronron.core.desk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Fault;
import org.ronron.api.Requests;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;

/**
 * Requests and spaces. What there is stands in the collective of the state; futures fail with
 * {@code RefusedException}.
 */
public interface SpaceDesk {
    /** How spaces can be made, by id. */
    List<Blueprint> blueprints();

    /** Asks the request's source again, and computes the plan, to be reviewed. */
    CompletableFuture<Plan> plan(SpaceChange change);

    /** Whom to write to, read now; to be shown and forgotten. */
    CompletableFuture<Requests.Contact> contact(RequestRef request);

    /** Keeps a request that was typed in. */
    CompletableFuture<RequestRef> write(HandRequest request);

    /**
     * An answer that touches no system: to a request that was typed in, without writing to anybody.
     */
    CompletableFuture<Void> settle(AnswerRequest answer);

    /** Looks closely at one space, at all systems that hold parts of it. */
    CompletableFuture<Look> look(String space);

    /**
     * What was seen.
     *
     * @param faults of systems that could not be asked
     */
    record Look(List<Space.Link> links, List<Fault> faults) {
        public Look {
            links = List.copyOf(links);
            faults = List.copyOf(faults);
        }
    }
}
