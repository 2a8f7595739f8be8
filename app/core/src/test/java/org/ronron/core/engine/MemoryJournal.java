package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ronron.api.Fault;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/** A disk that outlives engines, and can be full. */
final class MemoryJournal implements Journal {
    final List<OperationRow> rows = new ArrayList<>();
    final List<JournalEvent> events = new ArrayList<>();
    final List<HistoryRow> history = new ArrayList<>();
    final List<ModelEdit> edits = new ArrayList<>();
    Predicate<JournalEvent> full = event -> false;

    @Override
    public synchronized void begin(
            OperationRow operation, JournalEvent begun, List<HistoryRow> lines)
            throws StorageException {
        room(begun);
        rows.add(operation);
        events.add(begun);
        history.addAll(lines);
    }

    @Override
    public synchronized void append(JournalEvent event) throws StorageException {
        room(event);
        events.add(event);
    }

    @Override
    public synchronized void outcome(
            JournalEvent event, List<ModelEdit> changes, List<HistoryRow> lines)
            throws StorageException {
        room(event);
        events.add(event);
        edits.addAll(changes);
        history.addAll(lines);
    }

    @Override
    public synchronized List<OperationRow> operations(String collectiveId) {
        return rows.stream().filter(r -> r.collectiveId().equals(collectiveId)).toList();
    }

    @Override
    public synchronized List<JournalEvent> events(String operationId) {
        return events.stream().filter(e -> e.operationId().equals(operationId)).toList();
    }

    synchronized List<JournalEvent.Kind> kinds(int step) {
        return events.stream().filter(e -> e.step() == step).map(JournalEvent::kind).toList();
    }

    private void room(JournalEvent event) throws StorageException {
        if (full.test(event)) {
            throw new StorageException(Fault.of(OwnError.DISK_FULL, "", "folder", "/home"), null);
        }
    }
}
