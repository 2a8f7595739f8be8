package org.ronron.ui.pages.shared;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;

/** The one coloured strip of a page: what needs a person, and the button that helps. */
public final class Strip extends HBox {
    private final Texts texts;

    public Strip(Texts texts) {
        super(12);
        this.texts = texts;
        getStyleClass().addAll("strip", "warn");
        setAlignment(Pos.CENTER_LEFT);
        hide();
    }

    /** Shows what happened, what to do, and a way out if there is one. */
    public void show(String what, String remedy, String code, @Nullable Button help) {
        Label remedyText = Bits.text(remedy, "secondary");
        VBox words = Bits.column(4, Marked.text(texts, Mark.ATTENTION, what, "strong"), remedyText);
        HBox.setHgrow(words, Priority.ALWAYS);
        Bits.shown(remedyText, !remedy.isEmpty());
        getChildren().setAll(words, Bits.whole(code, "code-of-error"));
        if (help != null) {
            getChildren().add(help);
        }
        Bits.shown(this, true);
    }

    public void hide() {
        getChildren().clear();
        Bits.shown(this, false);
    }
}
