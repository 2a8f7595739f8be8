package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Fault;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.UlidIds;
import org.ronron.core.port.Workspace.CollectiveRow;

/** One window, and any number of readers. */
class SecondOpeningTest {
    private static final CollectiveRow CHATONS = new CollectiveRow("C1", "Chatons", "own");

    @TempDir Path home;
    private final Samples samples = new Samples();

    private Store open() throws StorageException {
        return Store.open(home, samples.clock, samples.ids, CrashPoint.NONE);
    }

    /** Another process tries to open the folder, and says what it was told. */
    static final class Try {
        public static void main(String[] arguments) throws Exception {
            InstantSource clock = InstantSource.system();
            try (Store store =
                    Store.open(
                            Path.of(arguments[0]),
                            clock,
                            new UlidIds(clock, new Random()),
                            CrashPoint.NONE)) {
                System.out.println("OPEN " + store.workspace().collectives().size());
            } catch (StorageException e) {
                System.out.println(e.fault().code());
            }
        }
    }

    private List<String> otherProcess() throws Exception {
        return ChildJvm.lines(ChildJvm.start(List.of(), Try.class, home.toString()));
    }

    @Test
    void aSecondWindowIsRefusedEvenAfterASecondTryInTheFirst() throws Exception {
        try (Store first = open()) {
            Fault fault = Expect.refused(OwnError.ALREADY_OPEN, this::open);
            assertEquals(Map.of("folder", home.toString()), fault.details());
            Path sameByAnotherName = home.resolve("..").resolve(home.getFileName());
            Expect.refused(
                    OwnError.ALREADY_OPEN,
                    () ->
                            Store.open(
                                    sameByAnotherName,
                                    samples.clock,
                                    samples.ids,
                                    CrashPoint.NONE));
            assertEquals(List.of("ALREADY_OPEN"), otherProcess());
            first.workspace().saveCollective(CHATONS);
        }
        assertEquals(List.of("OPEN 1"), otherProcess());
    }

    @Test
    void aFailedOpeningLetsTheFolderGo() throws Exception {
        Files.createFile(new Home(home).database());
        Expect.refused(OwnError.DATABASE_DAMAGED, this::open);
        Files.delete(new Home(home).database());
        open().close();
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        Store store = open();
        store.close();
        store.close();
        open().close();
    }

    @Test
    void aReaderSeesWhatTheWindowCommitsAndWritesNothing() throws Exception {
        try (Store window = open();
                Store reader = Store.openForReading(home, samples.clock)) {
            assertEquals(List.of(), reader.workspace().collectives());
            window.workspace().saveCollective(CHATONS);
            assertEquals(List.of(CHATONS), reader.workspace().collectives());
            Expect.refused(
                    OwnError.DATABASE_READ_ONLY, () -> reader.workspace().saveCollective(CHATONS));
            JournalEvent event = samples.event("x", 0, JournalEvent.Kind.INTENT);
            Expect.refused(OwnError.DATABASE_READ_ONLY, () -> reader.journal().append(event));
            Expect.refused(OwnError.DATABASE_READ_ONLY, () -> reader.rescue().keep(event));
            Expect.refused(OwnError.DATABASE_READ_ONLY, () -> reader.trust().forget("a", "b"));
            samples.now.addAndGet(7 * 86_400_000L);
            assertFalse(reader.copyIfDue());
        }
        byte[] before = Files.readAllBytes(new Home(home).database());
        try (Store reader = Store.openForReading(home, samples.clock)) {
            assertEquals(List.of(CHATONS), reader.workspace().collectives());
        }
        assertArrayEquals(before, Files.readAllBytes(new Home(home).database()));
    }

    @Test
    void readingAFolderWithoutADatabaseFindsNothingAndMakesNothing() throws Exception {
        Path absent = home.resolve("absent");
        try (Store reader = Store.openForReading(absent, samples.clock)) {
            assertEquals(List.of(), reader.workspace().collectives());
            assertEquals(Map.of(), reader.workspace().preferences());
            assertEquals(List.of(), reader.journal().operations("C1"));
            Expect.refused(
                    OwnError.DATABASE_READ_ONLY,
                    () -> reader.workspace().savePreference("theme", "dark"));
            assertFalse(reader.copyIfDue());
        }
        assertFalse(Files.exists(absent));
    }

    @Test
    void aReaderDoesNotMigrate() throws Exception {
        open().close();
        try (Db db = Db.writing(new Home(home).database())) {
            db.run("PRAGMA user_version = 0");
        }
        Fault fault =
                Expect.refused(
                        OwnError.DATABASE_OLDER, () -> Store.openForReading(home, samples.clock));
        assertEquals(Map.of("file", new Home(home).database().toString()), fault.details());
    }

    @Test
    void sideFilesAndCopiesAreOursAlone() throws Exception {
        try (Store store = open()) {
            store.workspace().saveCollective(CHATONS);
            List<String> rights;
            try (Stream<Path> all = Files.walk(home)) {
                rights = all.map(SecondOpeningTest::rights).sorted().toList();
            }
            List<String> files = rights.stream().filter(r -> !r.startsWith("d")).toList();
            assertTrue(files.size() >= 5, rights::toString);
            assertTrue(files.stream().allMatch(r -> r.startsWith("-rw-------")), rights::toString);
            List<String> folders = rights.stream().filter(r -> r.startsWith("d")).toList();
            assertEquals(2, folders.size());
            assertTrue(
                    folders.stream().allMatch(r -> r.startsWith("drwx------")), rights::toString);
        }
    }

    private static String rights(Path path) {
        try {
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            return (Files.isDirectory(path) ? "d" : "-") + rights + " " + path.getFileName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aThrowingCrashPointBeforeTheCommitKeepsNothing() throws Exception {
        CrashPoint dies =
                name -> {
                    if (name.equals("store.collective.before-commit")) {
                        throw new IllegalStateException("died");
                    }
                };
        try (Store store = Store.open(home, samples.clock, samples.ids, dies)) {
            assertThrows(
                    IllegalStateException.class, () -> store.workspace().saveCollective(CHATONS));
            assertEquals(List.of(), store.workspace().collectives());
            store.workspace().savePreference("theme", "dark");
        }
    }
}
