package org.ronron.ui.pages.history;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.ronron.api.NoticeFact;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** Who did what, and when; newest first. */
public final class HistoryPage implements Page {
    public static final String ID = "history";

    private static final double ROW = 33;
    private static final double SHORTEST = 7 * ROW;

    /** The desk shows no more lines than these. */
    private static final int SHOWN = 500;

    private final Ui ui;
    private final Texts texts;
    private final VBox view;
    private final TextField search = new TextField();
    private final TableView<HistoryLine> table = new TableView<>();
    private final Label more = Bits.text("", "note");
    private final Label nothing = Bits.text("", "secondary");
    private final ObservableList<HistoryLine> lines = FXCollections.observableArrayList();
    private final FilteredList<HistoryLine> found = new FilteredList<>(lines);
    private final NoticeList notices;
    private final ToggleButton done;
    private final ToggleButton told;
    private final Button export;
    private List<HistoryRow> drawn = List.of();
    private List<OperationView> operations = List.of();
    private List<NoticeFact> received = List.of();

    public HistoryPage(Ui ui) {
        this(ui, window -> new HistoryExport(ui).ask(window));
    }

    /**
     * @param where asks for the file to export to; called on the FX thread
     */
    public HistoryPage(Ui ui, Function<Window, Optional<Path>> where) {
        this.ui = ui;
        this.texts = ui.texts();
        search.setPromptText(texts.get("history.search"));
        search.setAccessibleText(texts.get("history.search"));
        search.setId("history-search");
        search.setPrefWidth(280);
        search.textProperty().addListener((of, before, now) -> filter(now));
        notices = new NoticeList(ui);
        ToggleGroup group = new ToggleGroup();
        done = pill("history-done", group);
        told = pill("history-notices", group);
        done.setSelected(true);
        export =
                Bits.button(
                        texts.get("history.export"),
                        () ->
                                where.apply(export().getScene().getWindow())
                                        .ifPresent(new HistoryExport(ui)::write));
        export.setId("history-export");
        HBox header =
                Bits.row(
                        12,
                        Bits.whole(texts.get("page.history"), "page-title"),
                        Bits.row(6, done, told),
                        Bits.spring(),
                        search,
                        export);
        header.setAlignment(Pos.CENTER_LEFT);
        table();
        VBox.setVgrow(notices, Priority.ALWAYS);
        view = Bits.column(12, header, table, more, notices);
        turn();
        view.getStyleClass().addAll("page", "page-content", "history-page");
    }

    private Button export() {
        return export;
    }

    private ToggleButton pill(String id, ToggleGroup group) {
        ToggleButton pill = new ToggleButton();
        pill.setId(id);
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.getStyleClass().add("pill");
        pill.setToggleGroup(group);
        pill.setOnAction(
                e -> {
                    pill.setSelected(true); // a second click does not leave none chosen
                    turn();
                });
        return pill;
    }

    /** What was done, or what was received. */
    private void turn() {
        boolean messages = told.isSelected();
        Bits.shown(table, !messages);
        Bits.shown(notices, messages);
        Bits.shown(export, !messages);
        Bits.shown(more, !messages && lines.size() >= SHOWN);
        String prompt = texts.get(messages ? "history.notices.search" : "history.search");
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
    }

    private void table() {
        table.setItems(found);
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("card", "rows");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(column("history.when", 180, HistoryLine::when));
        table.getColumns()
                .add(
                        column(
                                "history.who",
                                140,
                                l -> l.row().who().isEmpty() ? "—" : l.row().who()));
        TableColumn<HistoryLine, String> what = column("history.what", 0, HistoryLine::what);
        what.setPrefWidth(500);
        what.setCellFactory(of -> new WholeCell());
        table.getColumns().add(what);
        TableColumn<HistoryLine, String> plan = column("history.plan", 66, HistoryLine::plan);
        plan.setCellFactory(of -> new PlanCell());
        table.getColumns().add(plan);
        TableColumn<HistoryLine, String> outcome =
                column("history.outcome", 180, HistoryLine::outcome);
        outcome.setCellFactory(of -> new WholeCell());
        table.getColumns().add(outcome);
        TableColumn<HistoryLine, String> operation =
                column("history.operation", 96, HistoryPage::operation);
        operation.setCellFactory(of -> new OperationLink());
        table.getColumns().add(operation);
        table.setPlaceholder(nothing);
        VBox.setVgrow(table, Priority.ALWAYS);
        empty();
    }

    private TableColumn<HistoryLine, String> column(
            String title, double width, Function<HistoryLine, String> value) {
        TableColumn<HistoryLine, String> column = new TableColumn<>(texts.get(title));
        column.setSortable(false);
        column.setReorderable(false);
        if (width > 0) {
            column.setMinWidth(width);
            column.setMaxWidth(width);
        }
        column.setCellValueFactory(
                of -> new ReadOnlyStringWrapper(value.apply(of.getValue())).getReadOnlyProperty());
        return column;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-book-open";
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(DeskState state) {
        received = state.collective().map(Collective::notices).orElse(List.of());
        notices.show(received, search.getText());
        count(state.history().size());
        if (state.history().equals(drawn) && state.operations().equals(operations)) {
            return;
        }
        drawn = state.history();
        operations = state.operations();
        HistoryWords words = new HistoryWords(texts, ui.zone(), state);
        lines.setAll(
                drawn.stream()
                        .sorted(Comparator.comparingLong(HistoryRow::at).reversed())
                        .map(words::line)
                        .toList());
        empty();
    }

    private void count(int lines) {
        done.setText(texts.get("history.done.all", "n", texts.figures().whole(lines)));
        told.setText(
                texts.get("history.notices.count", "n", texts.figures().whole(received.size())));
        export.setDisable(lines == 0);
        more.setText(texts.get("history.more", "n", texts.figures().whole(lines)));
        Bits.shown(more, done.isSelected() && lines >= SHOWN);
    }

    private void filter(String words) {
        notices.show(received, words);
        found.setPredicate(line -> line.matches(words));
        empty();
    }

    /** A notice that was sent is no operation to look after. */
    private static String operation(HistoryLine line) {
        boolean notice = line.row().text().startsWith("history.notice.");
        return notice ? "" : line.row().operationId();
    }

    private void empty() {
        table.setMaxHeight(Math.max(SHORTEST, (found.size() + 1) * ROW + 3));
        nothing.setText(texts.get(lines.isEmpty() ? "history.none" : "history.notFound"));
    }

    /** What people call the plan. */
    private static final class PlanCell extends TableCell<HistoryLine, String> {
        PlanCell() {
            getStyleClass().add("mono");
        }

        @Override
        protected void updateItem(@Nullable String plan, boolean empty) {
            super.updateItem(plan, empty);
            setText(empty ? null : plan);
            @Nullable HistoryLine line = getTableRow() == null ? null : getTableRow().getItem();
            String title = line == null ? "" : line.title();
            setTooltip(title.isEmpty() ? null : new Tooltip(title));
        }
    }

    /** What is too long for its line unfolds under the pointer. */
    private static final class WholeCell extends TableCell<HistoryLine, String> {
        @Override
        protected void updateItem(@Nullable String what, boolean empty) {
            super.updateItem(what, empty);
            setText(empty ? null : what);
            setTooltip(empty || what == null ? null : new Tooltip(what));
        }
    }

    /** Opens the operation that a line belongs to. */
    private final class OperationLink extends TableCell<HistoryLine, String> {
        @Override
        protected void updateItem(@Nullable String id, boolean empty) {
            super.updateItem(id, empty);
            setText(null);
            setGraphic(
                    empty || id == null || id.isEmpty()
                            ? null
                            : Bits.button(
                                    texts.get("history.open"),
                                    () -> ui.navigator().operation(id),
                                    "small",
                                    "flat"));
        }
    }
}
