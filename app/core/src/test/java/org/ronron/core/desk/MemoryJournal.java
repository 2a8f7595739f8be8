package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.StorageException;

/** A journal in memory, beside a workspace in memory. */
final class MemoryJournal implements Journal {
    private final MemoryWorkspace workspace;
    private final List<OperationRow> operations = new ArrayList<>();
    private final List<JournalEvent> events = new ArrayList<>();

    MemoryJournal(MemoryWorkspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public synchronized void begin(
            OperationRow operation, JournalEvent begun, List<HistoryRow> history)
            throws StorageException {
        for (HistoryRow line : history) {
            workspace.addHistory(line);
        }
        operations.add(operation);
        events.add(begun);
    }

    @Override
    public synchronized void append(JournalEvent event) {
        events.add(event);
    }

    @Override
    public synchronized void outcome(
            JournalEvent event, List<ModelEdit> edits, List<HistoryRow> history)
            throws StorageException {
        for (ModelEdit edit : edits) {
            workspace.saveEdit(edit, Optional.empty());
        }
        for (HistoryRow line : history) {
            workspace.addHistory(line);
        }
        events.add(event);
    }

    @Override
    public synchronized List<OperationRow> operations(String collectiveId) {
        return operations.stream().filter(o -> o.collectiveId().equals(collectiveId)).toList();
    }

    @Override
    public synchronized List<JournalEvent> events(String operationId) {
        return events.stream().filter(e -> e.operationId().equals(operationId)).toList();
    }
}
