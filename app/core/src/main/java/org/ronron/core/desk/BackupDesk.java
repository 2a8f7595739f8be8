package org.ronron.core.desk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.Plan;

/**
 * Backups. What there is stands in {@code Collective.safety}; futures fail with {@code
 * RefusedException}.
 */
public interface BackupDesk {
    /** Asks what it would load, and computes the plan, to be reviewed. */
    CompletableFuture<Plan> plan(BackupChange change);

    /** The points that the next pruning would remove, by the tool's own dry run. */
    CompletableFuture<List<String>> nextToGo(String endpointId, String key);
}
