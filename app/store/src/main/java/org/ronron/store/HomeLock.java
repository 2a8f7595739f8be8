package org.ronron.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** One window per folder: a lock that the system itself lets go when its process dies. */
final class HomeLock implements AutoCloseable {
    /**
     * A POSIX lock belongs to the process, and goes when the process closes the file anywhere: a
     * second opening here must be refused before it touches the file.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static HomeLock take(Home home) throws IOException, StorageException {
        Path file = home.folder().toRealPath().resolve(home.lock().getFileName());
        if (!HELD_BY_THIS_PROCESS.add(file)) {
            throw alreadyOpen(home);
        }
        try {
            return new HomeLock(file, locked(home, file));
        } catch (IOException | StorageException | RuntimeException e) {
            HELD_BY_THIS_PROCESS.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Home home, Path file) throws IOException, StorageException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Home.ownFile(file);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw alreadyOpen(home);
            }
            return channel;
        } catch (IOException | StorageException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StorageException alreadyOpen(Home home) {
        return new StorageException(
                Fault.of(OwnError.ALREADY_OPEN, "", "folder", home.folder().toString()), null);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_BY_THIS_PROCESS.remove(file);
        }
    }
}
