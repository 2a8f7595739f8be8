package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Journal.OperationRow;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;

/** What a power cut may leave of the {@code -wal}: cut at any sector, or with a garbled one. */
class PowerCutTest {
    private static final int SECTOR = 512;
    private static final int GARBLES = 100;

    @TempDir Path folder;
    private final Samples samples = new Samples();
    private final OperationRow operation = samples.operation("C1");

    @Test
    void theJournalIsAPrefixOfWhatWasWrittenWhereverTheLogIsCut() throws Exception {
        Path live = folder.resolve("live");
        List<String> written = new ArrayList<>();
        byte[] database;
        byte[] wal;
        try (Store store = Store.open(live, samples.clock, samples.ids, CrashPoint.NONE)) {
            database = Files.readAllBytes(new Home(live).database());
            add(written, samples.event(operation.id(), -1, Kind.BEGUN), true, store);
            for (int i = 0; i < 25; i++) {
                add(written, samples.event(operation.id(), i, Kind.INTENT), false, store);
            }
            wal = Files.readAllBytes(Home.wal(new Home(live).database()));
        }
        int least = written.size();
        assertEquals(written.size(), prefix(database, wal, written));
        for (int length = 0; length <= wal.length; length += SECTOR) {
            least = Math.min(least, prefix(database, Arrays.copyOf(wal, length), written));
        }
        assertEquals(0, least);
        Random random = new Random(11);
        for (int i = 0; i < GARBLES; i++) {
            byte[] garbled = wal.clone();
            int sector = random.nextInt(wal.length / SECTOR) * SECTOR;
            byte[] noise = new byte[SECTOR];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, garbled, sector, Math.min(SECTOR, wal.length - sector));
            prefix(database, garbled, written);
        }
        System.out.printf(
                "%d cuts and %d garbled sectors: a prefix each time%n",
                wal.length / SECTOR + 1, GARBLES);
    }

    private void add(List<String> written, JournalEvent event, boolean first, Store store)
            throws Exception {
        if (first) {
            store.journal().begin(operation, event);
        } else {
            store.journal().append(event);
        }
        written.add(event.id());
    }

    /** Opens what was left, and gives how many events it holds. */
    private int prefix(byte[] database, byte[] wal, List<String> written) throws Exception {
        Path left = folder.resolve("left.db");
        Files.write(left, database);
        Files.write(Home.wal(left), wal);
        Files.deleteIfExists(Home.shm(left));
        try (Db db = Db.writing(left)) {
            assertEquals("ok", db.one("PRAGMA integrity_check").orElse(""));
            List<String> found =
                    db.query("SELECT id FROM event ORDER BY seq", row -> row.getString(1));
            assertTrue(found.size() <= written.size());
            assertEquals(written.subList(0, found.size()), found);
            assertEquals(
                    found.isEmpty() ? "0" : "1",
                    db.one("SELECT count(*) FROM operation").orElse(""));
            return found.size();
        }
    }
}
