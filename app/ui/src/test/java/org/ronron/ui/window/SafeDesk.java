package org.ronron.ui.window;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ronron.core.desk.BackupDesk;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.FindingDesk;
import org.ronron.core.port.Journal.HistoryRow;

/** A desk whose backups, findings and history's file are in memory. */
public abstract class SafeDesk implements Desk {
    public final FakeSafety safety = new FakeSafety();

    @Override
    public BackupDesk backups() {
        return safety;
    }

    @Override
    public FindingDesk findings() {
        return safety;
    }

    @Override
    public CompletableFuture<Void> exportHistory(
            String path, Function<List<HistoryRow>, byte[]> form) {
        return safety.export(path, form);
    }

    @Override
    public CompletableFuture<Void> exportFile(String path, Supplier<byte[]> form) {
        return safety.keep(path, form);
    }
}
