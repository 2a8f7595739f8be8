package org.ronron.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What a page says when there is nothing on it: why, and what to do. */
public final class EmptyState extends VBox {
    public EmptyState(String title, String text, Node... ways) {
        super(8);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        getChildren()
                .addAll(
                        new Logo(true),
                        Bits.text(title, "card-title"),
                        Bits.text(text, "secondary"));
        getChildren().addAll(ways);
    }
}
