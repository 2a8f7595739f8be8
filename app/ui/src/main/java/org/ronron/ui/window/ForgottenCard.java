package org.ronron.ui.window;

import java.util.Arrays;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Passphrase;
import org.ronron.ui.parts.Ui;

/** Says what a forgotten passphrase loses and what it does not, and begins a new vault. */
final class ForgottenCard extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Passphrase passphrase;

    ForgottenCard(Ui ui) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.passphrase = new Passphrase(texts, "forgotten-passphrase", true, this::send);
        getStyleClass().addAll("card", "dialog");
        var go = Bits.button(texts.get("forgotten.go"), this::send, "accent");
        go.setId("forgotten-go");
        getChildren()
                .addAll(
                        Bits.text(texts.get("forgotten.title"), "card-title"),
                        Bits.text(texts.get("forgotten.lost")),
                        Bits.text(texts.get("forgotten.stays"), "secondary"),
                        Bits.text(texts.get("forgotten.aside"), "secondary"),
                        passphrase,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        texts.get("forgotten.leave"), ui.navigator()::closeOverlay),
                                go));
    }

    private void send() {
        passphrase.typed().ifPresent(this::renew);
    }

    private void renew(char[] typed) {
        setDisable(true);
        Asking.ask(
                ui,
                ui.desk().vault().renew(typed).whenComplete((d, f) -> Arrays.fill(typed, '\0')),
                this::begun,
                this::refused);
    }

    private void begun(String file) {
        passphrase.forget();
        ui.navigator().closeOverlay();
        ui.navigator().say(texts.get("forgotten.done", "file", file));
    }

    private void refused(Fault fault) {
        setDisable(false);
        passphrase.say(texts.what(fault) + " " + texts.remedy(fault));
    }
}
