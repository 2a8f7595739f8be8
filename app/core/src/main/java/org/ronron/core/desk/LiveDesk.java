package org.ronron.core.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.Observation;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Notes;
import org.ronron.core.port.Journal;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/** The desk at work: composed of small parts that share one table and one thread of change. */
public final class LiveDesk implements Desk {
    private final DeskPorts ports;
    private final Carrying carrying;
    private final Table table;
    private final DeskLoop loop;
    private final Chronicle chronicle;
    private final Words words;
    private final Asking asking;
    private final Questions questions;
    private final Writing writing;
    private final Connecting connecting;
    private final Openings openings;
    private final StagingDesk staging;
    private final OperationsDesk operations;
    private final ConfiguringDesk configuring;
    private final VaultDesk vault;
    private final SpacesAtWork spaces;
    private final BackupsAtWork backups;
    private final FindingsAtWork findings;
    private final Ticks ticks;
    private final Telling telling;
    private final AtomicBoolean moved = new AtomicBoolean();
    private volatile Optional<Future<?>> pulse = Optional.empty();

    /** Reads nothing yet: see {@link #start}. */
    public LiveDesk(DeskPorts ports, DeskThreads threads) {
        this(
                ports,
                threads,
                (sessions, freshness, moved, state) ->
                        new EngineCarrying(ports, threads, sessions, freshness, moved, state));
    }

    LiveDesk(DeskPorts outside, DeskThreads threads, Carrying.Maker maker) {
        this.ports =
                outside.with(
                        new WatchedConnections(outside.connections(), this::connectionDropped));
        this.table = new Table(DeskPorts.keepers(ports.connectors()), ports.zone());
        this.chronicle = new Chronicle(ports, table);
        this.words = new Words(ports, table, chronicle);
        this.openings = new Openings(ports, table, chronicle, words);
        this.loop = new DeskLoop(threads, table, DeskState.nothingYet(ports), this::compose);
        Goings goings = new Goings(ports, table, words);
        this.asking = new Asking(ports, threads, loop, table, goings);
        DeskSessions sessions = new DeskSessions(ports, table);
        DeskFreshness freshness = new DeskFreshness(ports, table, loop, asking, sessions, goings);
        this.carrying = maker.make(sessions, freshness, this::operationMoved, loop::state);
        this.questions = new Questions(ports, table, chronicle, asking);
        this.writing = new Writing(ports, threads, loop, table, chronicle);
        this.connecting = new Connecting(ports, loop, table, chronicle, asking, questions);
        this.staging = new StagingDesk(ports, loop, table, asking, this.carrying);
        this.operations = new OperationsDesk(loop, staging, chronicle, this.carrying);
        this.configuring =
                new ConfiguringDesk(ports, loop, table, connecting, operations, questions, words);
        this.vault = new VaultDesk(ports, loop, table, chronicle, asking, sessions, this.carrying);
        this.spaces = new SpacesAtWork(ports, loop, table, asking, words, sessions, this.carrying);
        this.backups = new BackupsAtWork(ports, loop, table, asking, sessions, this.carrying);
        this.findings = new FindingsAtWork(ports, loop, table, words);
        this.ticks =
                new Ticks(
                        threads,
                        loop,
                        table,
                        asking,
                        writing,
                        vault,
                        spaces,
                        this.carrying,
                        ports.clock());
        this.telling = new Telling(ports, sessions, this.carrying, ports.zone());
        telling.follow(loop);
    }

    /** Reads what is kept, opens the collective used last, and begins to ask now and then. */
    public CompletableFuture<Void> start() {
        CompletableFuture<Optional<String>> loaded =
                loop.act(
                        () -> {
                            openings.load();
                            pulse = Optional.of(ticks.start());
                            return openings.last();
                        });
        return loaded.thenCompose(
                last -> last.map(this::open).orElseGet(() -> CompletableFuture.allOf()));
    }

    private DeskState compose() {
        var operations = table.open().map(c -> carrying.operations(c.id())).orElse(List.of());
        List<Finding> found = ToldInVain.found(operations, table.rows.keySet());
        var picture = table.picture(ports.clock().instant(), found);
        return new DeskState(
                picture,
                table.collectives,
                picture.map(table.staged::moves).orElse(List.of()),
                ToldInVain.without(operations),
                table.history,
                questions.list(),
                ports.secrets().state(),
                table.preferences,
                table.trouble,
                table.refreshing > 0,
                ports.clock().instant());
    }

    private void connectionDropped(String endpointId) {
        loop.look(() -> asking.watching().stop(endpointId));
    }

    /** Many moves in a row are shown as one. */
    private void operationMoved() {
        if (moved.compareAndSet(false, true)) {
            loop.look(
                    () -> {
                        moved.set(false);
                        recovered();
                        vault.trim();
                    });
        }
    }

    @Override
    public Subscription observe(Consumer<DeskState> observer) {
        return loop.observe(observer);
    }

    @Override
    public DeskState state() {
        return loop.state();
    }

    @Override
    public List<Connector> connectors() {
        return ports.connectors();
    }

    @Override
    public Staging staging() {
        return staging;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public Configuring configuring() {
        return configuring;
    }

    @Override
    public SpaceDesk spaces() {
        return spaces;
    }

    @Override
    public BackupDesk backups() {
        return backups;
    }

    @Override
    public FindingDesk findings() {
        return findings;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public Subscription news(Consumer<List<News>> heard) {
        return telling.listen(heard);
    }

    @Override
    public CompletableFuture<Void> open(String collectiveId) {
        return opened(() -> openings.open(collectiveId));
    }

    @Override
    public CompletableFuture<Void> openSample(String name) {
        return opened(() -> openings.openSample(name));
    }

    @Override
    public CompletableFuture<Void> create(String name, String kind) {
        return opened(() -> openings.create(name, kind));
    }

    /** Recovering may ask systems: the picture stands before it has ended. */
    private CompletableFuture<Void> opened(DeskLoop.Deed opening) {
        CompletableFuture<String> id =
                loop.act(
                        () -> {
                            asking.watching().stopAll();
                            opening.run();
                            resumeWriting();
                            asking.all(false);
                            return table.row().id();
                        });
        id.thenCompose(
                        open ->
                                loop.away(
                                        () -> {
                                            carrying.recover(open);
                                            return true;
                                        }))
                .thenCompose(done -> loop.look(this::recovered))
                .whenComplete((done, why) -> troubled(why));
        return DeskLoop.voided(id);
    }

    private void resumeWriting() {
        try {
            writing.resume();
        } catch (StorageException failed) {
            table.trouble = Optional.of(failed.fault());
        }
    }

    /** Nobody waits for the recovery: what stops it is shown to all. */
    private void troubled(@Nullable Throwable why) {
        if (why != null && DeskLoop.bare(why) instanceof RefusedException refused) {
            loop.look(() -> table.trouble = Optional.of(refused.fault()));
        }
    }

    /** An operation may have begun right before a kill, with its moves still staged. */
    private void recovered() throws RefusedException, StorageException {
        if (table.open().isPresent()) {
            String id = table.row().id();
            for (OperationView operation : carrying.operations(id)) {
                staging.taken(operation.id(), operation.plan().changes());
            }
            table.edits(words.load(id));
            spaces.tidy(carrying.operations(id));
            chronicle.reload();
        }
    }

    @Override
    public void closeCollective() {
        loop.write(
                () -> {
                    asking.watching().stopAll();
                    openings.close();
                });
    }

    @Override
    public CompletableFuture<Void> refresh() {
        return asked(() -> asking.all(true));
    }

    @Override
    public CompletableFuture<Void> refresh(String endpointId) {
        return asked(() -> asking.one(table.connection(endpointId).row()));
    }

    private CompletableFuture<Void> asked(DeskLoop.Act<CompletableFuture<Void>> asks) {
        loop.look(questions::comeBack);
        return loop.act(asks).thenCompose(done -> done);
    }

    @Override
    public CompletableFuture<Observation> test(EndpointDraft draft) {
        return connecting.test(Optional.empty(), draft);
    }

    @Override
    public CompletableFuture<Void> add(EndpointDraft draft) {
        return loop.write(() -> connecting.add(draft));
    }

    @Override
    public CompletableFuture<Void> remove(String endpointId) {
        return loop.write(
                () -> {
                    operations.refuseIfBusy(
                            table.row().id(),
                            endpointId,
                            OperationView.State.RUNNING,
                            OperationView.State.WAITING);
                    connecting.remove(endpointId);
                });
    }

    @Override
    public CompletableFuture<Void> accept(DeskState.TrustQuestion question) {
        return loop.write(() -> questions.accept(question));
    }

    @Override
    public void dismiss(DeskState.TrustQuestion question) {
        loop.look(() -> questions.dismiss(question));
    }

    @Override
    public CompletableFuture<Void> forget(DeskState.TrustQuestion question) {
        return loop.write(() -> questions.forget(question));
    }

    @Override
    public CompletableFuture<Void> allowWriting(String endpointId, Duration time) {
        return loop.write(() -> writing.allow(endpointId, time));
    }

    @Override
    public CompletableFuture<Void> readOnly(String endpointId) {
        return loop.write(() -> writing.readOnly(endpointId));
    }

    @Override
    public CompletableFuture<Void> readOnlyAll() {
        return loop.write(writing::readOnlyAll);
    }

    @Override
    public CompletableFuture<Void> setNotes(String subject, Notes notes) {
        return loop.write(() -> words.notes(subject, notes));
    }

    @Override
    public CompletableFuture<Void> setZoneByHand(String nodeId, String zone) {
        return loop.write(() -> words.zoneByHand(nodeId, zone));
    }

    @Override
    public CompletableFuture<Void> setMachineKind(String nodeId, String kind) {
        return loop.write(() -> words.machineKind(nodeId, kind));
    }

    @Override
    public CompletableFuture<Void> setOwner(String nodeId, String owner) {
        return loop.write(() -> words.owner(nodeId, owner));
    }

    @Override
    public CompletableFuture<Void> dismissGone(String nodeId) {
        return loop.write(() -> words.dismissGone(nodeId));
    }

    @Override
    public CompletableFuture<Void> setPreference(String key, String value) {
        return loop.write(() -> words.preference(key, value));
    }

    @Override
    public CompletableFuture<Void> exportHistory(
            String path, Function<List<Journal.HistoryRow>, byte[]> form) {
        return chronicle.export(loop, path, form);
    }

    @Override
    public CompletableFuture<Void> exportFile(String path, Supplier<byte[]> form) {
        return chronicle.keep(loop, path, form);
    }

    @Override
    public void close() {
        pulse.ifPresent(p -> p.cancel(false));
        loop.look(() -> asking.watching().stopAll());
        carrying.stop();
    }
}
