package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Journal.ModelEdit;
import org.ronron.core.port.Journal.OperationRow;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** A full disk at INTENT and at OUTCOME: said, and nothing half recorded. */
class DiskFullTest {
    @TempDir Path folder;

    /** SQLite itself stops growing, as on a full disk. */
    @Test
    void aDatabaseThatCannotGrowKeepsAllOrNothing() throws Exception {
        Samples samples = new Samples();
        Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE).close();
        Home home = new Home(folder);
        Faults faults = new Faults(home, new Copies(home, samples.clock, CrashPoint.NONE));
        try (Db db = Db.writing(home.database());
                Db reading = Db.reading(home.database())) {
            Settings.writer(db);
            db.run("PRAGMA max_page_count = " + db.one("PRAGMA page_count").orElse(""));
            SqliteJournal journal =
                    new SqliteJournal(
                            new OneWriter(db, faults, CrashPoint.NONE),
                            new OneReader(reading, faults));
            OperationRow operation = samples.operation("C1");
            JournalEvent begun = samples.event(operation.id(), JournalEvent.WHOLE, Kind.BEGUN);
            journal.begin(operation, begun);

            List<JournalEvent> kept = fill(samples, journal, operation);
            assertEquals(kept, journal.events(operation.id()));
            Fault atOutcome =
                    Expect.refused(
                            OwnError.DISK_FULL,
                            () ->
                                    journal.outcome(
                                            big(samples, operation, Kind.OUTCOME),
                                            List.of(new ModelEdit("C1", "k", "n", Json.obj())),
                                            List.of(samples.history("C1", operation.id()))));
            assertEquals(Map.of("folder", folder.toString()), atOutcome.details());
            assertEquals(kept, journal.events(operation.id()));
            assertEquals("0", reading.one("SELECT count(*) FROM edit").orElse(""));
            assertEquals("0", reading.one("SELECT count(*) FROM history").orElse(""));

            db.run("PRAGMA max_page_count = 100000");
            JournalEvent later = big(samples, operation, Kind.OUTCOME);
            journal.outcome(later, List.of(), List.of());
            kept.add(later);
            assertEquals(kept, journal.events(operation.id()));
        }
    }

    /** Appends INTENTs until there is no room; gives what was acknowledged. */
    private static List<JournalEvent> fill(
            Samples samples, SqliteJournal journal, OperationRow operation)
            throws StorageException {
        List<JournalEvent> kept = new ArrayList<>(journal.events(operation.id()));
        for (int i = 0; i < 1000; i++) {
            JournalEvent intent = big(samples, operation, Kind.INTENT);
            try {
                journal.append(intent);
                kept.add(intent);
            } catch (StorageException e) {
                assertEquals(OwnError.DISK_FULL, e.fault().code());
                return kept;
            }
        }
        throw new AssertionError("the disk never filled");
    }

    private static JournalEvent big(Samples samples, OperationRow operation, Kind kind) {
        return event(samples, operation, kind, 9000);
    }

    private static JournalEvent event(
            Samples samples, OperationRow operation, Kind kind, int size) {
        return new JournalEvent(
                samples.ids.next(),
                operation.id(),
                0,
                kind,
                samples.now.get(),
                "Ada",
                JournalEvent.FORMAT,
                Json.obj().with("found", "x".repeat(size)));
    }

    /** In a child of its own mount namespace: a file system of 3 MiB that is really full. */
    @Test
    void aFullFileSystemLosesNothingThatWasAcknowledged() throws Exception {
        Path unshare = Path.of("/usr/bin/unshare");
        assumeTrue(Files.isExecutable(unshare), "no unshare on this machine");
        List<String> mount =
                List.of(
                        unshare.toString(),
                        "-m",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=3m tmpfs \"$0\" || { echo NO-MOUNT; exit 0; };"
                                + " exec \"$@\"",
                        folder.toString());
        Process child = ChildJvm.start(mount, FullDisk.class, folder.toString());
        List<String> said = ChildJvm.lines(child);
        boolean allowed =
                said.stream()
                        .noneMatch(
                                line ->
                                        line.contains("NO-MOUNT")
                                                || line.contains("unshare failed"));
        assumeTrue(allowed, "this user may not mount a small file system");
        assertEquals("ok", said.getLast(), said::toString);
        assertEquals(0, child.waitFor());
    }

    /** Runs in the small file system. */
    static final class FullDisk {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Samples samples = new Samples();
            OperationRow operation = samples.operation("C1");
            Path ballast = folder.resolve("ballast");
            int acknowledged = 1;
            try (Store store = Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE)) {
                store.journal().begin(operation, samples.event(operation.id(), -1, Kind.BEGUN));
                boolean full = false;
                while (!full) {
                    try {
                        store.journal().append(big(samples, operation, Kind.INTENT));
                        acknowledged++;
                    } catch (StorageException e) {
                        full = e.fault().code() == OwnError.DISK_FULL;
                        System.out.println("intent " + e.fault());
                        assertTrue(full, e.toString());
                    }
                    if (acknowledged == 10) {
                        fillUp(ballast);
                    }
                }
                Expect.refused(
                        OwnError.DISK_FULL,
                        () ->
                                store.journal()
                                        .outcome(
                                                big(samples, operation, Kind.OUTCOME),
                                                List.of(new ModelEdit("C1", "k", "n", Json.obj())),
                                                List.of(samples.history("C1", operation.id()))));
                assertEquals(acknowledged, store.journal().events(operation.id()).size());
                assertEquals(Map.of(), store.workspace().edits("C1", "k"));
                for (int i = 0; i < 3; i++) {
                    store.rescue().keep(samples.event(operation.id(), i, Kind.OUTCOME));
                }
                Path rescued = new Home(folder).rescue(operation.id());
                assertEquals(3, Files.readAllLines(rescued).size());
                Expect.refused(
                        OwnError.DISK_FULL,
                        () ->
                                store.rescue()
                                        .keep(event(samples, operation, Kind.OUTCOME, 400_000)));
                assertEquals(3, Files.readAllLines(rescued).size());
                fillUp(ballast);
                Path fresh = folder.resolve("fresh");
                Fault first =
                        Expect.refused(
                                OwnError.DISK_FULL,
                                () ->
                                        Store.open(
                                                fresh,
                                                samples.clock,
                                                samples.ids,
                                                CrashPoint.NONE));
                assertEquals(fresh.toString(), first.details().get("folder"));
                Files.delete(ballast);
                store.journal().append(big(samples, operation, Kind.OUTCOME));
            }
            try (Store store = Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE)) {
                assertEquals(acknowledged + 1, store.journal().events(operation.id()).size());
                assertEquals(List.of(), store.workspace().history("C1", 10));
            }
            fillUp(ballast);
            Expect.refused(
                    OwnError.DISK_FULL,
                    () -> Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE));
            Files.delete(ballast);
            Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE).close();
            System.out.println("ok");
        }

        private static void fillUp(Path ballast) {
            byte[] block = new byte[4096];
            try (var out =
                    Files.newOutputStream(
                            ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(block);
                }
            } catch (IOException full) {
                System.out.println("full: " + full.getMessage());
            }
        }
    }
}
