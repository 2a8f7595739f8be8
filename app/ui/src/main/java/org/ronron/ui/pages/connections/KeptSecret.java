package org.ronron.ui.pages.connections;

import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/** Says that the vault holds a secret, and lets it be given up where it is not needed. */
final class KeptSecret extends HBox {
    private final Texts texts;
    private final String since;
    private final Control field;
    private final Label words = Bits.text("", "note");
    private final Button change;
    private boolean forgotten;

    /**
     * @param since the day, as it is read
     * @param mayGo whether the connection can do without it
     * @param field disabled while it is to be forgotten
     */
    KeptSecret(Texts texts, String since, boolean mayGo, Control field) {
        super(8);
        this.texts = texts;
        this.since = since;
        this.field = field;
        getStyleClass().add("row");
        change = Bits.button("", this::turn, "small");
        Bits.shown(change, mayGo);
        getChildren().addAll(words, Bits.spring(), change);
        say();
    }

    boolean forgotten() {
        return forgotten;
    }

    private void turn() {
        forgotten = !forgotten;
        field.setDisable(forgotten);
        say();
    }

    private void say() {
        words.setText(texts.get(forgotten ? "secret.toForget" : "secret.kept", "since", since));
        change.setText(texts.get(forgotten ? "secret.keep" : "secret.forget"));
    }
}
