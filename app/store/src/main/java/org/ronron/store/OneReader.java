package org.ronron.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.ronron.core.port.StorageException;

/** The connection that reads, apart from the writer: a read never waits for a commit's flush. */
final class OneReader implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Db db;
    private final Faults faults;

    OneReader(Db db, Faults faults) {
        this.db = db;
        this.faults = faults;
    }

    <T> List<T> read(String sql, Db.Row<T> row, Object... values) throws StorageException {
        lock.lock();
        try {
            return List.copyOf(db.query(sql, row, values));
        } catch (SQLException e) {
            throw e.getCause() instanceof IOException ? faults.damaged(e) : faults.of(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            db.close();
        } finally {
            lock.unlock();
        }
    }
}
