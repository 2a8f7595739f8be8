package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Fault;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.OwnError;
import org.ronron.store.Settings.Setting;

class SettingsTest {
    @TempDir Path home;
    private final Samples samples = new Samples();

    @Test
    void theWriterHasTheWholeSheet() throws Exception {
        try (Db db = Db.writing(home.resolve("x.db"))) {
            Settings.writer(db);
            Map<String, String> sheet =
                    Map.ofEntries(
                            Map.entry("journal_mode", "wal"),
                            Map.entry("synchronous", "2"),
                            Map.entry("foreign_keys", "1"),
                            Map.entry("secure_delete", "1"),
                            Map.entry("busy_timeout", "10000"),
                            Map.entry("trusted_schema", "0"),
                            Map.entry("cell_size_check", "1"),
                            Map.entry("mmap_size", "0"),
                            Map.entry("journal_size_limit", "67108864"),
                            Map.entry("wal_autocheckpoint", "1000"),
                            Map.entry("fullfsync", "1"),
                            Map.entry("checkpoint_fullfsync", "1"));
            for (Map.Entry<String, String> line : sheet.entrySet()) {
                assertEquals(
                        line.getValue(),
                        db.one("PRAGMA " + line.getKey()).orElse("-"),
                        line::getKey);
            }
        }
    }

    @Test
    void aSettingThatDoesNotTakeIsRefused() throws Exception {
        try (Db db = Db.writing(home.resolve("x.db"))) {
            Fault unknown =
                    Expect.refused(
                            OwnError.DATABASE_SETTING,
                            () -> Settings.apply(db, List.of(new Setting("fullsync", "ON", "1"))));
            assertEquals(Map.of("setting", "fullsync", "found", "-"), unknown.details());
        }
        try (Db memory = Db.inMemory()) {
            Fault other =
                    Expect.refused(
                            OwnError.DATABASE_SETTING,
                            () ->
                                    Settings.apply(
                                            memory,
                                            List.of(new Setting("journal_mode", "WAL", "wal"))));
            assertEquals(Map.of("setting", "journal_mode", "found", "memory"), other.details());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.54.1", "3.44.6", "3.50.7", "3.53.0", "4.0.0"})
    void goodVersionsPass(String version) {
        assertDoesNotThrow(() -> Settings.version(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.51.2", "3.52.0", "3.44.5", "3.45.9", "3.50.6", "3.40.1", "2.9.9", "", "x"
            })
    void versionsThatLoseDataAreRefused(String version) {
        Fault fault = Expect.refused(OwnError.DATABASE_SETTING, () -> Settings.version(version));
        assertEquals("sqlite_version", fault.details().get("setting"));
        assertEquals(version, fault.details().get("found"));
    }

    @Test
    void theFileSaysWhoseItIsAndEveryTableIsStrict() throws Exception {
        Store.open(home, samples.clock, samples.ids, CrashPoint.NONE).close();
        try (Db db = Db.reading(new Home(home).database())) {
            assertEquals("1383034482", db.one("PRAGMA application_id").orElse(""));
            assertEquals("1", db.one("PRAGMA user_version").orElse(""));
            String loose =
                    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                            + " AND NOT strict AND name NOT LIKE 'sqlite_%'";
            assertEquals(
                    List.of("flyway_schema_history"), db.query(loose, row -> row.getString(1)));
        }
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefused() throws Exception {
        try (Db db = Db.writing(new Home(home).database())) {
            db.run("CREATE TABLE moz_places (id INTEGER)");
            db.run("PRAGMA application_id = 7");
        }
        Fault fault =
                Expect.refused(
                        OwnError.DATABASE_FOREIGN,
                        () -> Store.open(home, samples.clock, samples.ids, CrashPoint.NONE));
        assertEquals(Map.of("file", new Home(home).database().toString()), fault.details());
        Expect.refused(OwnError.DATABASE_FOREIGN, () -> Store.openForReading(home, samples.clock));
    }

    @Test
    void theReaderCannotWrite() throws Exception {
        Store.open(home, samples.clock, samples.ids, CrashPoint.NONE).close();
        try (Db db = Db.reading(new Home(home).database())) {
            Settings.reader(db);
            SQLException refused =
                    assertThrows(
                            SQLException.class,
                            () -> db.run("INSERT INTO preference VALUES ('a', 'b')"));
            assertTrue(refused.toString().contains("READONLY"), refused::toString);
        }
    }
}
