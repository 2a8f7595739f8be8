package org.ronron.store;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.core.port.Journal;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Collectives, connections, observations, edits, history and preferences. */
record SqliteWorkspace(Writer writer, OneReader reader) implements Workspace {
    @Override
    public List<CollectiveRow> collectives() throws StorageException {
        return reader.read(
                "SELECT * FROM collective ORDER BY name, id",
                row ->
                        new CollectiveRow(
                                row.getString("id"), row.getString("name"), row.getString("kind")));
    }

    @Override
    public void saveCollective(CollectiveRow row) throws StorageException {
        writer.write(
                "collective",
                db ->
                        db.update(
                                "INSERT INTO collective (id, name, kind) VALUES (?, ?, ?)"
                                        + " ON CONFLICT (id) DO UPDATE"
                                        + " SET name = excluded.name, kind = excluded.kind",
                                row.id(),
                                row.name(),
                                row.kind()));
    }

    @Override
    public List<EndpointRow> endpoints(String collectiveId) throws StorageException {
        return reader.read(
                "SELECT * FROM endpoint WHERE collective_id = ? ORDER BY name, id",
                row ->
                        new EndpointRow(
                                row.getString("id"),
                                row.getString("collective_id"),
                                row.getString("type"),
                                row.getString("name"),
                                Columns.map(row, "settings"),
                                Columns.map(row, "secrets"),
                                row.getLong("writable_until")),
                collectiveId);
    }

    @Override
    public void saveEndpoint(EndpointRow row) throws StorageException {
        writer.write(
                "endpoint",
                db ->
                        db.update(
                                "INSERT INTO endpoint (id, collective_id, type, name, settings,"
                                        + " secrets, writable_until) VALUES (?, ?, ?, ?, ?, ?, ?)"
                                        + " ON CONFLICT (id) DO UPDATE SET"
                                        + " collective_id = excluded.collective_id,"
                                        + " type = excluded.type, name = excluded.name,"
                                        + " settings = excluded.settings,"
                                        + " secrets = excluded.secrets,"
                                        + " writable_until = excluded.writable_until",
                                row.id(),
                                row.collectiveId(),
                                row.type(),
                                row.name(),
                                Columns.text(row.settings()),
                                Columns.text(row.secrets()),
                                row.writableUntil()));
    }

    @Override
    public void removeEndpoint(String endpointId) throws StorageException {
        writer.write("endpoint", db -> db.update("DELETE FROM endpoint WHERE id = ?", endpointId));
    }

    @Override
    public Optional<Json.Obj> observation(String endpointId) throws StorageException {
        return reader
                .read(
                        "SELECT body FROM observation WHERE endpoint_id = ?",
                        row -> Columns.json(row, "body"),
                        endpointId)
                .stream()
                .findFirst();
    }

    /** An answer that comes after its connection was removed is dropped: nobody could read it. */
    @Override
    public void saveObservation(String endpointId, long at, Json.Obj observation)
            throws StorageException {
        writer.write(
                "observation",
                db ->
                        db.update(
                                "INSERT INTO observation (endpoint_id, at, body)"
                                        + " SELECT id, ?, ? FROM endpoint WHERE id = ?"
                                        + " ON CONFLICT (endpoint_id) DO UPDATE"
                                        + " SET at = excluded.at, body = excluded.body",
                                at,
                                Columns.text(observation),
                                endpointId));
    }

    @Override
    public Map<String, Json.Obj> edits(String collectiveId, String kind) throws StorageException {
        Map<String, Json.Obj> found = new LinkedHashMap<>();
        reader.read(
                        "SELECT subject, value FROM edit WHERE collective_id = ? AND kind = ?"
                                + " ORDER BY subject",
                        row ->
                                new SimpleImmutableEntry<>(
                                        row.getString("subject"), Columns.json(row, "value")),
                        collectiveId,
                        kind)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(found);
    }

    @Override
    public void saveEdit(Journal.ModelEdit edit, Optional<Journal.HistoryRow> history)
            throws StorageException {
        writer.write(
                "edit",
                db -> {
                    SqliteJournal.set(db, edit);
                    if (history.isPresent()) {
                        SqliteJournal.insert(db, history.get());
                    }
                });
    }

    @Override
    public void removeEdit(String collectiveId, String kind, String subject)
            throws StorageException {
        writer.write(
                "edit",
                db ->
                        db.update(
                                "DELETE FROM edit"
                                        + " WHERE collective_id = ? AND kind = ? AND subject = ?",
                                collectiveId,
                                kind,
                                subject));
    }

    @Override
    public void addHistory(Journal.HistoryRow row) throws StorageException {
        writer.write("history", db -> SqliteJournal.insert(db, row));
    }

    @Override
    public List<Journal.HistoryRow> history(String collectiveId, int most) throws StorageException {
        return reader.read(
                "SELECT * FROM history WHERE collective_id = ? ORDER BY seq DESC LIMIT ?",
                row ->
                        new Journal.HistoryRow(
                                row.getString("id"),
                                row.getString("collective_id"),
                                row.getLong("at"),
                                row.getString("who"),
                                row.getString("text"),
                                Columns.json(row, "fills"),
                                row.getString("operation_id")),
                collectiveId,
                most);
    }

    @Override
    public Map<String, String> preferences() throws StorageException {
        Map<String, String> found = new LinkedHashMap<>();
        reader.read(
                        "SELECT name, value FROM preference ORDER BY name",
                        row ->
                                new SimpleImmutableEntry<>(
                                        row.getString("name"), row.getString("value")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(found);
    }

    @Override
    public void savePreference(String key, String value) throws StorageException {
        writer.write(
                "preference",
                db ->
                        db.update(
                                "INSERT INTO preference (name, value) VALUES (?, ?)"
                                        + " ON CONFLICT DO UPDATE SET value = excluded.value",
                                key,
                                value));
    }
}
