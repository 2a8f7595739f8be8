package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.MadeSecret;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/**
 * Finds secrets that Ronron made and never sent: their operation was given up, or ended without
 * them. What an INTENT names may have arrived, and is left alone.
 */
final class MadeForNothing {
    private final DeskPorts ports;

    MadeForNothing(DeskPorts ports) {
        this.ports = ports;
    }

    /** Reads the vault and the journal; waits for the disk. */
    List<Vault.Unused> list() throws StorageException {
        List<Vault.Unused> unused = new ArrayList<>();
        for (String name : ports.secrets().names()) {
            if (MadeSecret.made(name)) {
                String[] parts = name.split("/", -1);
                Optional<Journal.OperationRow> operation = operation(parts[1]);
                if (operation.isEmpty() || forNothing(operation.get().id(), name)) {
                    Optional<String> title = operation.map(Journal.OperationRow::title);
                    unused.add(new Vault.Unused(name, parts[2], title));
                }
            }
        }
        return List.copyOf(unused);
    }

    /**
     * @throws RefusedException when it is in use, or not there
     */
    void discard(String name) throws RefusedException, StorageException {
        if (list().stream().noneMatch(u -> u.name().equals(name))) {
            throw Refuse.internal("the secret " + name + " is in use or gone");
        }
        ports.secrets().remove(name);
    }

    private Optional<Journal.OperationRow> operation(String planId) throws StorageException {
        for (Workspace.CollectiveRow collective : ports.workspace().collectives()) {
            for (Journal.OperationRow row : ports.journal().operations(collective.id())) {
                if (row.id().equals(planId)) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    private boolean forNothing(String operationId, String name) throws StorageException {
        boolean over = false;
        for (JournalEvent event : ports.journal().events(operationId)) {
            if (event.kind() == Kind.INTENT && event.body().texts("secrets").contains(name)) {
                return false;
            }
            switch (event.kind()) {
                case FINISHED, CANCELLED -> over = true;
                case RESUMED -> over = false;
                default -> {}
            }
        }
        return over;
    }
}
