package org.ronron.ui.parts;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.ronron.resources.Texts;

/** The shape of a state, drawn by the style sheet; its word is what a screen reader says. */
public final class StateMark extends Region {
    public StateMark(Mark mark, Texts texts) {
        getStyleClass().addAll("state-mark", "mark-" + mark.lower());
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(mark.word(texts));
    }
}
