package org.ronron.transport.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.ronron.api.ConnectorException;

/** Lets the calls of one endpoint that may change something through one after the other. */
public final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);

    /**
     * Waits for its turn; to be closed when the call has ended.
     *
     * @throws ConnectorException when the deadline passed first; nothing has left then
     */
    public Held take(Site site, String address, Deadline deadline) throws ConnectorException {
        try {
            if (!lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ConnectorException(Faults.late(site, address, deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Faults.stopped(site, address), e);
        }
        return lock::unlock;
    }

    /** A turn that was taken. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
