package org.ronron.core.desk;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.MadeSecret;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.plan.Step;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Opens the vault, and locks it when nobody is there. */
final class VaultDesk implements Vault {
    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Chronicle chronicle;
    private final Asking asking;
    private final DeskSessions sessions;
    private final Carrying carrying;
    private final MadeForNothing madeForNothing;
    private long idle;
    private volatile boolean touched;

    VaultDesk(
            DeskPorts ports,
            DeskLoop loop,
            Table table,
            Chronicle chronicle,
            Asking asking,
            DeskSessions sessions,
            Carrying carrying) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.chronicle = chronicle;
        this.asking = asking;
        this.sessions = sessions;
        this.carrying = carrying;
        this.madeForNothing = new MadeForNothing(ports);
    }

    @Override
    public CompletableFuture<Void> create(char[] passphrase) {
        return DeskLoop.voided(
                opening(
                        passphrase,
                        () -> {
                            ports.secrets().create(passphrase);
                            return true;
                        }));
    }

    @Override
    public CompletableFuture<Void> unlock(char[] passphrase) {
        return DeskLoop.voided(
                opening(
                        passphrase,
                        () -> {
                            ports.secrets().unlock(passphrase);
                            return true;
                        }));
    }

    @Override
    public Secrets.Keyring keyring() {
        return ports.secrets().keyring();
    }

    @Override
    public CompletableFuture<Void> unlockByKeyring() {
        return DeskLoop.voided(
                opening(
                        new char[0],
                        () -> {
                            ports.secrets().unlockByKeyring();
                            return true;
                        }));
    }

    @Override
    public CompletableFuture<Void> useKeyring(boolean use) {
        CompletableFuture<Boolean> done =
                loop.away(
                        () -> {
                            ports.secrets().useKeyring(use);
                            return true;
                        });
        return DeskLoop.voided(done.thenCompose(changed -> loop.look(() -> {})));
    }

    @Override
    public CompletableFuture<String> renew(char[] passphrase) {
        CompletableFuture<String> aside =
                opening(passphrase, () -> ports.secrets().renew(passphrase));
        return aside.thenCompose(
                file ->
                        loop.act(
                                () -> {
                                    remember(file);
                                    return file;
                                }));
    }

    private void remember(String file) throws StorageException {
        if (table.open().isPresent()) {
            chronicle.write(table.open().get().id(), "history.vault-renewed", "file", file);
        }
    }

    /**
     * Away from the state thread: a good vault takes its time. Then what waited for it is asked,
     * and operations go on.
     */
    private <T> CompletableFuture<T> opening(char[] passphrase, DeskLoop.Act<T> act) {
        CompletableFuture<T> done =
                loop.away(
                        () -> {
                            try {
                                return act.run();
                            } finally {
                                Arrays.fill(passphrase, '\0');
                            }
                        });
        return done.thenCompose(
                value ->
                        loop.act(
                                () -> {
                                    opened();
                                    return value;
                                }));
    }

    private void opened() {
        idle = 0;
        touched = true;
        ports.secrets().keepOnly(Set.of());
        asking.all(false);
        loop.away(
                () -> {
                    carrying.poll();
                    return true;
                });
    }

    @Override
    public CompletableFuture<Void> lock() {
        return loop.look(() -> lock(needed()));
    }

    @Override
    public CompletableFuture<List<Unused>> unused() {
        return loop.away(madeForNothing::list);
    }

    @Override
    public CompletableFuture<Void> discard(String name) {
        return loop.write(() -> madeForNothing.discard(name));
    }

    @Override
    public void touched() {
        touched = true;
    }

    /**
     * State thread, every {@link Ticks#BEAT}.
     *
     * @param slept whether the laptop did since the beat before
     */
    void beat(boolean slept) {
        idle = touched ? 0 : idle + 1;
        touched = false;
        if (slept) {
            lock(Set.of());
        } else if (overdue()) {
            lock(needed());
        } else {
            trim();
        }
    }

    private boolean overdue() {
        Optional<Duration> longest = Preferences.idle(table.preferences);
        return longest.isPresent()
                && Ticks.BEAT.multipliedBy(idle).compareTo(longest.get()) >= 0
                && ports.secrets().state() == Secrets.State.OPEN;
    }

    /** An operation has moved on: what it does not need any more is wiped. State thread. */
    void trim() {
        if (ports.secrets().keeps()) {
            ports.secrets().keepOnly(needed());
        }
    }

    /** Lines that are open stay logged in: those of what is locked are let go of. */
    private void lock(Set<String> kept) {
        ports.secrets().lock(kept);
        table.rows.values().stream()
                .filter(row -> ports.secrets().lacks(row.secrets().values()))
                .forEach(this::locked);
    }

    private void locked(Workspace.EndpointRow row) {
        asking.watching().stop(row.id());
        ports.connections().drop(row.id());
        table.change(row.id(), h -> h.failed(Asking.locked(row)));
    }

    /** Names of the secrets that the remaining steps of operations under way need. */
    private Set<String> needed() {
        Set<String> names = new HashSet<>();
        for (Workspace.CollectiveRow collective : table.collectives) {
            for (OperationView operation : carrying.operations(collective.id())) {
                remaining(operation)
                        .flatMap(step -> step.action().stream())
                        .forEach(action -> names.addAll(secrets(action)));
            }
        }
        return Set.copyOf(names);
    }

    /** The steps that it will come to by itself; of one that was stopped, those that run still. */
    private static Stream<Step> remaining(OperationView operation) {
        boolean goesOn =
                switch (operation.state()) {
                    case RUNNING, WAITING -> true;
                    case STOPPED, CANCELLED, DONE -> false;
                };
        List<OperationView.StepView> steps = operation.steps();
        return operation.plan().steps().stream()
                .filter(step -> step.index() < steps.size())
                .filter(step -> remains(steps.get(step.index()).state(), goesOn));
    }

    private static boolean remains(StepState state, boolean goesOn) {
        return switch (state) {
            case RUNNING -> true;
            case DONE, SKIPPED -> false;
            case NOT_BEGUN, WAITING, UNKNOWN, APPEARED, REFUSED, NOT_OURS -> goesOn;
        };
    }

    private Set<String> secrets(Action action) {
        try {
            Set<String> names = new HashSet<>(sessions.row(action.endpointId()).secrets().values());
            MadeSecret.in(action.arguments()).forEach(made -> names.add(made.name()));
            return Set.copyOf(names);
        } catch (RefusedException gone) {
            return Set.of();
        }
    }
}
