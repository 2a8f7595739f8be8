package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Json;
import org.ronron.core.port.Journal.ModelEdit;
import org.ronron.core.port.Journal.OperationRow;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.Trust.TrustedKey;
import org.ronron.core.port.Workspace.CollectiveRow;
import org.ronron.core.port.Workspace.EndpointRow;

class CrashNamesTest {
    @TempDir Path folder;

    @Test
    void theListIsWhatTheStorePassesAndNoMore() throws Exception {
        Samples samples = new Samples();
        Set<String> passed = new TreeSet<>();
        OperationRow operation = samples.operation("C1");
        ModelEdit edit = new ModelEdit("C1", "notes", "n", Json.obj());
        try (Store store = Store.open(folder, samples.clock, samples.ids, passed::add)) {
            store.workspace().saveCollective(new CollectiveRow("C1", "Chatons", "own"));
            store.workspace()
                    .saveEndpoint(
                            new EndpointRow("E1", "C1", "garage", "G", Map.of(), Map.of(), 0));
            store.workspace().saveObservation("E1", 1, Json.obj());
            store.workspace().removeEndpoint("E1");
            store.workspace().saveEdit(edit, Optional.empty());
            store.workspace().removeEdit("C1", "notes", "n");
            store.workspace().addHistory(samples.history("C1", ""));
            store.workspace().savePreference("theme", "dark");
            store.journal().begin(operation, samples.event(operation.id(), -1, Kind.BEGUN));
            store.journal().append(samples.event(operation.id(), 0, Kind.INTENT));
            store.journal()
                    .outcome(
                            samples.event(operation.id(), 0, Kind.OUTCOME),
                            List.of(edit),
                            List.of());
            store.trust().accept(new TrustedKey("ssh://a:22", "ssh-ed25519", "SHA256:a", 1, "A"));
            store.trust().forget("ssh://a:22", "SHA256:a");
        }
        assertEquals(new TreeSet<>(Store.CRASH_POINTS), passed);
    }
}
