package org.ronron.ui.topology;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;

/** A line of a {@link Listing}: a state, a name that leads somewhere, a word at the end. */
final class ListingLine extends HBox {
    private final StateMark mark;
    private final Button name = Bits.link("", () -> {}, "mono");
    private final Label aside = Bits.whole("", "note");

    ListingLine(Texts texts) {
        super(8);
        mark = new StateMark(Mark.UNKNOWN, texts);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("row");
        HBox.setHgrow(name, Priority.SOMETIMES);
        getChildren().addAll(mark, name, Bits.spring(), aside);
    }

    /** Fills it, also again. */
    ListingLine say(Mark state, String who, Runnable go, String word) {
        mark.show(state);
        name.setText(who);
        name.setOnAction(e -> go.run());
        aside.setText(word);
        return this;
    }
}
