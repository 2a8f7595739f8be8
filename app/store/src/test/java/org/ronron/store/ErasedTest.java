package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Json;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Journal;
import org.ronron.core.port.Workspace.CollectiveRow;

/** What is erased, whom to write to say, is in no page of the database any more. */
class ErasedTest {
    private static final String EMAIL = "ada.lovelace@asso.test";

    @TempDir Path folder;
    private final Samples samples = new Samples();

    @Test
    void nothingOfItIsLeftInTheFile() throws Exception {
        keep(Json.obj().with("email", EMAIL));
        assertEquals(List.of("ronron.db"), holding());
        keep(Json.obj());
        assertEquals(List.of(), holding());
    }

    private void keep(Json.Obj contact) throws Exception {
        try (Store store =
                Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE)) {
            store.workspace().saveCollective(new CollectiveRow("C1", "Ours", "own"));
            for (int i = 0; i < 50; i++) {
                Json.Obj request =
                        Json.obj()
                                .with("purpose", "to purr ".repeat(i))
                                .with("contact", contact);
                store.workspace()
                        .saveEdit(
                                new Journal.ModelEdit("C1", "request", "r" + i, request),
                                Optional.empty());
            }
        }
    }

    /** The files that hold it, but for copies, which go after thirty days. */
    private List<String> holding() throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (bytes.contains(EMAIL)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        assertTrue(Files.exists(folder.resolve("ronron.db")));
        return found;
    }
}
