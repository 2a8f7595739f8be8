package org.ronron.ui.pages.backups;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.BackupFact.Point;
import org.ronron.core.model.Backup;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** The recovery points of a series, newest first; one that is whole can be restored. */
final class PointList extends VBox {
    private static final double ROW = 44;
    private static final int SEEN = 5;

    private final Ui ui;
    private final Texts texts;
    private final BackupWords words;
    private final ListView<Point> list = new ListView<>();
    private final Label title = Bits.line("", "section-title");
    private final Label none = Bits.text("", "note");
    private final Button restore;
    private @Nullable Backup backup;
    private String shown = "";
    private boolean fixed;

    PointList(Ui ui, BackupWords words) {
        super(8);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = words;
        list.setId("backup-points");
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("points");
        list.setCellFactory(of -> new PointCell());
        none.setText(texts.get("backups.points.none"));
        restore = Bits.button(texts.get("backups.do.restore"), this::restore);
        restore.setId("backup-restore");
        list.getSelectionModel().selectedItemProperty().addListener((of, was, now) -> offer());
        getChildren().addAll(title, none, list, restore);
    }

    /**
     * @param fix whether nothing can be restored now
     */
    void show(String id, Backup of, boolean fix) {
        backup = of;
        fixed = fix;
        List<Point> points = of.fact().points();
        @Nullable Point chosen = list.getSelectionModel().getSelectedItem();
        boolean same = shown.equals(id);
        shown = id;
        title.setText(texts.count("backups.points", points.size()));
        list.setAccessibleText(title.getText());
        list.setItems(FXCollections.observableList(points));
        double high = Math.min(SEEN, points.size()) * ROW + 2;
        list.setMinHeight(high);
        list.setPrefHeight(high);
        Bits.shown(list, !points.isEmpty());
        Bits.shown(none, points.isEmpty());
        Bits.shown(restore, !points.isEmpty());
        Point next = same && chosen != null && points.contains(chosen) ? chosen : newest(points);
        if (next != null) {
            list.getSelectionModel().select(next);
        }
        offer();
    }

    private static @Nullable Point newest(List<Point> points) {
        return points.stream().filter(BackupWords::restorable).findFirst().orElse(null);
    }

    private void offer() {
        @Nullable Point chosen = list.getSelectionModel().getSelectedItem();
        restore.setDisable(fixed || chosen == null || !BackupWords.restorable(chosen));
    }

    private void restore() {
        @Nullable Point chosen = list.getSelectionModel().getSelectedItem();
        @Nullable Backup of = backup;
        if (chosen != null && of != null) {
            ui.navigator().overlay(new RestoreCard(ui, words, of, chosen));
        }
    }

    /** When, how it ended and how much; its own name and the rest under the pointer. */
    private final class PointCell extends ListCell<Point> {
        @Override
        protected void updateItem(@Nullable Point point, boolean empty) {
            super.updateItem(point, empty);
            setText(null);
            if (empty || point == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            BackupWords.Said result = words.result(point);
            String size =
                    point.bytes().isPresent()
                            ? texts.figures().bytes(point.bytes().getAsLong())
                            : "";
            VBox both =
                    Bits.column(
                            2,
                            Bits.line(words.when(point.at()), "point-when"),
                            Marked.whole(
                                    texts, result.mark(), joined(result.word(), size), "note"));
            both.setAlignment(Pos.CENTER_LEFT);
            setGraphic(both);
            String more =
                    joined(
                            point.key(),
                            files(point.files()),
                            point.took().map(texts.figures()::length).orElse(""));
            setTooltip(new Tooltip(more));
        }

        private String joined(String... parts) {
            return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(" · "));
        }

        private String files(OptionalLong files) {
            return files.isPresent() ? texts.count("backups.files", files.getAsLong()) : "";
        }
    }
}
