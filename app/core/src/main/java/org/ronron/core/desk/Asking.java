package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Heard;
import org.ronron.core.model.ObservationJson;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Asks endpoints what they see: each on its own, so that a silent one holds up nobody. */
final class Asking {
    /**
     * Of one call. What a machine tells over SSH takes up to 20 seconds when all its tools are slow
     * (the limits in the connector's script), and a Garage node at work on a layout took 25.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** An answer is many calls; after so many timeouts nobody waits for it any more. */
    private static final int PATIENCE = 3;

    private final DeskPorts ports;
    private final DeskThreads threads;
    private final DeskLoop loop;
    private final Table table;
    private final Goings goings;
    private final Watching watching;
    private final Map<String, Instant> saved = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> underWay = new HashMap<>();

    Asking(DeskPorts ports, DeskThreads threads, DeskLoop loop, Table table, Goings goings) {
        this.ports = ports;
        this.threads = threads;
        this.loop = loop;
        this.table = table;
        this.goings = goings;
        this.watching = new Watching(ports, threads, loop, table, this::pushed);
    }

    Watching watching() {
        return watching;
    }

    /**
     * Asks all. State thread.
     *
     * @param byHand whether a person wishes it: then also those that wait for a person's word
     */
    CompletableFuture<Void> all(boolean byHand) {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (Heard h : table.connections()) {
            boolean waits =
                    h.fault()
                            .filter(
                                    f ->
                                            f.code() == CommonError.TRUST_UNKNOWN
                                                    || f.code() == CommonError.TRUST_CHANGED
                                                    || f.code() == CommonError.LOGIN_REFUSED
                                                    || f.code() == CommonError.RIGHT_MISSING)
                            .isPresent();
            if (byHand || !waits) {
                answers.add(one(h.row()));
            }
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new));
    }

    /** Asks one; who asks while it is being asked waits for the same answer. State thread. */
    CompletableFuture<Void> one(Workspace.EndpointRow row) {
        CompletableFuture<Void> running = underWay.get(row.id());
        if (running != null) {
            return running;
        }
        Optional<Connector> connector = ports.connector(row.type());
        if (connector.isEmpty()) {
            Fault unknown = Fault.of(OwnError.UNKNOWN_TYPE, row.name(), "type", row.type());
            table.change(row.id(), h -> h.failed(unknown));
            return CompletableFuture.allOf();
        }
        if (ports.secrets().lacks(row.secrets().values())) {
            table.change(row.id(), h -> h.failed(locked(row)));
            return CompletableFuture.allOf();
        }
        CompletableFuture<Void> answer = new CompletableFuture<>();
        underWay.put(row.id(), answer);
        table.refreshing++;
        CompletableFuture<Observation> asked = loop.away(() -> observe(row, connector.get()));
        asked.whenComplete((said, why) -> loop.act(() -> heard(row, answer, said, why)));
        Duration patience = timeout(row).multipliedBy(PATIENCE);
        later(patience, () -> loop.act(() -> giveUp(row, answer, patience)));
        return answer;
    }

    /** Asks one whose connection has changed: what it still answers to the old one is void. */
    CompletableFuture<Void> anew(Workspace.EndpointRow row) {
        underWay.remove(row.id());
        ports.connections().drop(row.id());
        return one(row);
    }

    private boolean there(Workspace.EndpointRow asked) {
        return table.heard(asked.id())
                .map(Heard::row)
                .filter(now -> now.settings().equals(asked.settings()))
                .filter(now -> now.secrets().equals(asked.secrets()))
                .isPresent();
    }

    /** Why it is not asked: it needs a secret, and the vault is locked. */
    static Fault locked(Workspace.EndpointRow row) {
        return Fault.of(OwnError.VAULT_LOCKED, row.name());
    }

    private void later(Duration time, Runnable task) {
        try {
            threads.timer().schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            task.run();
        }
    }

    /**
     * One question to one system; no table, no state.
     *
     * @throws RefusedException with the system's fault
     */
    Observation observe(Workspace.EndpointRow row, Connector connector) throws RefusedException {
        try (Session session = ports.connections().open(row, connector, false, timeout(row))) {
            return session.capability(Inventory.class)
                    .orElseThrow(() -> Refuse.internal(row.type() + " has no inventory"))
                    .observe();
        } catch (ConnectorException failed) {
            throw new RefusedException(failed.fault(), failed);
        } catch (RuntimeException broken) {
            Fault fault = Fault.of(OwnError.INTERNAL, row.name(), "what", broken.toString());
            throw new RefusedException(fault.withEffect(Effect.NONE), broken);
        }
    }

    private boolean heard(
            Workspace.EndpointRow row,
            CompletableFuture<Void> answer,
            @Nullable Observation said,
            @Nullable Throwable why)
            throws StorageException {
        underWay.remove(row.id(), answer);
        if (!answer.isDone()) {
            table.refreshing--;
        }
        boolean there = there(row);
        try {
            if (there && said != null) {
                take(row, said);
                ports.connector(row.type()).ifPresent(c -> watching.answered(row, c));
                table.trouble = Optional.empty();
            } else if (there && why != null && DeskLoop.bare(why) instanceof RefusedException e) {
                table.change(row.id(), h -> h.failed(e.fault()));
            }
        } finally {
            answer.complete(null);
        }
        return there;
    }

    /** Of two answers that cross, the newer one stands. */
    private void take(Workspace.EndpointRow row, Observation said) throws StorageException {
        boolean late =
                table.heard(row.id())
                        .filter(h -> h.fault().isEmpty())
                        .flatMap(Heard::last)
                        .filter(last -> last.at().isAfter(said.at()))
                        .filter(last -> !last.at().isAfter(ports.clock().instant()))
                        .isPresent();
        if (!late) {
            Observation whole = remarked(row, said);
            goings.said(row, whole);
            save(row.id(), whole);
        }
    }

    /** With what is amiss with how it was reached. */
    private Observation remarked(Workspace.EndpointRow row, Observation said) {
        List<FindingFact> remarks = ports.connections().remarks(row.id());
        return remarks.isEmpty()
                ? said
                : said.withFindings(
                        Stream.concat(said.findings().stream(), remarks.stream()).toList());
    }

    private void save(String id, Observation said) throws StorageException {
        ports.workspace()
                .saveObservation(id, said.at().toEpochMilli(), ObservationJson.write(said));
        saved.put(id, said.at());
    }

    /**
     * What a stream told. It may come each second: the disk is spared where no plan depends on what
     * is new in it.
     */
    private void pushed(Workspace.EndpointRow row, Observation said) throws StorageException {
        Optional<Heard> before = table.heard(row.id());
        if (before.isEmpty()) {
            return;
        }
        Instant kept = saved.getOrDefault(row.id(), Instant.EPOCH);
        boolean same =
                before.get()
                        .last()
                        .filter(last -> last.fingerprint().equals(said.fingerprint()))
                        .isPresent();
        if (same && kept.plus(Table.POLL).isAfter(said.at())) {
            Observation whole = remarked(row, said);
            goings.said(row, whole);
        } else {
            take(row, said);
        }
    }

    /**
     * Nobody waits for it any more; should an answer come nevertheless, it is taken. The connection
     * is left alone: an operation may be changing something over it, and what hangs ends by the
     * deadline of its own call.
     */
    private boolean giveUp(
            Workspace.EndpointRow row, CompletableFuture<Void> answer, Duration patience) {
        if (answer.isDone()) {
            return false;
        }
        Fault silent =
                Fault.of(
                        CommonError.TIMEOUT,
                        row.name(),
                        "address",
                        address(row),
                        "seconds",
                        Long.toString(patience.toSeconds()));
        table.refreshing--;
        if (there(row)) {
            table.change(row.id(), h -> h.failed(silent));
        }
        return answer.complete(null);
    }

    private String address(Workspace.EndpointRow row) {
        return table.picture(ports.clock().instant()).stream()
                .flatMap(c -> c.endpoint(row.id()).stream())
                .map(EndpointView::address)
                .findFirst()
                .orElse("");
    }

    /** The setting {@code timeout}, in seconds, where a connection has one. */
    static Duration timeout(Workspace.EndpointRow row) {
        String set = row.settings().getOrDefault("timeout", "");
        return set.matches("[1-9][0-9]{0,2}") ? Duration.ofSeconds(Long.parseLong(set)) : TIMEOUT;
    }
}
