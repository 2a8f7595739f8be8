package org.ronron.ui.pages.connections;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.core.desk.Vault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Passphrase;
import org.ronron.ui.parts.Ui;

/** Asks for the vault's passphrase where a secret has to be kept: makes the vault or opens it. */
final class VaultGate extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Passphrase passphrase;
    private final boolean create;
    private final Runnable opened;

    /**
     * @param opened called when the vault is open
     */
    VaultGate(Ui ui, Secrets.State state, Runnable opened) {
        super(8);
        this.ui = ui;
        this.texts = ui.texts();
        this.create = state == Secrets.State.ABSENT;
        this.opened = opened;
        this.passphrase = new Passphrase(texts, "vault-passphrase", create, this::go);
        getStyleClass().addAll("card", "vault-gate");
        Button go =
                Bits.button(
                        texts.get(create ? "vault.create" : "vault.unlock"), this::go, "accent");
        go.setId("vault-go");
        Button forgotten = Bits.button(texts.get("unlock.forgotten"), this::forgotten, "small");
        Bits.shown(forgotten, !create);
        getChildren()
                .addAll(
                        Bits.line(
                                texts.get(create ? "vault.create.title" : "vault.unlock.title"),
                                "section-title"),
                        Bits.text(
                                texts.get(create ? "vault.create.why" : "vault.unlock.why"),
                                "secondary"),
                        passphrase,
                        go,
                        forgotten);
    }

    void focus() {
        passphrase.focus();
    }

    private void go() {
        passphrase.typed().ifPresent(this::send);
    }

    private void send(char[] typed) {
        Vault vault = ui.desk().vault();
        CompletableFuture<Void> promise = create ? vault.create(typed) : vault.unlock(typed);
        setDisable(true);
        Asking.ask(
                ui,
                promise.whenComplete((done, failed) -> Arrays.fill(typed, '\0')),
                done -> {
                    passphrase.forget();
                    opened.run();
                },
                this::refused);
    }

    private void refused(Fault fault) {
        setDisable(false);
        passphrase.say(texts.what(fault) + " " + texts.remedy(fault));
    }

    /** The card that opens the vault knows the way on. */
    private void forgotten() {
        ui.navigator().show(Fault.of(OwnError.VAULT_LOCKED, ""));
    }
}
