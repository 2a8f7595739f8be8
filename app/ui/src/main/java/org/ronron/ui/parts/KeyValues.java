package org.ronron.ui.parts;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Rows of a word and what it is: the inspector's and the forecast's form. */
public final class KeyValues extends GridPane {
    private int rows;

    /**
     * @param keyWidth pixels for the words on the left
     */
    public KeyValues(double keyWidth) {
        getStyleClass().add("key-values");
        ColumnConstraints key = new ColumnConstraints(keyWidth, keyWidth, keyWidth);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(40);
        getColumnConstraints().addAll(key, value);
    }

    /** Adds a row; the value wraps. */
    public KeyValues add(String key, String value, String... classes) {
        return add(key, Bits.text(value, classes));
    }

    public KeyValues add(String key, Node value) {
        Label label = Bits.text(key, "key");
        label.setLabelFor(value);
        addRow(rows++, label, value);
        boolean field = value instanceof Control && !(value instanceof Label);
        GridPane.setValignment(label, field ? VPos.CENTER : VPos.TOP);
        GridPane.setValignment(value, VPos.TOP);
        return this;
    }

    public boolean isEmpty() {
        return rows == 0;
    }
}
