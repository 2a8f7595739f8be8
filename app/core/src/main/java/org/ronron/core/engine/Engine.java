package org.ronron.core.engine;

import java.util.List;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/**
 * Carries plans out. INTENT is on the disk before the first byte of a step leaves, OUTCOME together
 * with the model and the history. After a crash what is not known is probed, and nothing is done
 * again blindly.
 *
 * <p>Safe from any thread. Methods that may wait for a system or the disk say so; steps run on the
 * executor of the ports.
 */
public final class Engine {
    public Engine(EnginePorts ports) {}

    /**
     * Reads a collective's operations and takes up what was left of them. Waits for the disk;
     * systems are asked on the executor. Once for each opening, before anything else of it.
     */
    public void recover(String collectiveId) throws StorageException {}

    /** All operations of a collective as they stand, oldest first. Never waits. */
    public List<OperationView> operations(String collectiveId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the endpoints of the plan's basis again, stores the plan and begins. Waits for systems
     * and the disk.
     *
     * @return the operation's id, once it is recorded
     * @throws RefusedException {@code PLAN_STALE} with what moved, {@code WRITING_OFF}, {@code
     *     BUSY}, or the fault of an endpoint that does not answer; nothing is recorded then
     * @throws StorageException when it could not be recorded; nothing is begun then
     */
    public String begin(Plan plan, String author) throws RefusedException, StorageException {
        throw new UnsupportedOperationException();
    }

    /**
     * Looks at whatever operations wait for, on the executor; returns at once. To be called every
     * few seconds: a longer silence is taken for a laptop's sleep, after which the step before is
     * probed again ahead of the next.
     */
    public void poll() {}

    /** Goes on after a stop: the step at which it stands is probed, then tried again. */
    public void tryAgain(String operationId, String author)
            throws RefusedException, StorageException {}

    /** First: no further step is handed out. Again: it is not even watched any more. */
    public void cancel(String operationId, String author)
            throws RefusedException, StorageException {}

    /** Leaves it to a colleague, with a word. */
    public void handOver(String operationId, String word, String author)
            throws RefusedException, StorageException {}

    /** A person says that a step of hands is done, or that what was found is ours and done. */
    public void confirm(String operationId, int step, String author)
            throws RefusedException, StorageException {}

    /**
     * The plan that takes back what the operation made, to be reviewed like any other. Sends no
     * byte.
     *
     * @param now the picture from which a way back is computed, where no step has an inverse
     */
    public Plan undoPlan(String operationId, Collective now) throws RefusedException {
        throw new UnsupportedOperationException();
    }

    /** No step is handed out any more; what runs ends or reaches its deadline. */
    public void stop() {}
}
