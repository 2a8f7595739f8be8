package org.ronron.ui.parts;

import org.kordamp.ikonli.javafx.FontIcon;

/** The one thin line set of icons, 16 pixels, in the text's colour. */
public final class Icons {
    private Icons() {}

    /**
     * @param literal a name of the Feather set: {@code fth-search}
     */
    public static FontIcon of(String literal) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("icon");
        return icon;
    }
}
