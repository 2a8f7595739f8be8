package org.ronron.ui.pages.connections;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.ui.parts.Bits;

/** What is not needed by most: one line, which opens to all of it. */
final class Folded extends VBox {
    private final String title;
    private final VBox inside;
    private final Button line;

    Folded(String title, String id, Node... content) {
        super(12);
        this.title = title;
        inside = Bits.column(12, content);
        line = Bits.button("", () -> open(getChildren().size() == 1), "fold-line");
        line.setId(id);
        open(false);
    }

    void open(boolean open) {
        getChildren().setAll(line);
        if (open) {
            getChildren().add(inside);
        }
        line.setText((open ? "▾  " : "▸  ") + title);
    }
}
