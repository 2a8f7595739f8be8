package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Json;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.Journal.ModelEdit;
import org.ronron.core.port.Journal.OperationRow;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust.TrustedKey;
import org.ronron.core.port.Workspace.CollectiveRow;
import org.ronron.core.port.Workspace.EndpointRow;

/** What is written is read again, by the same store and by the next one. */
class StoreRoundTripTest {
    @TempDir Path home;
    private final Samples samples = new Samples();

    @BeforeEach
    void collective() throws StorageException {
        try (Store store = open()) {
            store.workspace().saveCollective(new CollectiveRow("C1", "Chatonnerie", "own"));
        }
    }

    private Store open() throws StorageException {
        return Store.open(home, samples.clock, samples.ids, CrashPoint.NONE);
    }

    @Test
    void collectivesComeByName() throws StorageException {
        CollectiveRow b = new CollectiveRow("C2", "Les Bébés « chats » ' \" \n", "sample");
        try (Store store = open()) {
            store.workspace().saveCollective(new CollectiveRow("C2", "Autre", "practice"));
            store.workspace().saveCollective(b);
        }
        try (Store store = open()) {
            assertEquals(
                    List.of(new CollectiveRow("C1", "Chatonnerie", "own"), b),
                    store.workspace().collectives());
        }
    }

    @Test
    void endpointsKeepTheirSettingsAndGoWithTheirObservation() throws StorageException {
        EndpointRow row =
                new EndpointRow(
                        "E1",
                        "C1",
                        "garage",
                        "Garage Orsay",
                        Map.of("url", "http://[::1]:3903", "ténèbres", "oui"),
                        Map.of("token", "garage/E1/token"),
                        0);
        EndpointRow writable =
                new EndpointRow("E1", "C1", "garage", "Garage", row.settings(), row.secrets(), 99L);
        Json.Obj seen = Json.obj().with("nodes", Json.arr(List.of(Json.of(5))));
        try (Store store = open()) {
            store.workspace().saveEndpoint(row);
            assertEquals(List.of(row), store.workspace().endpoints("C1"));
            store.workspace().saveEndpoint(writable);
            store.workspace().saveObservation("E1", 1, Json.obj());
            store.workspace().saveObservation("E1", 2, seen);
        }
        try (Store store = open()) {
            assertEquals(List.of(writable), store.workspace().endpoints("C1"));
            assertEquals(Optional.of(seen), store.workspace().observation("E1"));
            store.workspace().removeEndpoint("E1");
            assertEquals(List.of(), store.workspace().endpoints("C1"));
            store.workspace().saveObservation("E1", 3, seen);
            assertEquals(Optional.empty(), store.workspace().observation("E1"));
        }
    }

    @Test
    void anOutcomeBringsItsEditsAndHistory() throws StorageException {
        OperationRow operation = samples.operation("C1");
        JournalEvent begun =
                samples.event(operation.id(), JournalEvent.WHOLE, JournalEvent.Kind.BEGUN);
        JournalEvent outcome = samples.event(operation.id(), 0, JournalEvent.Kind.OUTCOME);
        HistoryRow first = samples.history("C1", operation.id());
        HistoryRow line = samples.history("C1", operation.id());
        Json.Obj zone = Json.obj().with("zone", "orsay");
        try (Store store = open()) {
            store.journal().begin(operation, begun, List.of(first));
            store.journal()
                    .outcome(
                            outcome,
                            List.of(
                                    new ModelEdit("C1", "zone-by-hand", "n1", Json.obj()),
                                    new ModelEdit("C1", "zone-by-hand", "n1", zone)),
                            List.of(line));
        }
        try (Store store = open()) {
            assertEquals(List.of(operation), store.journal().operations("C1"));
            assertEquals(List.of(begun, outcome), store.journal().events(operation.id()));
            assertEquals(Map.of("n1", zone), store.workspace().edits("C1", "zone-by-hand"));
            assertEquals(List.of(line, first), store.workspace().history("C1", 10));
            assertEquals(List.of(), store.journal().operations("C2"));
            store.workspace().removeEdit("C1", "zone-by-hand", "n1");
            assertEquals(Map.of(), store.workspace().edits("C1", "zone-by-hand"));
        }
    }

    @Test
    void historyComesNewestFirstAndNoMoreThanAsked() throws StorageException {
        try (Store store = open()) {
            HistoryRow first = samples.history("C1", "");
            HistoryRow second = samples.history("C1", "");
            ModelEdit notes = new ModelEdit("C1", "notes", "n1", Json.obj().with("phone", "06"));
            store.workspace().saveEdit(notes, Optional.of(first));
            store.workspace().addHistory(second);
            store.workspace().saveEdit(notes, Optional.empty());
            assertEquals(List.of(second, first), store.workspace().history("C1", 10));
            assertEquals(List.of(second), store.workspace().history("C1", 1));
        }
    }

    @Test
    void trustKeepsTheFirstAcceptanceAndRemembersWhatWasForgotten() throws Exception {
        String at = "ssh://node:22";
        TrustedKey key = new TrustedKey(at, "ssh-ed25519", "SHA256:abc", 5, "Ada");
        try (Store store = open()) {
            store.workspace().savePreference("name", "Zoé");
            store.trust().accept(key);
            store.trust().accept(new TrustedKey(at, "ssh-ed25519", "SHA256:abc", 9, "Eve"));
            assertEquals(List.of(key), store.trust().keys(at));
            assertEquals(List.of(), store.trust().keys("ssh://node:2222"));
            store.trust().forget(at, "SHA256:abc");
            store.trust().forget(at, "SHA256:abc");
            assertEquals(List.of(), store.trust().keys(at));
        }
        try (Db db = Db.reading(new Home(home).database())) {
            assertEquals(
                    List.of("accepted Ada", "forgotten Zoé"),
                    db.query(
                            "SELECT act || ' ' || who FROM trust_history ORDER BY seq",
                            row -> row.getString(1)));
        }
    }

    @Test
    void preferencesAreReplaced() throws StorageException {
        try (Store store = open()) {
            store.workspace().savePreference("theme", "dark");
            store.workspace().savePreference("theme", "light");
            store.workspace().savePreference("language", "fr");
        }
        try (Store store = open()) {
            assertEquals(
                    Map.of("theme", "light", "language", "fr"), store.workspace().preferences());
            assertTrue(store.copyFault().isEmpty());
        }
    }
}
