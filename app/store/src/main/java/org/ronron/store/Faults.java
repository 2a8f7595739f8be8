package org.ronron.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.sqlite.SQLiteException;

/** Says what an error of SQLite or of a file means for the volunteer. */
record Faults(Home home, Copies copies) {
    /** SQLite's primary result codes (sqlite.org/rescode.html); extended codes add higher bits. */
    private static final int PERM = 3;

    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    private static final long HARDLY_ANYTHING = 256L * 1024;

    StorageException of(SQLException e) {
        int code = e instanceof SQLiteException own ? own.getResultCode().code & 0xff : 0;
        return switch (code) {
            case FULL -> diskFull(e);
            case READONLY, PERM, CANTOPEN -> outOfSpace() ? diskFull(e) : readOnly(e);
            case CORRUPT, NOTADB -> damaged(e);
            case IOERR -> outOfSpace() ? diskFull(e) : failed(e);
            default -> failed(e);
        };
    }

    /** The error of SQLite that a library wrapped, or one that says what the library said. */
    static SQLException sqlCause(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return new SQLException(e.getMessage(), e);
    }

    StorageException of(IOException e) {
        if (outOfSpace()) {
            return diskFull(e);
        }
        boolean forbidden = e instanceof AccessDeniedException || !Files.isWritable(existing());
        return forbidden ? readOnly(e) : failed(e);
    }

    private StorageException diskFull(Exception e) {
        return new StorageException(
                Fault.of(OwnError.DISK_FULL, "", "folder", home.folder().toString()), e);
    }

    StorageException readOnly(Exception e) {
        return new StorageException(about(OwnError.DATABASE_READ_ONLY), e);
    }

    /** A refusal whose only detail is the database's file. */
    StorageException because(OwnError code) {
        return new StorageException(about(code), null);
    }

    private Fault about(OwnError code) {
        return Fault.of(code, "", "file", home.database().toString());
    }

    /** Names the newest copy that is whole; nothing is removed or replaced. */
    StorageException damaged(Exception e) {
        String backup = copies.newestGood().map(Object::toString).orElse("-");
        return new StorageException(about(OwnError.DATABASE_DAMAGED).with("backup", backup), e);
    }

    StorageException newer(String version) {
        return new StorageException(about(OwnError.DATABASE_NEWER).with("version", version), null);
    }

    private StorageException failed(Exception e) {
        String cause =
                e instanceof NoSuchFileException gone
                        ? "no such file: " + gone.getFile()
                        : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return new StorageException(about(OwnError.STORE_FAILED).with("cause", cause), e);
    }

    private Path existing() {
        Path path = home.folder();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private boolean outOfSpace() {
        try {
            return Files.getFileStore(existing()).getUsableSpace() < HARDLY_ANYTHING;
        } catch (IOException unknown) {
            return false;
        }
    }
}
