package org.ronron.core.port;

/**
 * Where an outcome is put when the journal cannot take it: a file {@code rescue-<operation>.jsonl}
 * beside the database, for people to read. The next start finds the step's outcome by its probe.
 */
@FunctionalInterface
public interface Rescue {
    /**
     * Keeps one event.
     *
     * @throws StorageException when that fails too
     */
    void keep(JournalEvent event) throws StorageException;
}
