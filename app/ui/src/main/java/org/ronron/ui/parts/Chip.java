package org.ronron.ui.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A short word on a soft ground; never cut. */
public final class Chip extends Label {
    public Chip(String text, String... classes) {
        super(text);
        getStyleClass().add("chip");
        getStyleClass().addAll(classes);
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
