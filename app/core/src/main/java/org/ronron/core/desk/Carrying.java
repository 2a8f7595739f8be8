package org.ronron.core.desk;

import java.util.List;
import java.util.function.Supplier;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/** What the desk needs of the planner and the engine. May wait for systems: never on state. */
interface Carrying {
    /** Who plans and carries out, made from what the desk lends it. */
    interface Maker {
        /**
         * @param moved to be run when an operation has moved on, from any thread
         */
        Carrying make(
                DeskSessions sessions,
                DeskFreshness freshness,
                Runnable moved,
                Supplier<DeskState> state);
    }

    /** The plan for these changes, from the picture as it is. */
    Plan plan(Collective collective, List<NodeChange> changes) throws RefusedException;

    /** The plan for a space or an answer. */
    Plan plan(Collective collective, SpaceChange change) throws RefusedException;

    /** The plan for something done with backups. */
    Plan plan(Collective collective, BackupChange change) throws RefusedException;

    /** The plan that mends what an operation stopped at. */
    Plan remedy(String operationId) throws RefusedException;

    /** Takes up what was left of a collective's operations; before anything else of it. */
    void recover(String collectiveId) throws RefusedException, StorageException;

    /** All operations of a collective as they stand, oldest first. Quick: any thread. */
    List<OperationView> operations(String collectiveId);

    /** Looks at what operations wait for. */
    void poll();

    String apply(Plan plan) throws RefusedException, StorageException;

    void tryAgain(String operationId) throws RefusedException, StorageException;

    Plan undo(String operationId) throws RefusedException, StorageException;

    void cancel(String operationId) throws RefusedException, StorageException;

    void handOver(String operationId, String word) throws RefusedException, StorageException;

    void confirm(String operationId, int step) throws RefusedException, StorageException;

    /** No step is handed out any more. */
    void stop();
}
