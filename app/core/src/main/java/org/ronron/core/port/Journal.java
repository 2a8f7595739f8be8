package org.ronron.core.port;

import java.util.List;
import org.ronron.api.Json;

/**
 * The durable record of operations. Every method returns only after its transaction is on the disk;
 * when it throws, nothing of it was recorded. Safe from any thread.
 */
public interface Journal {
    /** Stores a plan as an operation that has begun, with its first event and its history. */
    void begin(OperationRow operation, JournalEvent begun, List<HistoryRow> history)
            throws StorageException;

    /** As above, with nothing for the history. */
    default void begin(OperationRow operation, JournalEvent begun) throws StorageException {
        begin(operation, begun, List.of());
    }

    /** Appends one event. */
    void append(JournalEvent event) throws StorageException;

    /** Appends an event and changes the model and the history in the same transaction. */
    void outcome(JournalEvent event, List<ModelEdit> edits, List<HistoryRow> history)
            throws StorageException;

    /** All operations of a collective, oldest first. */
    List<OperationRow> operations(String collectiveId) throws StorageException;

    /** The events of an operation, in the order they were written. */
    List<JournalEvent> events(String operationId) throws StorageException;

    /**
     * An operation as it was decided.
     *
     * @param plan the whole plan as data, with its own format version
     */
    record OperationRow(
            String id, String collectiveId, String title, Json.Obj plan, String author, long at) {}

    /**
     * A change of our own model that an outcome brings.
     *
     * @param kind {@code zone-by-hand}, {@code staged-clear} and the like
     */
    record ModelEdit(String collectiveId, String kind, String subject, Json.Obj value) {}

    /**
     * A line of the history.
     *
     * @param text key of the window's texts; {@code values} fill it
     */
    record HistoryRow(
            String id,
            String collectiveId,
            long at,
            String who,
            String text,
            Json.Obj values,
            String operationId) {}
}
