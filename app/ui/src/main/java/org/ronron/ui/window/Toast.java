package org.ronron.ui.window;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.ronron.ui.parts.Bits;

/** A short line at the bottom that goes by itself. */
final class Toast extends Label {
    private final PauseTransition pause = new PauseTransition(Duration.seconds(4));

    Toast() {
        getStyleClass().add("toast");
        setAccessibleRole(AccessibleRole.TEXT);
        setMouseTransparent(true);
        pause.setOnFinished(e -> hush());
        Bits.shown(this, false);
    }

    /** What it says belongs to the page that is left. */
    void hush() {
        pause.stop();
        Bits.shown(this, false);
    }

    void say(String text) {
        setText(text);
        setAccessibleText(text);
        Bits.shown(this, true);
        pause.playFromStart();
    }
}
