package org.ronron.ui.pages.backups;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.JobFact;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Uncovered;
import org.ronron.core.plan.BackupChange;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.connections.ConnectionsPage;
import org.ronron.ui.pages.operations.UnderWay;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.pages.shared.PlanWords;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** One line of the page, in the inspector: what may be said of it, its points, what can be done. */
final class BackupDetail extends VBox {
    private static final double KEYS = 78;
    private static final int JOBS = 3;

    /** What the buttons are made from. */
    private record Offer(String id, boolean atWork, boolean sample, List<String> points) {}

    private final Ui ui;
    private final Texts texts;
    private final BackupWords words;
    private final Runnable close;
    private final VBox top = Bits.column(10);
    private final VBox work = Bits.column(10);
    private final VBox facts = Bits.column(10);
    private final PointList points;
    private @Nullable Offer offered;

    BackupDetail(Ui ui, BackupWords words, Runnable close) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = words;
        this.close = close;
        this.points = new PointList(ui, words);
        setId("backup-detail");
        getStyleClass().add("backup-detail");
        getChildren().addAll(top, work, points, facts);
    }

    void show(BackupLine line, DeskState state) {
        top.getChildren().setAll(head(line), headline(line));
        line.backup()
                .ifPresentOrElse(
                        b -> show(line, b, state), () -> show(line.uncovered().orElseThrow()));
    }

    private void show(BackupLine line, Backup backup, DeskState state) {
        Collective collective = state.collective().orElseThrow();
        Optional<OperationView> operation = operation(state, backup);
        operation.ifPresent(
                o ->
                        top.getChildren()
                                .add(
                                        new UnderWay(
                                                ui,
                                                o,
                                                collective,
                                                "findings.see",
                                                "backup-operation")));
        backup.fact().jobs().stream()
                .sorted(Comparator.comparing(j -> j.state() != JobFact.State.RUNNING))
                .limit(JOBS)
                .forEach(j -> top.getChildren().add(job(j)));
        boolean sample = collective.kind().equals("sample");
        boolean atWork = operation.isPresent() || backup.running().isPresent();
        List<String> keys = backup.fact().points().stream().map(p -> p.key()).toList();
        Offer now = new Offer(line.id(), atWork, sample, keys);
        if (!now.equals(offered)) {
            offered = now;
            work.getChildren().clear();
            if (!sample) {
                work.getChildren().add(new BackupActions(ui, backup, atWork));
            }
            points.show(line.id(), backup, atWork || sample);
        }
        Bits.shown(work, !sample);
        Bits.shown(points, true);
        facts.getChildren().setAll(Bits.line(texts.get("backups.facts"), "section-title"));
        facts.getChildren().add(facts(line, backup));
    }

    private void show(Uncovered uncovered) {
        offered = null;
        Bits.shown(points, false);
        Bits.shown(work, true);
        Button connect =
                Bits.button(
                        texts.get("backups.uncovered.connect"),
                        () -> ui.navigator().go(ConnectionsPage.ID));
        connect.setId("backup-connect");
        work.getChildren()
                .setAll(Bits.text(texts.get("backups.uncovered.how"), "secondary"), connect);
        KeyValues rows = new KeyValues(KEYS);
        rows.add(
                texts.get("backups.depends"),
                uncovered.spaces() == 0
                        ? texts.get("backups.spaces.none")
                        : texts.count("backups.spaces.of", uncovered.spaces()));
        facts.getChildren().setAll(rows);
    }

    private HBox head(BackupLine line) {
        Button shut = new Button("", Icons.of("fth-x"));
        shut.setId("backup-close");
        shut.setAccessibleText(texts.get("backups.close"));
        shut.getStyleClass().addAll("flat", "icon-button");
        shut.setOnAction(e -> close.run());
        Label what = Bits.text(line.what(), "mono", "backup-what");
        String by =
                line.backup()
                        .map(b -> words.with(line) + " · " + b.endpointName())
                        .orElseGet(() -> words.kind(line.uncovered().orElseThrow()));
        VBox names = Bits.column(2, what, Bits.text(by, "secondary"));
        HBox.setHgrow(names, Priority.ALWAYS);
        return new HBox(8, names, shut);
    }

    private HBox headline(BackupLine line) {
        BackupWords.Said says = words.state(line);
        Label state = Bits.text(PlanWords.capital(says.word()), "strong");
        VBox both = Bits.column(2, state, Bits.text(words.why(line), "note"));
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox strip = Bits.row(8, new StateMark(says.mark(), texts), both);
        strip.setId("backup-says");
        strip.getStyleClass().addAll("says", "says-" + says.mark().name().toLowerCase(Locale.ROOT));
        return strip;
    }

    private VBox job(JobFact job) {
        BackupWords.Said says = words.job(job);
        VBox both = Bits.column(2, Marked.text(texts, says.mark(), says.word(), "small-words"));
        both.getStyleClass().add("job");
        if (!job.said().isBlank()) {
            both.getChildren().add(Bits.text(job.said(), "note"));
        }
        return both;
    }

    /** The newest operation on it that is not over. */
    private static Optional<OperationView> operation(DeskState state, Backup backup) {
        return state.operations().stream()
                .filter(
                        o ->
                                switch (o.state()) {
                                    case RUNNING, WAITING, STOPPED -> true;
                                    case CANCELLED, DONE -> false;
                                })
                .filter(
                        o ->
                                o.plan().changes().stream()
                                        .anyMatch(
                                                c ->
                                                        c instanceof BackupChange change
                                                                && isOn(change, backup)))
                .max(Comparator.comparing(OperationView::begun));
    }

    private static boolean isOn(BackupChange change, Backup backup) {
        return change.endpointId().equals(backup.endpointId())
                && change.key().equals(backup.fact().key());
    }

    private KeyValues facts(BackupLine line, Backup backup) {
        KeyValues rows = new KeyValues(KEYS);
        row(rows, "backups.checked", words.checked(line));
        backup.verified().map(Backup.Verified::said).ifPresent(s -> row(rows, "backups.said", s));
        backup.verified().map(Backup.Verified::point).ifPresent(p -> mono(rows, "backups.of", p));
        row(rows, "backups.place", words.placeInFull(backup));
        row(rows, "backups.key", words.key(backup.fact()));
        mono(rows, "backups.saves", backup.fact().saves());
        mono(rows, "backups.series", backup.fact().key());
        backup.fact()
                .promised()
                .ifPresent(
                        p ->
                                row(
                                        rows,
                                        "backups.promised",
                                        texts.get(
                                                "backups.promised.every",
                                                "time",
                                                texts.figures().length(p))));
        backup.fact().wal().ifPresent(at -> row(rows, "backups.wal", wal(at)));
        row(rows, "backups.fortnight", DaysView.words(texts, words.days(line)));
        row(rows, "backups.seen", texts.figures().age(backup.seen(), ui.clock().instant()));
        return rows;
    }

    private String wal(Instant at) {
        return texts.get("backups.wal.until", "time", words.since(at));
    }

    private void row(KeyValues rows, String key, String value) {
        if (!value.isBlank()) {
            rows.add(texts.get(key), value);
        }
    }

    private void mono(KeyValues rows, String key, String value) {
        if (!value.isBlank()) {
            Node text = Bits.text(value, "mono");
            rows.add(texts.get(key), text);
        }
    }
}
