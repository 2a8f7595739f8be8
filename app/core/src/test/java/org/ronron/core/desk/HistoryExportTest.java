package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.OwnError;

/** The history as a file: all of it, not only what is shown. */
class HistoryExportTest {
    private static final int LINES = 1200;

    private final Rig rig = new Rig();

    private static byte[] form(List<HistoryRow> rows) {
        return rows.stream()
                .map(HistoryRow::text)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void holdsMoreThanIsShownNewestFirst() throws Exception {
        rig.done(rig.desk.start());
        rig.done(rig.desk.create("Ours", "own"));
        String id = rig.desk.state().collective().orElseThrow().id();
        for (int i = 0; i < LINES; i++) {
            HistoryRow row = new HistoryRow("r" + i, id, i, "Camille", "t" + i, Json.obj(), "");
            rig.workspace.addHistory(row);
        }
        rig.done(rig.desk.setNotes("zone:a", org.ronron.core.model.Notes.EMPTY));
        assertTrue(rig.history().size() < LINES);
        rig.done(rig.desk.exportHistory("/tmp/history.csv", HistoryExportTest::form));
        List<String> written =
                rig.files.texts.getOrDefault("/tmp/history.csv", "").lines().toList();
        assertEquals(LINES + 2, written.size());
        assertEquals("history.notes", written.getFirst());
        assertEquals("history.created", written.getLast());
    }

    @Test
    void withNoCollectiveThereIsNothingToWrite() {
        rig.done(rig.desk.start());
        assertEquals(
                OwnError.INTERNAL,
                rig.refused(rig.desk.exportHistory("/tmp/h.csv", HistoryExportTest::form)).code());
        assertTrue(rig.files.texts.isEmpty());
    }

    @Test
    void anyFileOfThePersonsChoosingIsMadeByTheDesk() {
        rig.done(rig.desk.start());
        rig.done(rig.desk.exportFile("/tmp/picture", () -> new byte[] {'a', 'b'}));
        assertEquals("ab", rig.files.texts.get("/tmp/picture"));
    }
}
