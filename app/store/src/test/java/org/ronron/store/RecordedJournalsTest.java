package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.Journal.ModelEdit;
import org.ronron.core.port.Journal.OperationRow;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;

/**
 * Journals that earlier schemas wrote, {@code journals/v<schema>/ronron.db}, and what is to be read
 * from them, {@code expected.jsonl}. A schema's journal is recorded once, with its first release,
 * by {@code mvn test -pl app/store -am -Dtest=RecordedJournalsTest -Djournals.record=true}, and
 * never again: recording refuses to replace one.
 */
class RecordedJournalsTest {
    private static final Path JOURNALS =
            Path.of(System.getProperty("ronron.root", "../.."))
                    .resolve("app/store/src/test/resources/journals");

    @TempDir Path temp;

    static List<Path> recorded() throws Exception {
        try (Stream<Path> all = Files.list(JOURNALS)) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyRecordedJournalIsStillRead(Path journal) throws Exception {
        Files.copy(journal.resolve("ronron.db"), temp.resolve("ronron.db"));
        Samples samples = new Samples();
        List<String> expected = Files.readAllLines(journal.resolve("expected.jsonl"));
        assertFalse(expected.isEmpty());
        try (Store store = Store.open(temp, samples.clock, samples.ids, CrashPoint.NONE)) {
            assertEquals(expected, lines(store));
        }
    }

    @Test
    void thisVersionsSchemaHasItsRecordedJournal() throws Exception {
        if (Boolean.getBoolean("journals.record")) {
            recordOnce();
        }
        List<Path> wanted =
                IntStream.rangeClosed(1, Migrations.CURRENT)
                        .mapToObj(version -> JOURNALS.resolve("v" + version))
                        .toList();
        assertEquals(wanted, recorded());
    }

    private void recordOnce() throws Exception {
        Samples samples = new Samples();
        Path target = JOURNALS.resolve("v" + Migrations.CURRENT);
        assertFalse(Files.exists(target), "it is recorded already");
        List<String> expected;
        try (Store store = Store.open(temp, samples.clock, samples.ids, CrashPoint.NONE)) {
            write(store, samples);
            expected = lines(store);
        }
        Files.createDirectories(target);
        Files.write(target.resolve("expected.jsonl"), expected);
        Files.copy(
                temp.resolve("ronron.db"),
                target.resolve("ronron.db"),
                StandardCopyOption.COPY_ATTRIBUTES);
        assertTrue(expected.size() > 20);
    }

    /** Two operations with an event of every kind, history and edits. */
    private static void write(Store store, Samples samples) throws Exception {
        for (int i = 0; i < 2; i++) {
            OperationRow operation = samples.operation("C1");
            store.journal().begin(operation, samples.event(operation.id(), -1, Kind.BEGUN));
            for (Kind kind : Kind.values()) {
                samples.now.addAndGet(1000);
                JournalEvent event = samples.event(operation.id(), i, kind);
                if (kind == Kind.OUTCOME) {
                    Json.Obj zone = Json.obj().with("zone", "Orsay « été »");
                    store.journal()
                            .outcome(
                                    event,
                                    List.of(new ModelEdit("C1", "zone-by-hand", "n" + i, zone)),
                                    List.of(samples.history("C1", operation.id())));
                } else if (kind != Kind.BEGUN) {
                    store.journal().append(event);
                }
            }
        }
    }

    private static List<String> lines(Store store) throws Exception {
        List<String> lines = new ArrayList<>();
        for (OperationRow operation : store.journal().operations("C1")) {
            lines.add(
                    JsonText.write(
                            Json.obj()
                                    .with("operation", operation.id())
                                    .with("title", operation.title())
                                    .with("plan", operation.plan())
                                    .with("author", operation.author())
                                    .with("at", operation.at())));
            for (JournalEvent event : store.journal().events(operation.id())) {
                lines.add(
                        JsonText.write(
                                Json.obj()
                                        .with("event", event.id())
                                        .with("step", event.step())
                                        .with("kind", event.kind().name())
                                        .with("at", event.at())
                                        .with("author", event.author())
                                        .with("format", event.format())
                                        .with("body", event.body())));
            }
        }
        for (HistoryRow row : store.workspace().history("C1", 100)) {
            lines.add(
                    JsonText.write(
                            Json.obj()
                                    .with("history", row.id())
                                    .with("text", row.text())
                                    .with("at", row.at())
                                    .with("who", row.who())
                                    .with("values", row.values())
                                    .with("operation", row.operationId())));
        }
        store.workspace()
                .edits("C1", "zone-by-hand")
                .forEach(
                        (subject, value) ->
                                lines.add(
                                        JsonText.write(
                                                Json.obj()
                                                        .with("edit", subject)
                                                        .with("value", value))));
        return lines;
    }
}
