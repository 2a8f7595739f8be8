package org.ronron.ui.parts;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a word and what it is: the inspector's and the forecast's form. It can be filled again,
 * see {@link #begin}: what stands then says something else, which costs far less than new rows.
 */
public final class KeyValues extends GridPane {
    private static final String FORM = "form";

    private final List<Row> standing = new ArrayList<>();
    private int rows;

    /**
     * One row.
     *
     * @param look what its value looks like: another of the same look can take its place
     */
    private record Row(String look, Label key, Node value) {}

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

    /** The rows that follow take the places of those that stand, until {@link #end}. */
    public void begin() {
        rows = 0;
    }

    /** Takes away what was not filled again. */
    public void end() {
        while (standing.size() > rows) {
            remove(standing.removeLast());
        }
    }

    /** Adds a row; the value wraps. */
    public KeyValues add(String key, String value, String... classes) {
        String look = "text " + String.join(" ", classes);
        if (again(look, key) instanceof Label label) {
            label.setText(value);
            return this;
        }
        return put(look, key, Bits.text(value, classes));
    }

    /** Adds a row whose value leads somewhere. */
    public KeyValues link(String key, String value, Runnable go, String... classes) {
        String look = "link " + String.join(" ", classes);
        if (again(look, key) instanceof Button link) {
            link.setText(value);
            link.setOnAction(e -> go.run());
            return this;
        }
        return put(look, key, Bits.link(value, go, classes));
    }

    public KeyValues add(String key, Node value) {
        return put(FORM, key, value);
    }

    /** The value of the row that stands here, if it is of this look; it has this key then. */
    private @Nullable Labeled again(String look, String key) {
        if (rows < standing.size()
                && standing.get(rows).look().equals(look)
                && standing.get(rows).value() instanceof Labeled value) {
            standing.get(rows).key().setText(key);
            rows++;
            return value;
        }
        return null;
    }

    private KeyValues put(String look, String key, Node value) {
        if (rows < standing.size()) {
            remove(standing.remove(rows));
        }
        Label label = Bits.text(key, "key");
        label.setLabelFor(value);
        boolean field = value instanceof Control && !(value instanceof Label);
        GridPane.setConstraints(label, 0, rows);
        GridPane.setConstraints(value, 1, rows);
        GridPane.setValignment(label, field ? VPos.CENTER : VPos.TOP);
        GridPane.setValignment(value, VPos.TOP);
        standing.add(rows, new Row(look, label, value));
        getChildren().addAll(2 * rows, List.of(label, value));
        rows++;
        return this;
    }

    private void remove(Row row) {
        getChildren().removeAll(row.key(), row.value());
    }

    public boolean isEmpty() {
        return rows == 0;
    }
}
