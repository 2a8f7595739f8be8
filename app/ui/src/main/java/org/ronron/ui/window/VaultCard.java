package org.ronron.ui.window;

import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Opens the vault with its passphrase. */
final class VaultCard extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Runnable opened;
    private final PasswordField passphrase = new PasswordField();
    private final Label problem = Bits.text("", "state-bad");

    VaultCard(Ui ui, Runnable opened) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.opened = opened;
        getStyleClass().addAll("card", "dialog");
        passphrase.setId("unlock-passphrase");
        passphrase.setPromptText(texts.get("unlock.prompt"));
        passphrase.setAccessibleText(texts.get("unlock.prompt"));
        passphrase.setOnAction(e -> send());
        Bits.shown(problem, false);
        getChildren()
                .addAll(
                        Bits.text(texts.get("unlock.title"), "card-title"),
                        Bits.text(texts.get("unlock.text"), "secondary"),
                        passphrase,
                        problem,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("unlock.go"), this::send, "accent")));
    }

    private void send() {
        CharSequence typed = passphrase.getCharacters();
        char[] copy = new char[typed.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = typed.charAt(i);
        }
        setDisable(true);
        Asking.ask(
                ui,
                ui.desk().unlockVault(copy).whenComplete((done, failed) -> Arrays.fill(copy, '\0')),
                done -> {
                    passphrase.clear();
                    opened.run();
                },
                this::refused);
    }

    private void refused(Fault fault) {
        setDisable(false);
        problem.setText(texts.what(fault) + " " + texts.remedy(fault));
        Bits.shown(problem, true);
        passphrase.requestFocus();
    }
}
