package org.ronron.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a damaged database leaves beside the copy that was put in its place. SQLite takes any {@code
 * -wal} that bears the database's name for its own and would write the old pages into the copy.
 */
final class Leftover {
    /** "File format write version" of the SQLite file format: 1 is a rollback journal, 2 WAL. */
    private static final int WRITE_VERSION = 18;

    private static final int ROLLBACK = 1;

    private Leftover() {}

    /**
     * Moves it aside, when the database never was in WAL mode: only a fresh copy is so. To be
     * called before SQLite opens the file, since closing it here would drop SQLite's locks.
     */
    static void moveAside(Home home, String stamp) throws IOException {
        Path database = home.database();
        if (!Files.exists(Home.wal(database)) || writeVersion(database) != ROLLBACK) {
            return;
        }
        for (Path left : List.of(Home.shm(database), Home.wal(database))) {
            if (Files.exists(left)) {
                Path aside = left.resolveSibling(left.getFileName() + "." + stamp);
                Disk.rename(home.folder(), left, aside);
            }
        }
    }

    private static int writeVersion(Path database) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(database)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            in.position(WRITE_VERSION);
            return in.read(one) == 1 ? one.get(0) : -1;
        }
    }
}
