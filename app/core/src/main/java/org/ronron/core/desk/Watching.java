package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Watch;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/**
 * Listens to the systems that push, one stream a connection, read-only. Endpoints are asked now and
 * then all the same: what a stream loses is seen by that, and only what fails then is shown as the
 * endpoint's state. Acts run on the state thread, streams where waiting holds up nobody.
 */
final class Watching {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** What a stream has told. */
    interface Told {
        void take(Workspace.EndpointRow row, Observation said) throws StorageException;
    }

    private final DeskPorts ports;
    private final DeskThreads threads;
    private final DeskLoop loop;
    private final Table table;
    private final Told told;
    private final Map<String, Stream> streams = new HashMap<>();

    Watching(DeskPorts ports, DeskThreads threads, DeskLoop loop, Table table, Told told) {
        this.ports = ports;
        this.threads = threads;
        this.loop = loop;
        this.table = table;
        this.told = told;
    }

    /** One connection's stream: it runs, or it waits for its next try. */
    private final class Stream {
        private final Workspace.EndpointRow row;
        private final Connector connector;
        private final int failures;
        private final Instant begun = ports.clock().instant();
        private final AtomicReference<@Nullable Observation> latest = new AtomicReference<>();
        private final FutureTask<Void> task = new FutureTask<>(this::run, null);

        Stream(Workspace.EndpointRow row, Connector connector, int failures) {
            this.row = row;
            this.connector = connector;
            this.failures = failures;
        }

        private void run() {
            try (Session session =
                    ports.connections().open(row, connector, false, Asking.timeout(row))) {
                Watch watch = session.capability(Watch.class).orElse(null);
                if (watch != null) {
                    watch.watch(this::heard);
                }
            } catch (ConnectorException | RuntimeException broken) {
                // the next question to the endpoint shows what is wrong with it, if anything is
            } finally {
                loop.look(() -> ended(this));
            }
        }

        /** What the desk has not looked at yet gives way to what is newer. */
        private void heard(Observation said) {
            if (latest.getAndSet(said) == null) {
                loop.write(this::taken);
            }
        }

        private void taken() throws StorageException {
            Observation said = latest.getAndSet(null);
            if (said != null && streams.get(row.id()) == this) {
                told.take(row, said);
            }
        }

        private boolean lasted() {
            return begun.plus(LONGEST_PAUSE).isBefore(ports.clock().instant());
        }
    }

    /** An endpoint has answered: where its system pushes, it is listened to from now on. */
    void answered(Workspace.EndpointRow row, Connector connector) {
        boolean pushes = connector.descriptor().capabilities().contains(Watch.class);
        if (pushes && !streams.containsKey(row.id())) {
            begin(new Stream(row, connector, 0));
        }
    }

    private void begin(Stream stream) {
        streams.put(stream.row.id(), stream);
        try {
            threads.io().execute(stream.task);
        } catch (RejectedExecutionException closing) {
            streams.remove(stream.row.id());
        }
    }

    private void ended(Stream stream) {
        if (streams.get(stream.row.id()) != stream) {
            return;
        }
        int failures = stream.lasted() ? 0 : stream.failures;
        Stream next = new Stream(stream.row, stream.connector, failures + 1);
        streams.put(stream.row.id(), next);
        try {
            Runnable handOn = () -> loop.look(() -> again(next));
            long pause = pause(failures).toMillis();
            threads.timer().schedule(handOn, pause, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            streams.remove(stream.row.id());
        }
    }

    /** 1, 2, 4… up to 60 seconds. */
    private static Duration pause(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** While an endpoint does not even answer, its next answer begins the stream again. */
    private void again(Stream stream) {
        if (streams.get(stream.row.id()) != stream) {
            return;
        }
        boolean fine = table.heard(stream.row.id()).filter(h -> h.fault().isEmpty()).isPresent();
        if (fine) {
            begin(new Stream(stream.row, stream.connector, stream.failures));
        } else {
            streams.remove(stream.row.id());
        }
    }

    /** Its connection is let go of, or has changed; the next answer begins the stream again. */
    void stop(String endpointId) {
        Stream stream = streams.remove(endpointId);
        if (stream != null) {
            stream.task.cancel(true);
        }
    }

    /** Another collective, a laptop that slept, the end. */
    void stopAll() {
        List.copyOf(streams.keySet()).forEach(this::stop);
    }
}
