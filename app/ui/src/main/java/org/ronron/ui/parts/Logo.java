package org.ronron.ui.parts;

import javafx.scene.layout.Region;

/** The cat's head; its six strokes are a path in the style sheet. */
public final class Logo extends Region {
    public Logo(boolean large) {
        getStyleClass().add(large ? "logo-large" : "logo");
    }
}
