package org.ronron.store;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.StorageException;

/** The one connection that writes. */
final class OneWriter implements Writer, AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Db db;
    private final Faults faults;
    private final CrashPoint crash;

    OneWriter(Db db, Faults faults, CrashPoint crash) {
        this.db = db;
        this.faults = faults;
        this.crash = crash;
    }

    @Override
    public void write(String name, Work work) throws StorageException {
        lock.lock();
        try {
            transaction(name, work);
        } catch (SQLException e) {
            throw faults.of(e);
        } finally {
            lock.unlock();
        }
        crash.at("store." + name + ".after-commit");
    }

    /** IMMEDIATE: a transaction that began as a reader could fail later, without waiting. */
    private void transaction(String name, Work work) throws SQLException {
        db.run("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            work.run(db);
            crash.at("store." + name + ".before-commit");
            db.run("COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** A full disk makes SQLite roll back by itself: there may be nothing left to do. */
    private void rollBack() {
        try {
            db.run("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            return;
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
