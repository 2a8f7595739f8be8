package org.ronron.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Rescue;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace;

/**
 * Our state in one folder: a SQLite database in WAL mode, {@code ronron.db}, with its daily {@code
 * copies/}. One connection writes and one reads; every change is flushed when its method returns.
 * Safe from any thread; nothing of it may be called on a thread that must not wait for a disk.
 */
public final class Store implements AutoCloseable {
    /** Every name that this room passes to its {@link CrashPoint}. */
    public static final List<String> CRASH_POINTS = CrashNames.ALL;

    private final Kept kept;
    private final boolean writing;
    private final Workspace workspace;
    private final Journal journal;
    private final Trust trust;
    private final Rescue rescue;
    private final Optional<Fault> copyFault;

    private Store(Kept kept, Writer writer, OneReader reader, Ids ids, Optional<Fault> copyFault) {
        this.kept = kept;
        this.copyFault = copyFault;
        writing = writer instanceof OneWriter;
        rescue =
                writing
                        ? new RescueFile(kept.home(), kept.faults())
                        : event -> {
                            throw kept.faults().because(OwnError.DATABASE_READ_ONLY);
                        };
        workspace = new SqliteWorkspace(writer, reader);
        journal = new SqliteJournal(writer, reader);
        trust = new SqliteTrust(writer, reader, kept.copies().clock(), ids);
    }

    /**
     * Opens the folder to work in it, made and migrated where needed, with the day's copy.
     *
     * @param home the one folder of our state, on a local file system
     * @throws StorageException ALREADY_OPEN, BAD_FOLDER, DATABASE_DAMAGED, DATABASE_FOREIGN,
     *     DATABASE_NEWER, DATABASE_READ_ONLY, DATABASE_SETTING, DISK_FULL or STORE_FAILED; nothing
     *     was removed
     */
    public static Store open(Path home, InstantSource clock, Ids ids, CrashPoint crash)
            throws StorageException {
        Kept kept = Kept.of(home, clock, crash);
        try {
            kept.home().prepare();
            kept.add(HomeLock.take(kept.home()));
            new Opening(kept.home(), kept.copies(), kept.faults(), crash).prepare();
            Db writing = kept.add(Db.writing(kept.home().database()));
            Settings.writer(writing);
            kept.ownFiles();
            new RescueFile(kept.home(), kept.faults()).reserve();
            Db reading = kept.add(Db.reading(kept.home().database()));
            Settings.reader(reading);
            OneWriter writer = kept.add(new OneWriter(writing, kept.faults(), crash));
            OneReader reader = kept.add(new OneReader(reading, kept.faults()));
            return new Store(kept, writer, reader, ids, tryCopy(kept));
        } catch (SQLException e) {
            kept.closeQuietly();
            throw kept.faults().of(e);
        } catch (IOException e) {
            kept.closeQuietly();
            throw kept.faults().of(e);
        } catch (StorageException | RuntimeException e) {
            kept.closeQuietly();
            throw e;
        }
    }

    /**
     * Opens what is there to read it, also while a window has it open: takes no lock, migrates and
     * writes nothing. A folder without a database reads as empty. Every change is refused with
     * DATABASE_READ_ONLY.
     *
     * @throws StorageException DATABASE_DAMAGED, DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_OLDER
     *     (opening the window brings it up to date), DATABASE_SETTING or STORE_FAILED
     */
    public static Store openForReading(Path home, InstantSource clock) throws StorageException {
        Kept kept = Kept.of(home, clock, CrashPoint.NONE);
        Faults faults = kept.faults();
        try {
            OneReader reader = kept.add(new OneReader(reading(kept), faults));
            Writer refusing =
                    (name, work) -> {
                        throw faults.because(OwnError.DATABASE_READ_ONLY);
                    };
            Ids none =
                    () -> {
                        throw new IllegalStateException("nothing is written");
                    };
            return new Store(kept, refusing, reader, none, Optional.empty());
        } catch (SQLException e) {
            kept.closeQuietly();
            throw faults.of(e);
        } catch (IOException e) {
            kept.closeQuietly();
            throw faults.of(e);
        } catch (StorageException | RuntimeException e) {
            kept.closeQuietly();
            throw e;
        }
    }

    private static Db reading(Kept kept) throws SQLException, IOException, StorageException {
        Path file = kept.home().database();
        if (!Files.exists(file)) {
            if (!kept.copies().none()) {
                throw kept.faults().damaged(new IOException("the database is gone: " + file));
            }
            Db empty = kept.add(Db.inMemory());
            Migrations.runInMemory(empty);
            return empty;
        }
        Opening opening = new Opening(kept.home(), kept.copies(), kept.faults(), CrashPoint.NONE);
        opening.refuseStump();
        Db db = kept.add(Db.reading(file));
        Settings.reader(db);
        opening.recognise(db);
        if (Migrations.marked(db) < Migrations.CURRENT) {
            throw kept.faults().because(OwnError.DATABASE_OLDER);
        }
        return db;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Journal journal() {
        return journal;
    }

    public Trust trust() {
        return trust;
    }

    /** Files {@code rescue-<operation>.jsonl} in the folder, a line an event. */
    public Rescue rescue() {
        return rescue;
    }

    /** Why the copy at opening could not be made; the store works all the same. */
    public Optional<Fault> copyFault() {
        return copyFault;
    }

    /**
     * Makes the day's copy unless there is one, or the store was opened to read.
     *
     * @return whether one was made
     */
    public boolean copyIfDue() throws StorageException {
        try {
            return writing && kept.copies().makeIfDue();
        } catch (SQLException e) {
            throw kept.faults().of(e);
        } catch (IOException e) {
            throw kept.faults().of(e);
        }
    }

    private static Optional<Fault> tryCopy(Kept kept) {
        try {
            kept.copies().makeIfDue();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(kept.faults().of(e).fault());
        } catch (IOException e) {
            return Optional.of(kept.faults().of(e).fault());
        }
    }

    /** Lets go of the database and then of the folder. Calling it again does nothing. */
    @Override
    public void close() throws StorageException {
        kept.close();
    }
}
