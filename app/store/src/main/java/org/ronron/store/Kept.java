package org.ronron.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.StorageException;

/** What an open store holds, to be let go in the other order. */
record Kept(Home home, Copies copies, Faults faults, Deque<AutoCloseable> open) {
    static Kept of(Path folder, InstantSource clock, CrashPoint crash) {
        Home home = new Home(folder.toAbsolutePath().normalize());
        Copies copies = new Copies(home, clock, crash);
        return new Kept(home, copies, new Faults(home, copies), new ConcurrentLinkedDeque<>());
    }

    <T extends AutoCloseable> T add(T next) {
        open.push(next);
        return next;
    }

    /** SQLite gives its side files the rights of the database; one made by hand may have others. */
    void ownFiles() throws IOException {
        Path file = home.database();
        for (Path each : List.of(file, Home.wal(file), Home.shm(file))) {
            Home.ownFile(each);
        }
    }

    void close() throws StorageException {
        @Nullable StorageException first = null;
        for (AutoCloseable one = open.poll(); one != null; one = open.poll()) {
            @Nullable StorageException failed = letGo(one);
            first = first == null ? failed : first;
        }
        if (first != null) {
            throw first;
        }
    }

    /** After a failure, which matters more than one of closing. */
    void closeQuietly() {
        for (AutoCloseable one = open.poll(); one != null; one = open.poll()) {
            letGo(one);
        }
    }

    private @Nullable StorageException letGo(AutoCloseable one) {
        try {
            one.close();
            return null;
        } catch (SQLException e) {
            return faults.of(e);
        } catch (IOException e) {
            return faults.of(e);
        } catch (Exception e) {
            return faults.of(new IOException(e));
        }
    }
}
