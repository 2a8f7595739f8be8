package org.ronron.ui.window;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;

/** Ctrl+K: finds any node, zone, page or action. */
final class Palette extends VBox {
    private static final double ROW = 33;
    private static final int ROWS = 10;

    private final ListView<Finds.Entry> list = new ListView<>();
    private final Runnable close;

    Palette(Texts texts, Finds finds, Runnable close) {
        super(8);
        this.close = close;
        getStyleClass().addAll("card", "dialog", "palette");
        TextField typed = new TextField();
        typed.setId("palette-text");
        typed.setPromptText(texts.get("top.search"));
        typed.setAccessibleText(texts.get("top.search"));
        typed.textProperty().addListener((of, before, now) -> fill(finds, now));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPlaceholder(Bits.text(texts.get("palette.nothing"), "secondary"));
        list.setCellFactory(of -> new EntryCell());
        list.setOnMouseClicked(e -> choose());
        getChildren().addAll(typed, list);
        fill(finds, "");
    }

    private void fill(Finds finds, String typed) {
        list.getItems().setAll(finds.of(typed));
        list.getSelectionModel().select(0);
        list.setPrefHeight(Math.clamp(list.getItems().size(), 1, ROWS) * ROW + 2);
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(at - 1, 0));
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else {
            return;
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
        event.consume();
    }

    private void choose() {
        Finds.Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.go().run();
        }
    }

    /** Icon, name, and what it is. */
    private static final class EntryCell extends ListCell<Finds.Entry> {
        @Override
        protected void updateItem(Finds.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            setGraphic(
                    Bits.row(
                            10,
                            Icons.of(entry.icon()),
                            Bits.line(entry.name()),
                            Bits.spring(),
                            Bits.whole(entry.kind(), "note")));
        }
    }
}
