package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.ronron.core.port.StorageException;

/** SIGKILL between appends and within them: what was acknowledged is there, whole and in order. */
class KillTest {
    private static final int KILLS = 30;
    private static final int FIRST_OPENINGS = 8;

    @TempDir Path folder;
    private final Samples samples = new Samples();

    @Test
    void noAcknowledgedEventIsLost() throws Exception {
        Random random = new Random(20_261_123);
        OperationRow operation = samples.operation("C1");
        try (Store store = open(CrashPoint.NONE)) {
            store.journal().begin(operation, samples.event(operation.id(), -1, Kind.BEGUN));
        }
        List<String> acknowledged = new ArrayList<>();
        int unacknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(
                    killed(
                            operation.id(),
                            kill,
                            1 + random.nextInt(150),
                            random.nextInt(3_000_000)));
            List<String> recorded = check(operation.id());
            assertTrue(recorded.size() >= acknowledged.size());
            assertEquals(acknowledged, recorded.subList(0, acknowledged.size()));
            int more = recorded.size() - acknowledged.size();
            assertTrue(more <= 1, () -> more + " events that nobody asked for");
            unacknowledged += more;
            acknowledged = recorded;
        }
        assertTrue(acknowledged.size() > KILLS);
        System.out.printf(
                "%d kills, %d events, 0 lost, %d committed but not yet acknowledged%n",
                KILLS, acknowledged.size(), unacknowledged);
    }

    /** Lets a child write, and kills it some nanoseconds after some acknowledgements. */
    private List<String> killed(String operation, int run, int lines, long nanos) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Process child =
                ChildJvm.start(
                        List.of(),
                        Writing.class,
                        folder.toString(),
                        operation,
                        Integer.toString(run));
        try (BufferedReader out = ChildJvm.output(child)) {
            String line = out.readLine();
            while (line != null) {
                assertTrue(line.startsWith("ack "), line);
                acknowledged.add(line.substring(4));
                if (acknowledged.size() == lines) {
                    long until = System.nanoTime() + nanos;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    child.toHandle().destroyForcibly(); // the process's own closes our end too
                }
                line = out.readLine();
            }
        }
        assertEquals(137, child.waitFor());
        return acknowledged;
    }

    /** The file is whole, and OUTCOME and the model changed together. */
    private List<String> check(String operation) throws Exception {
        try (Store store = open(CrashPoint.NONE)) {
            List<JournalEvent> events = store.journal().events(operation);
            long outcomes = events.stream().filter(e -> e.kind() == Kind.OUTCOME).count();
            long edits = store.workspace().edits("C1", "count").size();
            assertEquals(outcomes, edits);
            assertEquals(outcomes, store.workspace().history("C1", 1_000_000).size());
            try (Db db = Db.reading(new Home(folder).database())) {
                assertEquals("ok", db.one("PRAGMA integrity_check").orElse(""));
            }
            List<String> ids = events.stream().skip(1).map(JournalEvent::id).toList();
            assertEquals(ids.size(), new HashSet<>(ids).size());
            return new ArrayList<>(ids);
        }
    }

    /** Writes INTENT, OUTCOME, INTENT, OUTCOME, … until it is killed. */
    static final class Writing {
        public static void main(String[] arguments) throws Exception {
            Samples samples = new Samples();
            String run = arguments[2];
            try (Store store = openAt(Path.of(arguments[0]), samples, CrashPoint.NONE)) {
                for (int i = 0; i < 100_000; i++) {
                    String id = "%s-%06d".formatted(run, i);
                    Kind kind = i % 2 == 0 ? Kind.INTENT : Kind.OUTCOME;
                    JournalEvent event =
                            new JournalEvent(id, arguments[1], i, kind, i, "Ada", 1, Json.obj());
                    if (kind == Kind.INTENT) {
                        store.journal().append(event);
                    } else {
                        outcome(store, samples, event);
                    }
                    System.out.println("ack " + id);
                    System.out.flush();
                }
            }
        }

        private static void outcome(Store store, Samples samples, JournalEvent event)
                throws StorageException {
            store.journal()
                    .outcome(
                            event,
                            List.of(new ModelEdit("C1", "count", event.id(), Json.obj())),
                            List.of(
                                    new HistoryRow(
                                            "H" + event.id(),
                                            "C1",
                                            samples.now.get(),
                                            "Ada",
                                            "x",
                                            Json.obj(),
                                            event.operationId())));
        }
    }

    /**
     * A first opening makes the folder, migrates and copies: killed anywhere, the next one works.
     */
    @Test
    void aFirstOpeningMayDieAnywhere() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < FIRST_OPENINGS; i++) {
            Path fresh = folder.resolve("fresh-" + i);
            Process child = ChildJvm.start(List.of(), Halting.class, fresh.toString(), "-");
            child.waitFor(60 + random.nextInt(400), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            try (Store store = openAt(fresh, samples, CrashPoint.NONE)) {
                store.workspace().savePreference("name", "Ada");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store.create.before-rename",
                "store.copy.before-rename",
                "store.begin.before-commit",
                "store.begin.after-commit",
                "store.append.before-commit",
                "store.append.after-commit",
                "store.outcome.before-commit",
                "store.outcome.after-commit"
            })
    void deathAtACrashPointLeavesAllOrNothing(String point) throws Exception {
        Process child = ChildJvm.start(List.of(), Halting.class, folder.toString(), point);
        List<String> said = ChildJvm.lines(child);
        assertEquals(9, child.waitFor(), said::toString);
        int done = said.size() + (point.endsWith("after-commit") ? 1 : 0);
        try (Store store = open(CrashPoint.NONE)) {
            List<OperationRow> operations = store.journal().operations("C1");
            assertEquals(done > 0 ? 1 : 0, operations.size());
            int events =
                    operations.isEmpty()
                            ? 0
                            : store.journal().events(operations.getFirst().id()).size();
            assertEquals(done, events);
            assertEquals(done == 3 ? 1 : 0, store.workspace().edits("C1", "k").size());
        }
    }

    /** Begins, appends and records an outcome, a line each, and halts at the point it was told. */
    static final class Halting {
        public static void main(String[] arguments) throws Exception {
            Samples samples = new Samples();
            CrashPoint halt =
                    name -> {
                        if (name.equals(arguments[1])) {
                            Runtime.getRuntime().halt(9);
                        }
                    };
            try (Store store = openAt(Path.of(arguments[0]), samples, halt)) {
                OperationRow operation = samples.operation("C1");
                store.journal().begin(operation, samples.event(operation.id(), -1, Kind.BEGUN));
                System.out.println("begun");
                store.journal().append(samples.event(operation.id(), 0, Kind.INTENT));
                System.out.println("intent");
                store.journal()
                        .outcome(
                                samples.event(operation.id(), 0, Kind.OUTCOME),
                                List.of(new ModelEdit("C1", "k", "n", Json.obj())),
                                List.of());
                System.out.println("outcome");
            }
        }
    }

    private Store open(CrashPoint crash) throws StorageException {
        return openAt(folder, samples, crash);
    }

    private static Store openAt(Path at, Samples samples, CrashPoint crash)
            throws StorageException {
        return Store.open(at, samples.clock, samples.ids, crash);
    }
}
