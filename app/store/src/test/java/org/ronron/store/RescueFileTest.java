package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.core.json.JsonText;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;

class RescueFileTest {
    @TempDir Path folder;
    private final Samples samples = new Samples();

    @Test
    void eachEventIsALineOfItsOperationsFile() throws Exception {
        JournalEvent first = samples.event("01ARZ", 0, Kind.OUTCOME);
        JournalEvent second = samples.event("01ARZ", 1, Kind.UNKNOWN);
        try (Store store = Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE)) {
            store.rescue().keep(first);
            store.rescue().keep(second);
            store.rescue().keep(samples.event("../../etc/x", 0, Kind.OUTCOME));
        }
        Path file = folder.resolve("rescue-01ARZ.jsonl");
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertEquals(
                List.of(first.id(), second.id()),
                List.of(
                        JsonText.readObject(lines.getFirst()).text("id").orElse(""),
                        JsonText.readObject(lines.getLast()).text("id").orElse("")));
        assertEquals("UNKNOWN", JsonText.readObject(lines.getLast()).text("kind").orElse(""));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(1, Files.readAllLines(folder.resolve("rescue-______etc_x.jsonl")).size());
    }
}
