package org.ronron.core.desk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ronron.api.Json;
import org.ronron.core.port.Journal;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/**
 * Writes what people did, in the name of who sits at the keyboard. State thread only, but for
 * {@link #export}.
 */
final class Chronicle {
    private static final int SHOWN = 500;
    private final DeskPorts ports;
    private final Table table;

    Chronicle(DeskPorts ports, Table table) {
        this.ports = ports;
        this.table = table;
    }

    String who() {
        return table.preferences.getOrDefault(Preferences.NAME, "");
    }

    /**
     * A line, not yet written.
     *
     * @param text key of the window's texts; its values follow as name, value, name, value
     */
    Journal.HistoryRow line(String collectiveId, String text, String... values) {
        Json.Obj filled = Json.obj();
        for (int i = 0; i + 1 < values.length; i += 2) {
            filled = filled.with(values[i], values[i + 1]);
        }
        return new Journal.HistoryRow(
                ports.ids().next(),
                collectiveId,
                ports.clock().instant().toEpochMilli(),
                who(),
                text,
                filled,
                "");
    }

    void write(String collectiveId, String text, String... values) throws StorageException {
        ports.workspace().addHistory(line(collectiveId, text, values));
        reload();
    }

    /** Puts all of it into a file, however long it is; any thread. */
    CompletableFuture<Void> export(
            DeskLoop loop, String path, Function<List<Journal.HistoryRow>, byte[]> form) {
        return DeskLoop.voided(
                loop.act(() -> table.row().id())
                        .thenCompose(
                                id ->
                                        loop.away(
                                                () -> {
                                                    write(id, path, form);
                                                    return true;
                                                })));
    }

    /** Puts what is made into a file; any thread. */
    CompletableFuture<Void> keep(DeskLoop loop, String path, Supplier<byte[]> form) {
        return DeskLoop.voided(
                loop.away(
                        () -> {
                            ports.files().write(path, form.get());
                            return true;
                        }));
    }

    private void write(
            String collectiveId, String path, Function<List<Journal.HistoryRow>, byte[]> form)
            throws StorageException, RefusedException {
        List<Journal.HistoryRow> all = ports.workspace().history(collectiveId, Integer.MAX_VALUE);
        ports.files().write(path, form.apply(all));
    }

    void reload() throws StorageException {
        if (table.open().isPresent()) {
            table.history = ports.workspace().history(table.open().get().id(), SHOWN);
        }
    }
}
