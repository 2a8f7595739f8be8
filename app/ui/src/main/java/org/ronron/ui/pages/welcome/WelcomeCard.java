package org.ronron.ui.pages.welcome;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.ronron.ui.parts.Bits;

/** One of the three ways in. */
final class WelcomeCard extends VBox {
    private final VBox ways = Bits.column(8);

    WelcomeCard(String title, String text, Node... buttons) {
        super(8);
        getStyleClass().addAll("card", "welcome-card");
        ways.getChildren().setAll(buttons);
        getChildren()
                .addAll(
                        Bits.text(title, "card-title"),
                        Bits.text(text, "secondary"),
                        Bits.spring(),
                        ways);
    }

    /** Puts something else where the buttons are. */
    void ask(Node... instead) {
        ways.getChildren().setAll(instead);
    }
}
