package org.ronron.ui.pages.connections;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/** A page beneath the list: the way back, a title, and what it is for. */
final class SubPage extends ScrollPane {
    /**
     * @param back to the list
     */
    SubPage(Texts texts, String title, Runnable back, Node content) {
        HBox header =
                Bits.row(
                        8,
                        Bits.button(texts.get("connections.back"), back, "small"),
                        Bits.line(title, "page-title"));
        header.setAlignment(Pos.CENTER_LEFT);
        VBox page = Bits.column(12, header, content);
        page.getStyleClass().add("page-content");
        setContent(page);
        setFitToWidth(true);
    }
}
