package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Json;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.Journal.ModelEdit;
import org.ronron.core.port.Journal.OperationRow;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Trust.TrustedKey;

/** What is recorded stays as it was recorded, in the order in which it was. */
class AppendOnlyTest {
    @TempDir Path home;
    private final Samples samples = new Samples();
    private final OperationRow operation = samples.operation("C1");

    private Store open() throws Exception {
        return Store.open(home, samples.clock, samples.ids, CrashPoint.NONE);
    }

    @BeforeEach
    void oneRowOfEach() throws Exception {
        try (Store store = open()) {
            store.journal()
                    .begin(
                            operation,
                            samples.event(operation.id(), JournalEvent.WHOLE, Kind.BEGUN));
            store.journal()
                    .outcome(
                            samples.event(operation.id(), 0, Kind.OUTCOME),
                            List.of(),
                            List.of(samples.history("C1", operation.id())));
            store.trust().accept(new TrustedKey("ssh://a:22", "ssh-ed25519", "SHA256:a", 1, "Ada"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation", "event", "history", "trust_history"})
    void evenAnotherProgramCannotChangeRecordedRows(String table) throws Exception {
        try (Db db = Db.writing(new Home(home).database())) {
            List<String> before = rows(db, table);
            assertTrue(!before.isEmpty());
            for (String attempt :
                    List.of(
                            "UPDATE " + table + " SET at = 0",
                            "UPDATE OR IGNORE " + table + " SET format = 9",
                            "DELETE FROM " + table,
                            "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table)) {
                SQLException refused = assertThrows(SQLException.class, () -> db.run(attempt));
                assertTrue(
                        refused.toString().contains(table + " is append-only"), refused::toString);
            }
            assertEquals(before, rows(db, table));
        }
    }

    private static List<String> rows(Db db, String table) throws SQLException {
        return db.query(
                "SELECT * FROM " + table,
                row -> {
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        line.append(row.getString(i)).append('|');
                    }
                    return line.toString();
                });
    }

    @Test
    void everyJournalRowHasAFormatVersion() throws Exception {
        try (Db db = Db.reading(new Home(home).database())) {
            for (String table : List.of("operation", "event", "history", "trust_history")) {
                String without = "SELECT count(*) FROM " + table + " WHERE format <> 1";
                assertEquals("0", db.one(without).orElse(""), table);
            }
        }
    }

    @Test
    void aClockThatGoesBackAnHourChangesNoOrder() throws Exception {
        List<JournalEvent> written = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        OperationRow later;
        try (Store store = open()) {
            written.addAll(store.journal().events(operation.id()));
            lines.add(store.workspace().history("C1", 1).getFirst().id());
            for (int i = 0; i < 20; i++) {
                samples.now.addAndGet(i == 7 ? -3_600_000 : 500);
                JournalEvent event = samples.event(operation.id(), i, Kind.OUTCOME);
                HistoryRow line = samples.history("C1", operation.id());
                store.journal().outcome(event, List.of(), List.of(line));
                written.add(event);
                lines.addFirst(line.id());
            }
            later = samples.operation("C1");
            JournalEvent begun = samples.event(later.id(), JournalEvent.WHOLE, Kind.BEGUN);
            store.journal().begin(later, begun);
        }
        try (Store store = open()) {
            assertEquals(written, store.journal().events(operation.id()));
            assertEquals(
                    lines,
                    store.workspace().history("C1", 100).stream().map(HistoryRow::id).toList());
            assertEquals(List.of(operation, later), store.journal().operations("C1"));
            assertTrue(later.at() < written.get(7).at());
        }
        List<String> ids = written.stream().map(JournalEvent::id).toList();
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void anEventWrittenTwiceOrOfNoOperationIsRefusedWhole() throws Exception {
        try (Store store = open()) {
            JournalEvent again = store.journal().events(operation.id()).getFirst();
            ModelEdit edit = new ModelEdit("C1", "zone-by-hand", "n1", Json.obj());
            Expect.refused(
                    OwnError.STORE_FAILED,
                    () -> store.journal().outcome(again, List.of(edit), List.of()));
            Expect.refused(
                    OwnError.STORE_FAILED,
                    () -> store.journal().append(samples.event("nobody", 0, Kind.INTENT)));
            HistoryRow known = store.workspace().history("C1", 1).getFirst();
            JournalEvent fresh = samples.event(operation.id(), 1, Kind.OUTCOME);
            Expect.refused(
                    OwnError.STORE_FAILED,
                    () -> store.journal().outcome(fresh, List.of(edit), List.of(known)));
            assertEquals(2, store.journal().events(operation.id()).size());
            assertTrue(store.workspace().edits("C1", "zone-by-hand").isEmpty());
        }
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() throws Exception {
        Json deep = Json.obj();
        for (int i = 0; i < 100; i++) {
            deep = Json.arr(List.of(deep));
        }
        Json.Obj body = Json.obj().with("deep", deep);
        JournalEvent event =
                new JournalEvent("X", operation.id(), 0, Kind.PROBED, 1, "Ada", 1, body);
        try (Store store = open()) {
            Expect.refused(OwnError.STORE_FAILED, () -> store.journal().append(event));
            assertEquals(2, store.journal().events(operation.id()).size());
        }
    }

    @Test
    void everyKindOfEventCanBeRecorded() throws Exception {
        try (Store store = open()) {
            for (Kind kind : Kind.values()) {
                store.journal().append(samples.event(operation.id(), 3, kind));
            }
            assertEquals(
                    List.of(Kind.values()),
                    store.journal().events(operation.id()).stream()
                            .filter(event -> event.step() == 3)
                            .map(JournalEvent::kind)
                            .toList());
        }
    }

    @Test
    void manyThreadsWriteAndReadAndEachKeepsItsOrder() throws Exception {
        int threads = 4;
        int each = 50;
        try (Store store = open();
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int step = 10 + t;
                work.add(
                        () -> {
                            for (int i = 0; i < each; i++) {
                                JournalEvent event =
                                        samples.event(operation.id(), step, Kind.PROBED);
                                store.journal().append(event);
                                List<JournalEvent> seen = store.journal().events(operation.id());
                                assertTrue(seen.contains(event));
                            }
                            return null;
                        });
            }
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
            List<JournalEvent> all = store.journal().events(operation.id());
            assertEquals(2 + threads * each, all.size());
            for (int t = 0; t < threads; t++) {
                int step = 10 + t;
                List<String> ids =
                        all.stream()
                                .filter(event -> event.step() == step)
                                .map(JournalEvent::id)
                                .toList();
                assertEquals(ids.stream().sorted().toList(), ids);
            }
        }
    }
}
