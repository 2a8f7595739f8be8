package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** A workspace in memory, whose disk can be full. */
final class MemoryWorkspace implements Workspace {
    boolean full;
    private final Map<String, CollectiveRow> collectives = new LinkedHashMap<>();
    private final Map<String, EndpointRow> endpoints = new LinkedHashMap<>();
    private final Map<String, Json.Obj> observations = new LinkedHashMap<>();
    private final Map<List<String>, Json.Obj> edits = new LinkedHashMap<>();
    private final List<Journal.HistoryRow> history = new ArrayList<>();
    private final Map<String, String> preferences = new LinkedHashMap<>();

    private void write() throws StorageException {
        if (full) {
            throw new StorageException(Fault.of(OwnError.DISK_FULL, "", "folder", "/x"), null);
        }
    }

    @Override
    public synchronized List<CollectiveRow> collectives() {
        return List.copyOf(collectives.values());
    }

    @Override
    public synchronized void saveCollective(CollectiveRow row) throws StorageException {
        write();
        collectives.put(row.id(), row);
    }

    @Override
    public synchronized List<EndpointRow> endpoints(String collectiveId) {
        return endpoints.values().stream()
                .filter(e -> e.collectiveId().equals(collectiveId))
                .toList();
    }

    @Override
    public synchronized void saveEndpoint(EndpointRow row) throws StorageException {
        write();
        endpoints.put(row.id(), row);
    }

    @Override
    public synchronized void removeEndpoint(String endpointId) throws StorageException {
        write();
        endpoints.remove(endpointId);
        observations.remove(endpointId);
    }

    @Override
    public synchronized Optional<Json.Obj> observation(String endpointId) {
        return Optional.ofNullable(observations.get(endpointId));
    }

    @Override
    public synchronized void saveObservation(String endpointId, long at, Json.Obj observation)
            throws StorageException {
        write();
        observations.put(endpointId, observation);
    }

    @Override
    public synchronized Map<String, Json.Obj> edits(String collectiveId, String kind) {
        Map<String, Json.Obj> found = new LinkedHashMap<>();
        edits.forEach(
                (key, value) -> {
                    if (key.get(0).equals(collectiveId) && key.get(1).equals(kind)) {
                        found.put(key.get(2), value);
                    }
                });
        return Map.copyOf(found);
    }

    @Override
    public synchronized void saveEdit(Journal.ModelEdit edit, Optional<Journal.HistoryRow> line)
            throws StorageException {
        write();
        edits.put(List.of(edit.collectiveId(), edit.kind(), edit.subject()), edit.value());
        line.ifPresent(history::add);
    }

    @Override
    public synchronized void removeEdit(String collectiveId, String kind, String subject)
            throws StorageException {
        write();
        edits.remove(List.of(collectiveId, kind, subject));
    }

    @Override
    public synchronized void addHistory(Journal.HistoryRow row) throws StorageException {
        write();
        history.add(row);
    }

    @Override
    public synchronized List<Journal.HistoryRow> history(String collectiveId, int most) {
        return history.reversed().stream()
                .filter(h -> h.collectiveId().equals(collectiveId))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Map<String, String> preferences() {
        return Map.copyOf(preferences);
    }

    @Override
    public synchronized void savePreference(String key, String value) throws StorageException {
        write();
        preferences.put(key, value);
    }
}
