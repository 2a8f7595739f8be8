package org.ronron.ui.parts;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.ronron.resources.Texts;

/** The shape of a state, drawn by the style sheet; its word is what a screen reader says. */
public final class StateMark extends Region {
    private final Texts texts;
    private Mark shown;

    public StateMark(Mark mark, Texts texts) {
        this.texts = texts;
        this.shown = mark;
        getStyleClass().addAll("state-mark", style(mark));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(mark.word(texts));
    }

    /** Turns into another one; costs nothing when it is the same. */
    public void show(Mark mark) {
        if (mark != shown) {
            getStyleClass().remove(style(shown));
            getStyleClass().add(style(mark));
            setAccessibleText(mark.word(texts));
            shown = mark;
        }
    }

    private static String style(Mark mark) {
        return "mark-" + mark.lower();
    }
}
