package org.ronron.core.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.Rescue;
import org.ronron.core.port.StorageException;

/** Stops all operations of this process, when an outcome cannot be kept or the program ends. */
final class Standstill {
    private final Rescue rescue;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    Standstill(Rescue rescue) {
        this.rescue = rescue;
    }

    boolean now() {
        return lost.get() || closed.get();
    }

    /** Keeps an outcome that the journal did not take, where a person can find it. */
    void lost(JournalEvent outcome) throws StorageException {
        lost.set(true);
        rescue.keep(outcome);
    }

    /** The journal takes events again. */
    void journalWrites() {
        lost.set(false);
    }

    void close() {
        closed.set(true);
    }
}
