package org.ronron.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/**
 * The settings of each connection, executed as text and read back: SQLite ignores a pragma that it
 * does not know without a word.
 */
final class Settings {
    /** "Ronr" in ASCII: tells our files from other programs'. */
    static final int APPLICATION_ID = 0x526F6E72;

    /**
     * @param value as written into the pragma
     * @param found as the pragma must answer afterwards
     */
    record Setting(String name, String value, String found) {
        Setting(String name, long value) {
            this(name, Long.toString(value), Long.toString(value));
        }
    }

    private static final List<Setting> COMMON =
            List.of(
                    new Setting("busy_timeout", 10_000),
                    new Setting("trusted_schema", "OFF", "0"),
                    new Setting("cell_size_check", "ON", "1"),
                    new Setting("mmap_size", 0));

    private static final List<Setting> WRITER =
            List.of(
                    new Setting("journal_mode", "WAL", "wal"),
                    new Setting("synchronous", "FULL", "2"),
                    new Setting("fullfsync", "ON", "1"),
                    new Setting("checkpoint_fullfsync", "ON", "1"),
                    new Setting("foreign_keys", "ON", "1"),
                    new Setting("secure_delete", "ON", "1"),
                    new Setting("journal_size_limit", 64L * 1024 * 1024),
                    new Setting("wal_autocheckpoint", 1000));

    private static final List<Setting> READER = List.of(new Setting("query_only", "ON", "1"));

    private Settings() {}

    static void writer(Db db) throws SQLException, StorageException {
        apply(db, COMMON);
        apply(db, WRITER);
    }

    static void reader(Db db) throws SQLException, StorageException {
        apply(db, COMMON);
        apply(db, READER);
    }

    static void apply(Db db, List<Setting> settings) throws SQLException, StorageException {
        for (Setting setting : settings) {
            db.run("PRAGMA " + setting.name() + " = " + setting.value());
        }
        for (Setting setting : settings) {
            String found = db.one("PRAGMA " + setting.name()).orElse("-");
            if (!found.equals(setting.found())) {
                throw refused(setting.name(), found);
            }
        }
    }

    /**
     * Refuses the SQLite releases that can lose data when one connection writes while another
     * checkpoints in WAL mode (3.7.0 to 3.51.2, mended in 3.51.3 and in 3.44.6 and 3.50.7), and
     * 3.52.0, which was withdrawn.
     */
    static void version(String version) throws StorageException {
        String[] parts = version.split("\\.", -1);
        int[] numbers = new int[3];
        for (int i = 0; i < 3; i++) {
            boolean number = i < parts.length && parts[i].matches("[0-9]{1,6}");
            numbers[i] = number ? Integer.parseInt(parts[i]) : 0;
        }
        int minor = numbers[1];
        int patch = numbers[2];
        boolean mended =
                numbers[0] > 3
                        || (numbers[0] == 3
                                && (minor > 52
                                        || (minor == 51 && patch >= 3)
                                        || (minor == 52 && patch > 0)
                                        || (minor == 50 && patch >= 7)
                                        || (minor == 44 && patch >= 6)));
        if (!mended) {
            throw refused("sqlite_version", version);
        }
    }

    static StorageException refused(String setting, String found) {
        return new StorageException(
                Fault.of(
                        OwnError.DATABASE_SETTING,
                        "",
                        "setting",
                        setting.toLowerCase(Locale.ROOT),
                        "found",
                        found),
                null);
    }
}
