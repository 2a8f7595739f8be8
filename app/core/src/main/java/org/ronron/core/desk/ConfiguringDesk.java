package org.ronron.core.desk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Observation;
import org.ronron.core.engine.OperationView;
import org.ronron.core.port.OwnFiles;

/** Connections as they are configured. */
final class ConfiguringDesk implements Configuring {
    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Connecting connecting;
    private final OperationsDesk operations;

    ConfiguringDesk(
            DeskPorts ports,
            DeskLoop loop,
            Table table,
            Connecting connecting,
            OperationsDesk operations) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.connecting = connecting;
        this.operations = operations;
    }

    @Override
    public CompletableFuture<Observation> test(String endpointId, EndpointDraft draft) {
        return connecting.test(Optional.of(endpointId), draft);
    }

    @Override
    public CompletableFuture<Void> edit(String endpointId, EndpointDraft draft) {
        return loop.write(
                () -> {
                    operations.refuseIfBusy(
                            table.row().id(), endpointId, OperationView.State.RUNNING);
                    connecting.edit(endpointId, draft);
                });
    }

    @Override
    public CompletableFuture<OwnFiles.Look> lookAt(String path) {
        return loop.away(() -> ports.files().look(path));
    }
}
