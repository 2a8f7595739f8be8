package org.ronron.core.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Session;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Heard;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.RefusedException;

/** Backups at work. */
final class BackupsAtWork implements BackupDesk {
    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Asking asking;
    private final DeskSessions sessions;
    private final Carrying carrying;

    BackupsAtWork(
            DeskPorts ports,
            DeskLoop loop,
            Table table,
            Asking asking,
            DeskSessions sessions,
            Carrying carrying) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.asking = asking;
        this.sessions = sessions;
        this.carrying = carrying;
    }

    @Override
    public CompletableFuture<Plan> plan(BackupChange change) {
        return loop.act(() -> asking.one(table.connection(change.endpointId()).row()))
                .thenCompose(asked -> asked)
                .thenCompose(asked -> loop.act(() -> picture(change)))
                .thenCompose(picture -> loop.away(() -> carrying.plan(picture, change)));
    }

    /** What a tool said yesterday is no ground for a plan. */
    private Collective picture(BackupChange change) throws RefusedException {
        Optional<Fault> silent = table.heard(change.endpointId()).flatMap(Heard::fault);
        if (silent.isPresent()) {
            throw new RefusedException(silent.get());
        }
        return table.picture(ports.clock().instant())
                .orElseThrow(() -> Refuse.internal("no collective is open"));
    }

    @Override
    public CompletableFuture<List<String>> nextToGo(String endpointId, String key) {
        return loop.away(
                () -> {
                    try (Session session = sessions.reading(endpointId)) {
                        return session.capability(Backups.class)
                                .orElseThrow(() -> Refuse.internal("it keeps no backups"))
                                .nextToGo(key);
                    } catch (ConnectorException failed) {
                        throw new RefusedException(failed.fault(), failed);
                    }
                });
    }
}
