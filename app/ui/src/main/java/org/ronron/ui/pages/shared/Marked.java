package org.ronron.ui.pages.shared;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;

/** A state as a shape, a colour and words. */
public final class Marked {
    private Marked() {}

    /** The shape with words that wrap. */
    public static HBox text(Texts texts, Mark mark, String words, String... classes) {
        return of(texts, mark, Bits.text(words, classes), Pos.TOP_LEFT);
    }

    /** The shape with words on one line that are never cut. */
    public static HBox whole(Texts texts, Mark mark, String words, String... classes) {
        return of(texts, mark, Bits.whole(words, classes), Pos.CENTER_LEFT);
    }

    private static HBox of(Texts texts, Mark mark, Label words, Pos place) {
        words.getStyleClass().addAll("words-" + mark.name().toLowerCase(Locale.ROOT), "of-state");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(6, new StateMark(mark, texts), words);
        row.setAlignment(place);
        row.getStyleClass().add(place == Pos.TOP_LEFT ? "marked" : "marked-line");
        return row;
    }
}
