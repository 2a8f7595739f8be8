package org.ronron.ui.pages.shared;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Puts a text on the clipboard and says so. */
public final class Copying {
    private Copying() {}

    public static Button button(Ui ui, String label, String text) {
        Button button = Bits.button(ui.texts().get(label), () -> copy(ui, text), "small");
        button.getStyleClass().add("copy");
        return button;
    }

    public static void copy(Ui ui, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        ui.navigator().say(ui.texts().get("copied"));
    }
}
