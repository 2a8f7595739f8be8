package org.ronron.ui.topology.map;

import javafx.scene.text.Font;

/** The faces that the picture is written in. */
enum Face {
    TITLE("Inter SemiBold"),
    TEXT("Inter"),
    /** Of machines and identifiers. */
    NAME("JetBrains Mono");

    private final String family;

    Face(String family) {
        this.family = family;
    }

    /**
     * @param size pixels
     */
    Font font(int size) {
        return Font.font(family, size);
    }
}
