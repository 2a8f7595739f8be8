package org.ronron.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** Where everything lies in the one folder of our state. */
record Home(Path folder) {
    private static final Set<PosixFilePermission> OURS =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    Path database() {
        return folder.resolve("ronron.db");
    }

    /** A database under construction: it gets its name only when it is whole. */
    Path unfinished() {
        return folder.resolve("ronron.db.new");
    }

    Path lock() {
        return folder.resolve("app.lock");
    }

    Path copies() {
        return folder.resolve("copies");
    }

    /** Room that is set aside for {@link #rescue}. */
    Path reserve() {
        return folder.resolve("rescue.reserve");
    }

    Path rescue(String operationId) {
        return folder.resolve("rescue-" + operationId.replaceAll("[^0-9A-Za-z-]", "_") + ".jsonl");
    }

    /** What SQLite keeps beside a database while it is open, or after a crash. */
    static Path wal(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    static Path shm(Path database) {
        return database.resolveSibling(database.getFileName() + "-shm");
    }

    /** Makes the folder, ours alone, where a database can be kept safely. */
    void prepare() throws IOException, StorageException {
        try {
            Files.createDirectories(folder);
            own(folder, OURS);
            Files.createDirectories(copies());
            own(copies(), OURS);
            refuseNetwork(type());
        } catch (FileAlreadyExistsException notAFolder) {
            throw badFolder("file", notAFolder);
        }
    }

    /** The file system's name; empty where it is on no list of mounts, as in a bare chroot. */
    private String type() {
        try {
            return Files.getFileStore(folder).type();
        } catch (IOException notListed) {
            return "";
        }
    }

    /**
     * WAL needs shared memory and POSIX locks that hold: network file systems give neither, and
     * what lies behind FUSE cannot be known, but for a rootless container's own layers.
     */
    void refuseNetwork(String type) throws StorageException {
        String kind = type.toLowerCase(Locale.ROOT);
        boolean network =
                kind.startsWith("nfs")
                        || kind.startsWith("cifs")
                        || kind.startsWith("smb")
                        || (kind.startsWith("fuse") && !kind.endsWith("fuse-overlayfs"))
                        || kind.startsWith("afs")
                        || kind.startsWith("webdav")
                        || kind.startsWith("davfs");
        if (network) {
            throw badFolder(kind, null);
        }
    }

    private StorageException badFolder(String kind, @Nullable Exception cause) {
        return new StorageException(
                Fault.of(OwnError.BAD_FOLDER, "", "folder", folder.toString(), "kind", kind),
                cause);
    }

    /** Makes a file readable by us alone, where the file system knows such rights. */
    static void ownFile(Path file) throws IOException {
        try {
            own(file, FILE);
        } catch (NoSuchFileException gone) {
            return; // SQLite removes its side files by itself.
        }
    }

    private static void own(Path path, Set<PosixFilePermission> rights) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null && !view.readAttributes().permissions().equals(rights)) {
            view.setPermissions(rights);
        }
    }

    /** Whether somebody took the right to write away from a file's owner; root is not exempt. */
    static boolean markedReadOnly(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null
                ? !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE)
                : !Files.isWritable(file);
    }
}
