package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.ronron.core.model.Heard;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/**
 * Writing, switched on for an endpoint and for a time. It ends by whichever comes first: the timer,
 * which a clock set back does not deceive, or the clock, which goes on while the laptop sleeps.
 * State thread only.
 */
final class Writing {
    /** Longer is refused, and what is on for longer after a start was set under another clock. */
    static final Duration LONGEST = Duration.ofHours(24);

    private final DeskPorts ports;
    private final DeskThreads threads;
    private final DeskLoop loop;
    private final Table table;
    private final Chronicle chronicle;

    Writing(DeskPorts ports, DeskThreads threads, DeskLoop loop, Table table, Chronicle chronicle) {
        this.ports = ports;
        this.threads = threads;
        this.loop = loop;
        this.table = table;
        this.chronicle = chronicle;
    }

    void allow(String endpointId, Duration time) throws RefusedException, StorageException {
        Workspace.CollectiveRow collective = table.connectable();
        Workspace.EndpointRow row = table.connection(endpointId).row();
        if (ports.connector(row.type()).isEmpty()) {
            throw Refuse.of(OwnError.UNKNOWN_TYPE, row.name(), "type", row.type());
        }
        if (time.compareTo(Duration.ZERO) <= 0 || time.compareTo(LONGEST) > 0) {
            throw Refuse.setting("time", time.toString());
        }
        Instant until = ports.clock().instant().plus(time);
        save(until(row, until.toEpochMilli()));
        chronicle.write(
                collective.id(),
                "history.writing-on",
                "endpoint",
                row.name(),
                "minutes",
                Long.toString(Math.max(1, time.toMinutes())));
        endAfter(endpointId, until, time);
    }

    void readOnly(String endpointId) throws RefusedException, StorageException {
        Workspace.EndpointRow row = table.connection(endpointId).row();
        if (row.writableUntil() != 0) {
            end(row, "history.writing-off");
        }
    }

    /** Ends what is over, and starts timers for what is not; at the opening of a collective. */
    void resume() throws StorageException {
        Instant now = ports.clock().instant();
        for (Heard h : table.connections()) {
            Instant until = Instant.ofEpochMilli(h.row().writableUntil());
            if (until.isAfter(now.plus(LONGEST))) {
                end(h.row(), "history.writing-over");
            } else if (until.isAfter(now)) {
                endAfter(h.row().id(), until, Duration.between(now, until));
            }
        }
        endWhatIsOver();
    }

    void endWhatIsOver() throws StorageException {
        long now = ports.clock().instant().toEpochMilli();
        for (Heard h : table.connections()) {
            if (h.row().writableUntil() != 0 && h.row().writableUntil() <= now) {
                end(h.row(), "history.writing-over");
            }
        }
    }

    /** In every collective, at once. */
    void readOnlyAll() throws StorageException {
        for (Workspace.CollectiveRow collective : ports.workspace().collectives()) {
            for (Workspace.EndpointRow row : ports.workspace().endpoints(collective.id())) {
                if (row.writableUntil() != 0) {
                    save(until(row, 0));
                    ports.connections().drop(row.id());
                }
            }
        }
        if (table.open().isPresent()) {
            chronicle.write(table.open().get().id(), "history.read-only-all");
        }
    }

    private void endAfter(String endpointId, Instant until, Duration time) {
        Runnable end = () -> loop.write(() -> endIfStill(endpointId, until));
        threads.timer().schedule(end, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endIfStill(String endpointId, Instant until) throws StorageException {
        for (Heard h : table.connections()) {
            boolean same = h.row().writableUntil() == until.toEpochMilli();
            if (same && h.row().id().equals(endpointId)) {
                end(h.row(), "history.writing-over");
            }
        }
    }

    private void end(Workspace.EndpointRow row, String text) throws StorageException {
        save(until(row, 0));
        ports.connections().drop(row.id());
        chronicle.write(row.collectiveId(), text, "endpoint", row.name());
    }

    /** On the table first: should the disk refuse, this run is read-only nevertheless. */
    private void save(Workspace.EndpointRow row) throws StorageException {
        if (row.writableUntil() == 0) {
            table.change(row.id(), h -> h.with(row));
        }
        ports.workspace().saveEndpoint(row);
        table.change(row.id(), h -> h.with(row));
    }

    private static Workspace.EndpointRow until(Workspace.EndpointRow row, long until) {
        return new Workspace.EndpointRow(
                row.id(),
                row.collectiveId(),
                row.type(),
                row.name(),
                row.settings(),
                row.secrets(),
                until);
    }
}
