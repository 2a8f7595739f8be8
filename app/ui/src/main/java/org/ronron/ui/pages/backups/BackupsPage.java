package org.ronron.ui.pages.backups;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Safety;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.findings.AcceptedView;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Plain;
import org.ronron.ui.parts.Ui;

/** What is saved and what is not, the worst first; one of them open in the inspector. */
public final class BackupsPage implements Page {
    public static final String ID = "backups";

    private static final double GAP = 12;

    /** How long an age may stand before it is written anew. */
    private static final Duration AGES = Duration.ofSeconds(30);

    private final Ui ui;
    private final Texts texts;
    private final BorderPane view = new BorderPane();
    private final TextField typed = new TextField();
    private final LookPills pills;
    private final BackupWords words;
    private final BackupTable table;
    private final DaysLegend legend;
    private final AcceptedView accepted;
    private final BackupDetail detail;
    private final VBox overview;
    private final NoBackups nothing;
    private Safety drawn = Safety.NONE;
    private List<BackupLine> lines = List.of();
    private String open = "";
    private Instant aged = Instant.EPOCH;
    private boolean filling;

    public BackupsPage(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
        view.getStyleClass().addAll("page", "backups-page");
        words = new BackupWords(ui);
        pills = new LookPills(texts, this::fill);
        table = new BackupTable(texts, words);
        legend = new DaysLegend(texts);
        accepted = new AcceptedView(ui, "backups-accepted", false);
        detail = new BackupDetail(ui, words, this::close);
        nothing = new NoBackups(ui);
        typed.setId("backups-search");
        typed.setPromptText(texts.get("backups.search"));
        typed.setAccessibleText(texts.get("backups.search"));
        typed.setPrefWidth(190);
        typed.setMinWidth(120);
        typed.textProperty().addListener((of, before, now) -> fill());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Label none = Bits.text(texts.get("backups.none.found"), "secondary");
        table.setPlaceholder(none);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((of, before, now) -> selected(now));
        HBox header =
                Bits.row(
                        GAP,
                        Bits.whole(texts.get("page.backups"), "page-title"),
                        typed,
                        pills,
                        Bits.spring(),
                        legend);
        VBox.setVgrow(table, Priority.ALWAYS);
        overview = Bits.column(GAP, header, table, accepted);
        overview.getStyleClass().add("page-content");
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        view.setCenter(overview);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-database";
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(DeskState state) {
        Safety now = state.collective().map(Collective::safety).orElse(Safety.NONE);
        if (!now.equals(drawn)) {
            drawn = now;
            lines = BackupLine.of(now);
            pills.count(lines);
            table.room(lines.size());
            legend.show(lines.stream().anyMatch(words::gaps));
            aged = ui.clock().instant();
            fill();
        } else if (ui.clock().instant().isAfter(aged.plus(AGES))) {
            aged = ui.clock().instant();
            table.refresh(); // it makes all cells anew, so only now and then
        }
        boolean empty = NoBackups.isSo(ui, state);
        view.setCenter(empty ? nothing : overview);
        if (empty) {
            nothing.show(state);
            close();
            return;
        }
        accepted.show(state, a -> BackupLine.isAbout(a.finding(), lines));
        draw(state);
    }

    /** The lines that were found; the one that is open stays chosen, if it is among them. */
    private void fill() {
        List<String> searched =
                Arrays.stream(Plain.of(typed.getText()).split("\\s+"))
                        .filter(w -> !w.isEmpty())
                        .toList();
        List<BackupLine> found =
                lines.stream()
                        .filter(l -> !pills.worstOnly() || l.needsALook())
                        .filter(l -> l.matches(searched))
                        .toList();
        filling = true;
        table.fill(found);
        find(open)
                .map(found::indexOf)
                .filter(i -> i >= 0)
                .ifPresent(i -> table.getSelectionModel().select(i.intValue()));
        filling = false;
    }

    private Optional<BackupLine> find(String id) {
        return lines.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    private void selected(@Nullable BackupLine line) {
        if (!filling && line != null && !line.id().equals(open)) {
            open = line.id();
            draw(ui.desk().state());
        }
    }

    /** The inspector is everybody's: what left it on the way to another page comes back. */
    private void draw(DeskState state) {
        Optional<BackupLine> line = find(open);
        if (line.isEmpty() || state.collective().isEmpty()) {
            if (!open.isEmpty()) {
                close();
            }
            return;
        }
        table.narrow(true);
        detail.show(line.get(), state);
        if (detail.getScene() == null) {
            ui.navigator().inspect(detail);
        }
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        open = "";
        ui.navigator().inspect(null);
        table.getSelectionModel().clearSelection();
        table.narrow(false);
        typed.requestFocus();
    }

    /** From the field into the list; Enter opens the first. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        } else if (event.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
            table.requestFocus();
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        } else {
            return;
        }
        event.consume();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
            close();
            event.consume();
        }
    }
}
