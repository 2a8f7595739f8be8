package org.ronron.store;

import java.sql.SQLException;
import org.ronron.core.port.StorageException;

/** Changes the database, one whole transaction at a time. Safe from any thread. */
@FunctionalInterface
interface Writer {
    /** What one transaction does. */
    @FunctionalInterface
    interface Work {
        void run(Db db) throws SQLException;
    }

    /**
     * On the disk when it returns; when it throws, nothing of it was kept.
     *
     * @param name of the transaction, for its crash points
     */
    void write(String name, Work work) throws StorageException;
}
