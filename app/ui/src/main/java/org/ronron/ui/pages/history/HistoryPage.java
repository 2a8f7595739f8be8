package org.ronron.ui.pages.history;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
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

    private final Ui ui;
    private final Texts texts;
    private final VBox view;
    private final TextField search = new TextField();
    private final TableView<HistoryLine> table = new TableView<>();
    private final Label nothing = Bits.text("", "secondary");
    private final ObservableList<HistoryLine> lines = FXCollections.observableArrayList();
    private final FilteredList<HistoryLine> found = new FilteredList<>(lines);
    private List<HistoryRow> drawn = List.of();

    public HistoryPage(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
        search.setPromptText(texts.get("history.search"));
        search.setAccessibleText(texts.get("history.search"));
        search.setId("history-search");
        search.setPrefWidth(280);
        search.textProperty().addListener((of, before, now) -> filter(now));
        HBox header =
                Bits.row(
                        12,
                        Bits.line(texts.get("page.history"), "page-title"),
                        Bits.spring(),
                        search);
        header.setAlignment(Pos.CENTER_LEFT);
        table();
        view = Bits.column(12, header, table);
        view.getStyleClass().addAll("page", "page-content", "history-page");
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
        what.setPrefWidth(600);
        what.setCellFactory(of -> new WholeCell());
        table.getColumns().add(what);
        TableColumn<HistoryLine, String> operation =
                column("history.operation", 132, l -> l.row().operationId());
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
        if (state.history().equals(drawn)) {
            return;
        }
        drawn = state.history();
        lines.setAll(
                drawn.stream()
                        .sorted(Comparator.comparingLong(HistoryRow::at).reversed())
                        .map(row -> HistoryLine.of(row, texts, ui.zone()))
                        .toList());
        empty();
    }

    private void filter(String words) {
        found.setPredicate(line -> line.matches(words));
        empty();
    }

    private void empty() {
        table.setMaxHeight(Math.max(SHORTEST, (found.size() + 1) * ROW + 3));
        nothing.setText(texts.get(lines.isEmpty() ? "history.none" : "history.notFound"));
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
