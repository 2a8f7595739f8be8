package org.ronron.practice.tour;

import java.time.Duration;
import java.util.function.Predicate;
import javafx.scene.control.TableRow;
import org.ronron.api.BackupFact;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.BackupChange;

/** What both acts with backups do and look at. */
record BackupWork(Stage stage) {
    static final Duration SYSTEMS = Duration.ofSeconds(60);
    static final Duration WORK = Duration.ofSeconds(180);
    static final String BORG = "borg";
    static final String BARMAN = "barman";

    /** Borg's repository on another machine, or Barman's only server. */
    static Predicate<Backup> of(String tool) {
        return b ->
                b.type().equals(tool) && (tool.equals(BARMAN) || b.fact().key().startsWith("ssh:"));
    }

    Backup series(String tool, Predicate<Backup> also, Duration atMost) throws TourException {
        return stage.eye()
                .until(
                        "the backups of " + tool,
                        atMost,
                        () ->
                                stage.desk().state().collective().stream()
                                        .flatMap(c -> c.safety().backups().stream())
                                        .filter(of(tool))
                                        .filter(also)
                                        .findFirst());
    }

    /** Clicks its row, and waits for its detail. */
    void open(String tool) throws TourException {
        BackupFact fact = series(tool, b -> true, Stage.PATIENCE).fact();
        stage.hand().click("#rail-backups");
        stage.hand()
                .click(
                        "#backups-table .table-row-cell",
                        row ->
                                row instanceof TableRow<?> r
                                        && String.valueOf(r.getItem()).contains(fact.key()));
        stage.eye().until("#backup-says", Stage.PATIENCE);
        stage.eye().blink();
    }

    /** Applies the plan that is shown; the first one of a connection asks for writing as well. */
    void apply(boolean asks) throws TourException {
        stage.hand().click(FirstAct.applyButton(stage));
        if (asks) {
            stage.clickWords(stage.texts().get("review.allow"));
        }
    }

    OperationView operation(Class<? extends BackupChange> kind, String key, boolean done)
            throws TourException {
        OperationView seen =
                stage.eye()
                        .until(
                                kind.getSimpleName() + " of " + key,
                                WORK,
                                () ->
                                        stage.desk().state().operations().stream()
                                                .filter(o -> is(o, kind, key))
                                                .filter(o -> !done || over(o))
                                                .findFirst());
        if (done && seen.state() != OperationView.State.DONE) {
            throw new TourException(kind.getSimpleName() + ": " + SecondAct.why(stage, seen));
        }
        return seen;
    }

    private static boolean is(
            OperationView operation, Class<? extends BackupChange> kind, String key) {
        return operation.plan().changes().stream()
                .anyMatch(c -> kind.isInstance(c) && kind.cast(c).key().equals(key));
    }

    private static boolean over(OperationView operation) {
        return operation.state() == OperationView.State.DONE
                || operation.state() == OperationView.State.STOPPED;
    }

    void until(String what, Duration atMost, Predicate<Collective> wanted) throws TourException {
        stage.eye().until(what, atMost, () -> stage.desk().state().collective().filter(wanted));
    }
}
