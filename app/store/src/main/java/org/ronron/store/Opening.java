package org.ronron.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** All that is looked at, and made ready, before the database is used. */
record Opening(Home home, Copies copies, Faults faults, CrashPoint crash) {
    private static final int SMALLEST_PAGE = 512;

    /** Leaves a whole database of this version's schema; the caller holds the folder's lock. */
    void prepare() throws SQLException, IOException, StorageException {
        Path file = home.database();
        if (!Files.exists(file)) {
            if (!copies.none() || Files.exists(Home.wal(file))) {
                throw faults.damaged(new IOException("the database is gone: " + file));
            }
            make();
            return;
        }
        refuseStump();
        if (Home.markedReadOnly(file)) {
            throw faults.readOnly(new IOException("not writable: " + file));
        }
        Leftover.moveAside(home, copies.stamp());
        if (inspect() < Migrations.CURRENT) {
            copies.make();
            migrate(file);
            inspect();
        }
    }

    /**
     * Refuses what must not be written, without writing.
     *
     * @return the schema that the file is marked with
     */
    private int inspect() throws SQLException, StorageException {
        try (Db db = Db.writing(home.database())) {
            db.run("PRAGMA busy_timeout = 10000");
            recognise(db);
            check(db, "PRAGMA quick_check", "ok");
            if (!db.query("PRAGMA foreign_key_check", row -> row.getString(1)).isEmpty()) {
                throw faults.damaged(new IOException("rows refer to rows that are gone"));
            }
            return Migrations.marked(db);
        }
    }

    /** SQLite would take a file shorter than its smallest page for a new database. */
    void refuseStump() throws IOException, StorageException {
        if (Files.size(home.database()) < SMALLEST_PAGE) {
            throw faults.damaged(new IOException("hardly anything is left of it"));
        }
    }

    /** Ours, of a version that we know, by an SQLite that can be trusted with it. */
    void recognise(Db db) throws SQLException, StorageException {
        Settings.version(db.one("SELECT sqlite_version()").orElse(""));
        String application = db.one("PRAGMA application_id").orElse("");
        if (!application.equals(Integer.toString(Settings.APPLICATION_ID))) {
            throw faults.because(OwnError.DATABASE_FOREIGN);
        }
        int found = Migrations.found(db);
        if (found > Migrations.CURRENT) {
            throw faults.newer(Integer.toString(found));
        }
    }

    private void check(Db db, String pragma, String good) throws SQLException, StorageException {
        List<String> found = db.query(pragma, row -> row.getString(1));
        if (!found.equals(List.of(good))) {
            throw faults.damaged(new IOException(pragma + ": " + found.getFirst()));
        }
    }

    /** Under another name until it is whole: a database that is there was never half made. */
    private void make() throws SQLException, IOException, StorageException {
        Path part = home.unfinished();
        for (Path left : List.of(part, Home.wal(part), Home.shm(part))) {
            Files.deleteIfExists(left);
        }
        Files.newByteChannel(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
        Home.ownFile(part);
        try (Db db = Db.writing(part)) {
            db.run("PRAGMA application_id = " + Settings.APPLICATION_ID);
            Settings.writer(db);
        }
        migrate(part);
        Disk.flush(part);
        crash.at("store.create.before-rename");
        Disk.rename(home.folder(), part, home.database());
    }

    private void migrate(Path file) throws SQLException, StorageException {
        try {
            Migrations.run(file);
        } catch (FlywayException e) {
            throw faults.of(Faults.sqlCause(e));
        }
    }
}
