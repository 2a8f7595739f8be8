package org.ronron.ui.parts;

import javafx.scene.layout.VBox;

/** A fingerprint in groups of four, as one reads it out over the telephone. */
public final class FingerprintText extends VBox {
    private static final int GROUP = 4;

    public FingerprintText(String fingerprint) {
        super(0);
        getStyleClass().add("fingerprint-text");
        setAccessibleText(fingerprint);
        setFocusTraversable(true);
        getChildren().add(Bits.text(grouped(fingerprint), "fingerprint"));
    }

    /** {@code SHA256:abcdefgh} as {@code SHA256: abcd efgh}; the letters stay as they are. */
    static String grouped(String fingerprint) {
        int colon = fingerprint.indexOf(':');
        String digits = fingerprint.substring(colon + 1);
        StringBuilder groups = new StringBuilder(fingerprint.substring(0, colon + 1));
        for (int i = 0; i < digits.length(); i += GROUP) {
            groups.append(' ').append(digits, i, Math.min(i + GROUP, digits.length()));
        }
        return groups.toString().strip();
    }
}
