package org.ronron.core.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;

/**
 * All that is kept of the collectives beside the journal. Every change is on the disk when its
 * method returns; when it throws, nothing of it was kept. Safe from any thread.
 */
public interface Workspace {
    /** Collectives by name. */
    List<CollectiveRow> collectives() throws StorageException;

    void saveCollective(CollectiveRow row) throws StorageException;

    List<EndpointRow> endpoints(String collectiveId) throws StorageException;

    void saveEndpoint(EndpointRow row) throws StorageException;

    /** Removes a connection; its operations and history stay. */
    void removeEndpoint(String endpointId) throws StorageException;

    /** The last observation of an endpoint, as data. */
    Optional<Json.Obj> observation(String endpointId) throws StorageException;

    void saveObservation(String endpointId, long at, Json.Obj observation) throws StorageException;

    /**
     * Edits of our own model, by subject, of one kind: {@code notes}, {@code zone-by-hand}, {@code
     * machine-kind}, {@code owner}, {@code published} (figures of a sample), {@code staged} (wished
     * moves), {@code accepted-finding}.
     */
    Map<String, Json.Obj> edits(String collectiveId, String kind) throws StorageException;

    /** Sets one edit and writes a line of history with it, in one transaction. */
    void saveEdit(Journal.ModelEdit edit, Optional<Journal.HistoryRow> history)
            throws StorageException;

    /** Takes one edit back. */
    void removeEdit(String collectiveId, String kind, String subject) throws StorageException;

    /** Writes one line of history. */
    void addHistory(Journal.HistoryRow row) throws StorageException;

    /** Newest first. */
    List<Journal.HistoryRow> history(String collectiveId, int most) throws StorageException;

    /**
     * Preferences of this person on this machine: {@code name}, {@code language}, {@code theme},
     * {@code collective}.
     */
    Map<String, String> preferences() throws StorageException;

    void savePreference(String key, String value) throws StorageException;

    /**
     * @param kind {@code own}, {@code sample} (never connected) or {@code practice}
     */
    record CollectiveRow(String id, String name, String kind) {}

    /**
     * @param settings never a secret
     * @param secrets setting key to the secret's name in the vault
     * @param writableUntil UTC milliseconds; 0 is read-only
     */
    record EndpointRow(
            String id,
            String collectiveId,
            String type,
            String name,
            Map<String, String> settings,
            Map<String, String> secrets,
            long writableUntil) {}
}
