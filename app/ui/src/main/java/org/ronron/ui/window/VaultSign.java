package org.ronron.ui.window;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.ronron.core.desk.DeskState;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Ui;

/** The vault's lock in the top bar: a shape and a word, and the other state at one press. */
final class VaultSign extends Button {
    private final Ui ui;
    private final Runnable unlock;
    private Secrets.State shown = Secrets.State.ABSENT;

    /**
     * @param unlock asks for the passphrase
     */
    VaultSign(Ui ui, Runnable unlock) {
        this.ui = ui;
        this.unlock = unlock;
        setId("vault-sign");
        getStyleClass().addAll("small", "vault-sign");
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(e -> turn());
        word();
        Bits.shown(this, false);
    }

    void show(DeskState state) {
        boolean other = shown != state.vault();
        shown = state.vault();
        Bits.shown(this, locks(state) && shown != Secrets.State.ABSENT);
        if (other) {
            word();
        }
    }

    private void word() {
        boolean open = shown == Secrets.State.OPEN;
        Texts texts = ui.texts();
        setText(texts.get(open ? "top.vaultOpen" : "top.unlock"));
        setGraphic(Icons.of(open ? "fth-unlock" : "fth-lock"));
        String does = texts.get(open ? "vault.lockNow" : "top.unlock");
        setTooltip(new Tooltip(does));
        setAccessibleText(open ? texts.get("top.vaultOpen") + ". " + does : does);
        getStyleClass().remove("open");
        if (open) {
            getStyleClass().add("open");
        }
    }

    /** Whether there is something to lock: samples have no secrets, practice keeps none. */
    static boolean locks(DeskState state) {
        return state.collective()
                .filter(c -> !c.kind().equals("sample") && !c.kind().equals("practice"))
                .isPresent();
    }

    /** Where there is little room, the word of the safe state gives way. */
    void fold(boolean folded) {
        setContentDisplay(folded ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private void turn() {
        if (shown == Secrets.State.OPEN) {
            lock(ui);
        } else {
            unlock.run();
        }
    }

    /** Locks the vault now, and says so. */
    static void lock(Ui ui) {
        Asking.run(
                ui,
                ui.desk().vault().lock(),
                () -> ui.navigator().say(ui.texts().get("vault.locked")));
    }
}
