package org.ronron.store;

import java.sql.SQLException;
import java.util.List;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.StorageException;

/** Operations and their events, in append-only tables. */
record SqliteJournal(Writer writer, OneReader reader) implements Journal {
    /** Shape of the rows that hold no version of their own. */
    static final int FORMAT = 1;

    @Override
    public void begin(OperationRow operation, JournalEvent begun, List<HistoryRow> history)
            throws StorageException {
        writer.write(
                "begin",
                db -> {
                    insert(db, operation);
                    insert(db, begun);
                    for (HistoryRow row : history) {
                        insert(db, row);
                    }
                });
    }

    @Override
    public void append(JournalEvent event) throws StorageException {
        writer.write("append", db -> insert(db, event));
    }

    @Override
    public void outcome(JournalEvent event, List<ModelEdit> edits, List<HistoryRow> history)
            throws StorageException {
        writer.write(
                "outcome",
                db -> {
                    insert(db, event);
                    for (ModelEdit edit : edits) {
                        set(db, edit);
                    }
                    for (HistoryRow row : history) {
                        insert(db, row);
                    }
                });
    }

    @Override
    public List<OperationRow> operations(String collectiveId) throws StorageException {
        return reader.read(
                "SELECT * FROM operation WHERE collective_id = ? ORDER BY seq",
                row ->
                        new OperationRow(
                                row.getString("id"),
                                row.getString("collective_id"),
                                row.getString("title"),
                                Columns.json(row, "plan"),
                                row.getString("author"),
                                row.getLong("at")),
                collectiveId);
    }

    @Override
    public List<JournalEvent> events(String operationId) throws StorageException {
        return reader.read(
                "SELECT * FROM event WHERE operation_id = ? ORDER BY seq",
                row ->
                        new JournalEvent(
                                row.getString("id"),
                                row.getString("operation_id"),
                                row.getInt("step"),
                                JournalEvent.Kind.valueOf(row.getString("kind")),
                                row.getLong("at"),
                                row.getString("author"),
                                row.getInt("format"),
                                Columns.json(row, "body")),
                operationId);
    }

    private static void insert(Db db, OperationRow operation) throws SQLException {
        db.update(
                "INSERT INTO operation (id, collective_id, title, plan, author, at, format)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                operation.id(),
                operation.collectiveId(),
                operation.title(),
                Columns.text(operation.plan()),
                operation.author(),
                operation.at(),
                FORMAT);
    }

    private static void insert(Db db, JournalEvent event) throws SQLException {
        db.update(
                "INSERT INTO event (id, operation_id, step, kind, at, author, format, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                event.id(),
                event.operationId(),
                event.step(),
                event.kind().name(),
                event.at(),
                event.author(),
                event.format(),
                Columns.text(event.body()));
    }

    static void insert(Db db, HistoryRow row) throws SQLException {
        db.update(
                "INSERT INTO history"
                        + " (id, collective_id, at, who, text, fills, operation_id, format)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.collectiveId(),
                row.at(),
                row.who(),
                row.text(),
                Columns.text(row.values()),
                row.operationId(),
                FORMAT);
    }

    static void set(Db db, ModelEdit edit) throws SQLException {
        db.update(
                "INSERT INTO edit (collective_id, kind, subject, value) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET value = excluded.value",
                edit.collectiveId(),
                edit.kind(),
                edit.subject(),
                Columns.text(edit.value()));
    }
}
