package org.ronron.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.store.Store;

/** What a program that is gone left in its journal. */
final class WrittenJournal {
    private WrittenJournal() {}

    /** The events of each operation; nothing when it died before there was a store. */
    static List<List<JournalEvent>> operations(Path home) throws Exception {
        List<List<JournalEvent>> operations = new ArrayList<>();
        if (Files.notExists(home.resolve("ronron.db"))) {
            return operations;
        }
        try (Store store = Store.openForReading(home, Clock.systemUTC())) {
            for (var collective : store.workspace().collectives()) {
                for (Journal.OperationRow operation : store.journal().operations(collective.id())) {
                    operations.add(store.journal().events(operation.id()));
                }
            }
        }
        return operations;
    }
}
