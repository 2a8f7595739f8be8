package org.ronron.ui.window;

import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Passphrase;
import org.ronron.ui.parts.Ui;

/**
 * Opens the vault with its passphrase, or with the session's keyring where the person wished that;
 * leads on where the passphrase is forgotten.
 */
final class VaultCard extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Runnable opened;
    private final CheckBox use;
    private final Passphrase passphrase;

    VaultCard(Ui ui, Runnable opened) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.opened = opened;
        this.use = new CheckBox(texts.get("unlock.keyring.use"));
        this.passphrase = new Passphrase(texts, "unlock-passphrase", false, this::send);
        getStyleClass().addAll("card", "dialog");
        Secrets.Keyring keyring = ui.desk().vault().keyring();
        Button session = Bits.button(texts.get("unlock.keyring"), this::byKeyring, "accent");
        session.setId("unlock-keyring");
        Bits.shown(session, keyring == Secrets.Keyring.ON);
        use.setId("unlock-keyring-use");
        use.setWrapText(true);
        VBox wish = Bits.column(4, use, Bits.text(texts.get("unlock.keyring.why"), "note"));
        Bits.shown(wish, keyring == Secrets.Keyring.OFF);
        var forgotten = Bits.button(texts.get("unlock.forgotten"), this::forgotten, "small");
        forgotten.setId("unlock-forgotten");
        getChildren()
                .addAll(
                        Bits.text(texts.get("unlock.title"), "card-title"),
                        Bits.text(texts.get("unlock.text"), "secondary"),
                        session,
                        passphrase,
                        wish,
                        Bits.row(
                                8,
                                forgotten,
                                Bits.spring(),
                                Bits.button(texts.get("unlock.go"), this::send, "accent")));
    }

    private void send() {
        passphrase.typed().ifPresent(this::unlock);
    }

    private void unlock(char[] typed) {
        setDisable(true);
        Asking.ask(
                ui,
                ui.desk().vault().unlock(typed).whenComplete((d, f) -> Arrays.fill(typed, '\0')),
                done -> {
                    passphrase.forget();
                    opened.run();
                    if (use.isSelected()) {
                        Asking.run(ui, ui.desk().vault().useKeyring(true), () -> {});
                    }
                },
                this::refused);
    }

    private void byKeyring() {
        setDisable(true);
        Asking.ask(ui, ui.desk().vault().unlockByKeyring(), done -> opened.run(), this::refused);
    }

    private void refused(Fault fault) {
        setDisable(false);
        passphrase.say(texts.what(fault) + " " + texts.remedy(fault));
    }

    private void forgotten() {
        passphrase.forget();
        ui.navigator().overlay(new ForgottenCard(ui));
    }
}
