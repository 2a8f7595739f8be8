package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.ClusterFact;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.core.model.Finding;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Journal;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;
import org.ronron.core.port.Workspace;

/** A desk on memory, whose threads and timer move only when the test says so. */
final class Rig {
    Instant now = Instant.parse("2026-11-20T20:00:00Z");
    final MemoryWorkspace workspace = new MemoryWorkspace();
    final MemoryJournal journal = new MemoryJournal(workspace);
    final MemoryTrust trust = new MemoryTrust();
    final MemorySecrets vault = new MemorySecrets();
    final DraftSecrets secrets = new DraftSecrets(vault);
    final FakeConnections connections = new FakeConnections(() -> now, secrets);
    final FakeSystem system = new FakeSystem();
    final MemoryFiles files = new MemoryFiles();
    ManualTimer timer = new ManualTimer();
    FakeCarrying carrying = new FakeCarrying();
    LiveDesk desk;
    private final boolean real;
    private @Nullable Sessions sessions;
    private @Nullable Freshness freshness;
    private final Queue<Runnable> state = new ArrayDeque<>();
    private final Queue<Runnable> io = new ArrayDeque<>();
    private final Ids ids = counting();

    Rig() {
        this(false);
    }

    /**
     * @param real whether the planner and the engine are the real ones
     */
    Rig(boolean real) {
        this.real = real;
        desk = make();
    }

    private static Ids counting() {
        int[] count = {0};
        return () -> String.format("%026d", ++count[0]);
    }

    DeskPorts ports() {
        return new DeskPorts(
                workspace,
                journal,
                event -> {},
                trust,
                secrets,
                connections,
                List.of(system),
                new FolderSamples(),
                List.of(),
                files,
                ids,
                new Random(1),
                () -> now,
                ZoneId.of("Europe/Paris"),
                name -> {});
    }

    private LiveDesk make() {
        DeskThreads threads = new DeskThreads(state::add, io::add, timer);
        if (real) {
            return new LiveDesk(ports(), threads);
        }
        return new LiveDesk(
                ports(),
                threads,
                (sessions, freshness, moved, state) -> {
                    carrying.moved = moved;
                    this.sessions = sessions;
                    this.freshness = freshness;
                    return carrying;
                });
    }

    Sessions sessions() {
        return Objects.requireNonNull(sessions);
    }

    Freshness freshness() {
        return Objects.requireNonNull(freshness);
    }

    /** As after a kill: nothing but what was kept is left. */
    void restart() {
        state.clear();
        io.clear();
        timer = new ManualTimer();
        FakeCarrying next = new FakeCarrying();
        next.operations.addAll(carrying.operations);
        carrying = next;
        desk = make();
        done(desk.start());
    }

    /** Runs all that waits, in order. */
    void run() {
        while (!state.isEmpty() || !io.isEmpty()) {
            Runnable next = state.isEmpty() ? io.remove() : state.remove();
            next.run();
        }
    }

    /** Runs what changes state only: whatever is asked of a system hangs. */
    void runState() {
        while (!state.isEmpty()) {
            state.remove().run();
        }
    }

    /** How many questions are on their way to systems. */
    int waiting() {
        return io.size();
    }

    /** Time passes by beats, for the clock and the timer alike. */
    void pass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minus(Ticks.BEAT)) {
            Duration step = left.compareTo(Ticks.BEAT) < 0 ? left : Ticks.BEAT;
            now = now.plus(step);
            timer.pass(step);
            run();
        }
    }

    <T> T done(CompletableFuture<T> future) {
        run();
        try {
            return future.get(0, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    Fault refused(CompletableFuture<?> future) {
        run();
        try {
            Object value = future.get(0, TimeUnit.SECONDS);
            throw new AssertionError("not refused: " + value);
        } catch (ExecutionException e) {
            Throwable cause =
                    e.getCause() instanceof CompletionException c ? c.getCause() : e.getCause();
            if (cause instanceof RefusedException refused) {
                return refused.fault();
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** An own collective, open, with one connection {@code garage} at {@code u1}. */
    Workspace.EndpointRow connected(NodeFact... nodes) {
        system.answers.put("u1", () -> said("f1", nodes));
        done(desk.start());
        done(desk.create("Ours", "own"));
        return add("garage", "u1");
    }

    Workspace.EndpointRow add(String name, String url) {
        done(desk.add(new EndpointDraft("fake", name, Map.of("url", url), Map.of())));
        String collective = desk.state().collective().orElseThrow().id();
        return workspace.endpoints(collective).stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Observation said(String fingerprint, NodeFact... nodes) {
        return new Observation(
                now,
                "1",
                fingerprint,
                List.of(nodes),
                List.of(),
                List.of(
                        new ClusterFact(
                                "garage", "Garage", OptionalInt.of(3), true, false, Json.obj())),
                List.of(),
                List.of());
    }

    static NodeFact node(String name, String zone) {
        return new NodeFact(
                "k-" + name,
                name,
                List.of(),
                Optional.of(zone),
                NodeFact.Reach.UP,
                NodeFact.Machine.PHYSICAL,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "storage",
                Map.of());
    }

    /** What is found, but that nobody here keeps backups. */
    List<Finding> findings() {
        return desk.state().collective().orElseThrow().findings().stream()
                .filter(f -> !f.kind().equals("no-backups"))
                .toList();
    }

    /** Lines of history, newest first. */
    List<String> history() {
        return desk.state().history().stream().map(Journal.HistoryRow::text).toList();
    }
}
