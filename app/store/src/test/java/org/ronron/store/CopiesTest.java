package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace.CollectiveRow;

/** The daily copy: whole, at most one a day, seven days and four weeks of them. */
class CopiesTest {
    private static final long DAY = 86_400_000L;
    private static final long HOUR = 3_600_000L;

    @TempDir Path folder;
    private Home home;
    private final Samples samples = new Samples();

    @BeforeEach
    void home() {
        home = new Home(folder);
    }

    private Store open() throws StorageException {
        return Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE);
    }

    private List<String> copies() throws Exception {
        try (Stream<Path> files = Files.list(home.copies())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void oneADayHoweverOftenItIsOpenedAndAskedFor() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Store store = open()) {
                assertFalse(store.copyIfDue());
                samples.now.addAndGet(60_000);
            }
        }
        assertEquals(List.of("ronron-2026-11-23T211500Z.db"), copies());
        try (Store store = open()) {
            samples.now.addAndGet(4 * HOUR);
            assertTrue(store.copyIfDue());
            assertFalse(store.copyIfDue());
            samples.now.addAndGet(-4 * HOUR);
            assertFalse(store.copyIfDue(), "the clock went back over midnight");
        }
        assertEquals(2, copies().size());
    }

    @Test
    void aCopyFromAFarFutureDoesNotStopTheDailyOnes() throws Exception {
        long today = samples.now.get();
        samples.now.set(Instant.parse("2061-01-01T00:00:00Z").toEpochMilli());
        open().close();
        samples.now.set(today);
        open().close();
        assertEquals(2, copies().size());
    }

    @Test
    void sevenDaysAndFourWeeksAreKept() throws Exception {
        open().close();
        Copies copies = new Copies(home, samples.clock, CrashPoint.NONE);
        for (int day = 1; day < 60; day++) {
            samples.now.addAndGet(DAY);
            assertTrue(copies.makeIfDue());
        }
        // 2027-01-21, a Thursday: its week and the end of the one before are the seven days.
        assertEquals(
                List.of(
                        "ronron-2026-12-27T211500Z.db",
                        "ronron-2027-01-03T211500Z.db",
                        "ronron-2027-01-10T211500Z.db",
                        "ronron-2027-01-14T211500Z.db",
                        "ronron-2027-01-15T211500Z.db",
                        "ronron-2027-01-16T211500Z.db",
                        "ronron-2027-01-17T211500Z.db",
                        "ronron-2027-01-18T211500Z.db",
                        "ronron-2027-01-19T211500Z.db",
                        "ronron-2027-01-20T211500Z.db",
                        "ronron-2027-01-21T211500Z.db"),
                copies());
    }

    /** After a summer without the program; the copy that was made last stays however old it is. */
    @Test
    void aCopyOlderThanThirtyDaysGoes() throws Exception {
        open().close();
        Copies copies = new Copies(home, samples.clock, CrashPoint.NONE);
        samples.now.addAndGet(DAY);
        assertTrue(copies.makeIfDue());
        samples.now.addAndGet(31 * DAY);
        assertEquals(
                List.of("ronron-2026-11-23T211500Z.db", "ronron-2026-11-24T211500Z.db"), copies());
        assertTrue(copies.makeIfDue());
        assertEquals(List.of("ronron-2026-12-25T211500Z.db"), copies());
        samples.now.addAndGet(30 * DAY);
        assertTrue(copies.makeIfDue());
        assertEquals(
                List.of("ronron-2026-12-25T211500Z.db", "ronron-2027-01-24T211500Z.db"),
                copies(),
                "thirty days to the second are not more");
    }

    @Test
    void filesOfAnotherNameAreLeftAlone() throws Exception {
        open().close();
        Path theirs = Files.writeString(home.copies().resolve("ronron-before-party.db"), "x");
        for (int day = 1; day < 40; day++) {
            samples.now.addAndGet(DAY);
            new Copies(home, samples.clock, CrashPoint.NONE).makeIfDue();
        }
        assertTrue(Files.exists(theirs));
    }

    /** The restore that the error's remedy tells: the copy in the damaged file's place. */
    @Test
    void aCopyPutInPlaceOfADamagedDatabaseBringsItsContentAndNothingOfTheDamage() throws Exception {
        CollectiveRow before = new CollectiveRow("C1", "Before the copy", "own");
        CollectiveRow after = new CollectiveRow("C2", "After the copy", "own");
        try (Store store = open()) {
            store.workspace().saveCollective(before);
            samples.now.addAndGet(DAY);
            assertTrue(store.copyIfDue());
            store.workspace().saveCollective(after);
            // As a crash leaves it: with the pages of C2 only in the -wal.
            Files.copy(Home.wal(home.database()), folder.resolve("wal-of-the-crash"));
        }
        Files.writeString(home.database(), "garbage".repeat(1000));
        String backup =
                Expect.refused(OwnError.DATABASE_DAMAGED, this::open).details().get("backup");
        assertEquals(home.copies().resolve("ronron-2026-11-24T211500Z.db").toString(), backup);

        Files.move(home.database(), folder.resolve("damaged.db"));
        Files.copy(Path.of(Objects.requireNonNull(backup)), home.database());
        Files.copy(
                folder.resolve("wal-of-the-crash"),
                Home.wal(home.database()),
                StandardCopyOption.REPLACE_EXISTING);
        try (Store store = open()) {
            assertEquals(List.of(before), store.workspace().collectives());
            store.workspace().saveCollective(after);
        }
        assertTrue(
                Files.exists(folder.resolve("ronron.db-wal.2026-11-24T211500Z")),
                "the old -wal is kept aside");
        try (Store store = open()) {
            assertEquals(List.of(after, before), store.workspace().collectives());
        }
    }

    @Test
    void anOlderSchemaIsCopiedBeforeItIsMigrated() throws Exception {
        open().close();
        try (Db db = Db.writing(home.database())) {
            db.run("PRAGMA user_version = 0");
        }
        samples.now.addAndGet(60_000);
        open().close();
        assertEquals(
                List.of("ronron-2026-11-23T211500Z.db", "ronron-2026-11-23T211600Z.db"), copies());
        try (Db copy = Db.reading(home.copies().resolve("ronron-2026-11-23T211600Z.db"));
                Db db = Db.reading(home.database())) {
            assertEquals("0", copy.one("PRAGMA user_version").orElse(""));
            assertEquals("1", db.one("PRAGMA user_version").orElse(""));
        }
    }

    @Test
    void aCopyThatCannotBeMadeIsToldButStopsNothing() throws Exception {
        Files.createDirectories(home.copies().resolve("ronron-unfinished/in-the-way"));
        try (Store store = open()) {
            assertEquals(OwnError.STORE_FAILED, store.copyFault().orElseThrow().code());
            store.workspace().savePreference("name", "Ada");
            Expect.refused(OwnError.STORE_FAILED, store::copyIfDue);
        }
    }
}
