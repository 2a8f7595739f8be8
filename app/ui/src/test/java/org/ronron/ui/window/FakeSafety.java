package org.ronron.ui.window;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ronron.api.Fault;
import org.ronron.core.desk.BackupDesk;
import org.ronron.core.desk.FindingDesk;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Finding;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.RefusedException;

/** Backups, findings and the history's file in memory: writes down what it is asked. */
public final class FakeSafety implements BackupDesk, FindingDesk {
    public final List<BackupChange> planned = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final Map<String, String> files = new ConcurrentHashMap<>();
    public final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    public volatile List<HistoryRow> history = List.of();
    public volatile List<String> next = List.of();

    /** What the next call is refused with. */
    public volatile Optional<Fault> refusal = Optional.empty();

    private <T> CompletableFuture<T> done(T value) {
        Optional<Fault> fault = refusal;
        refusal = Optional.empty();
        return fault.isPresent()
                ? CompletableFuture.failedFuture(new RefusedException(fault.get()))
                : CompletableFuture.completedFuture(value);
    }

    @Override
    public CompletableFuture<Plan> plan(BackupChange change) {
        planned.add(change);
        return done(
                new Plan(
                        "01JPLAN0000000000000000BCK1",
                        "collective",
                        List.of(change),
                        Map.of(),
                        States.NOW,
                        List.of(),
                        List.of(),
                        Plan.CutOff.NOBODY,
                        Optional.empty()));
    }

    @Override
    public CompletableFuture<List<String>> nextToGo(String endpointId, String key) {
        asked.add("next " + endpointId + " " + key);
        return done(next);
    }

    @Override
    @SuppressWarnings("NullAway") // a future of Void ends with null
    public CompletableFuture<Void> accept(Finding finding, String reason, LocalDate until) {
        asked.add("accept " + finding.kind() + " " + reason + " " + until);
        return done(null);
    }

    @Override
    @SuppressWarnings("NullAway") // a future of Void ends with null
    public CompletableFuture<Void> reopen(Accepted accepted) {
        asked.add("reopen " + accepted.finding().kind());
        return done(null);
    }

    /** As the desk would: the file is made of all the lines there are. */
    @SuppressWarnings("NullAway") // a future of Void ends with null
    public CompletableFuture<Void> export(String path, Function<List<HistoryRow>, byte[]> form) {
        files.put(path, new String(form.apply(history), StandardCharsets.UTF_8));
        return done(null);
    }

    /** As the desk would; a picture's bytes are kept as they are. */
    @SuppressWarnings("NullAway") // a future of Void ends with null
    public CompletableFuture<Void> keep(String path, Supplier<byte[]> form) {
        kept.put(path, form.get());
        return done(null);
    }
}
