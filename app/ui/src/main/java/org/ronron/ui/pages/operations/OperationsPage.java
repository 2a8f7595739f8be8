package org.ronron.ui.pages.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** Operations, newest first; one of them unfolds over the page. They go on without it. */
public final class OperationsPage implements Page {
    public static final String ID = "operations";

    private static final double ROW = 44;

    private final Ui ui;
    private final BorderPane view = new BorderPane();
    private final ListView<OperationView> list = new ListView<>();
    private final VBox overview;
    private final VBox nothing;
    private @Nullable String open;
    private @Nullable OperationDetail detail;

    public OperationsPage(Ui ui) {
        this.ui = ui;
        Texts texts = ui.texts();
        view.getStyleClass().addAll("page", "operations-page");
        list.setFixedCellSize(ROW);
        list.setCellFactory(of -> new OperationCell(ui));
        list.getStyleClass().addAll("card", "rows");
        list.setOnMouseClicked(e -> openSelected());
        list.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                        openSelected();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        nothing =
                Bits.column(
                        8,
                        Bits.text(texts.get("operations.none"), "section-title"),
                        Bits.text(texts.get("operations.none.why"), "secondary"));
        nothing.getStyleClass().add("empty");
        overview = Bits.column(12, Bits.line(texts.get("page.operations"), "page-title"));
        overview.getStyleClass().add("page-content");
        overview.getChildren().addAll(list, nothing);
        view.setCenter(overview);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-play";
    }

    @Override
    public Region view() {
        return view;
    }

    /** Opens one operation; if it is not there yet, as soon as it is. */
    public void open(String operationId) {
        open = operationId;
        detail = null;
        show(ui.desk().state());
    }

    /** Back to the list. */
    void close() {
        open = null;
        detail = null;
        list.getSelectionModel().clearSelection();
        view.setCenter(overview);
    }

    @Override
    public void show(DeskState state) {
        List<OperationView> newest =
                state.operations().stream()
                        .sorted(Comparator.comparing(OperationView::begun).reversed())
                        .toList();
        if (!newest.equals(list.getItems())) {
            list.getItems().setAll(newest);
            list.setMaxHeight(newest.size() * ROW + 2);
        }
        Bits.shown(list, !newest.isEmpty());
        Bits.shown(nothing, newest.isEmpty());
        Optional<OperationView> opened =
                newest.stream().filter(o -> o.id().equals(open)).findFirst();
        if (opened.isPresent()) {
            OperationView operation = opened.get();
            if (detail == null) {
                detail = new OperationDetail(ui, operation, this::close);
            }
            detail.show(operation, state);
            view.setCenter(detail);
        } else {
            view.setCenter(overview);
        }
    }

    /** Operations that need a person or are under way. */
    @Override
    public int badge(DeskState state) {
        return (int)
                state.operations().stream()
                        .filter(
                                o ->
                                        switch (o.state()) {
                                            case RUNNING, WAITING, STOPPED -> true;
                                            case CANCELLED, DONE -> false;
                                        })
                        .count();
    }

    private void openSelected() {
        OperationView selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            open(selected.id());
        }
    }
}
