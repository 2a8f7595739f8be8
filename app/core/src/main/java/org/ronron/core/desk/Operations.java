package org.ronron.core.desk;

import java.util.concurrent.CompletableFuture;
import org.ronron.core.plan.Plan;

/** Plans on their way. Futures fail with {@code RefusedException}. */
public interface Operations {
    /**
     * Stores the plan and begins; refused as stale when its basis has moved, or when writing is
     * off.
     *
     * @return the operation's id, once it is recorded
     */
    CompletableFuture<String> apply(Plan plan);

    /** Tries the step at which it stands again, after probing it. */
    CompletableFuture<Void> tryAgain(String operationId);

    /** The plan that takes back what was made, to be reviewed and applied like any other. */
    CompletableFuture<Plan> undo(String operationId);

    /**
     * The plan that mends what it stopped at, where the system's connector has one to offer; the
     * step is tried again after it. Fails with {@code NO_REMEDY} else. Sends no byte.
     */
    CompletableFuture<Plan> remedy(String operationId);

    /** Stops handing out steps; a second call detaches. */
    CompletableFuture<Void> cancel(String operationId);

    /** Leaves it to a colleague. */
    CompletableFuture<Void> handOver(String operationId, String word);

    /** A person says that a step of hands is done, or that what appeared is ours. */
    CompletableFuture<Void> confirm(String operationId, int step);
}
