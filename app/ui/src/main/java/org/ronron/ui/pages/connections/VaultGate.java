package org.ronron.ui.pages.connections;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.core.desk.Desk;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Asks for the vault's passphrase where a secret has to be kept: makes the vault or opens it. */
final class VaultGate extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();
    private final Label problem = Bits.text("", "state-bad", "note");
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
        getStyleClass().addAll("card", "vault-gate");
        first.setId("vault-first");
        second.setId("vault-second");
        first.setPromptText(texts.get("vault.passphrase"));
        first.setAccessibleText(texts.get("vault.passphrase"));
        second.setPromptText(texts.get("vault.again"));
        second.setAccessibleText(texts.get("vault.again"));
        first.setOnAction(e -> go());
        second.setOnAction(e -> go());
        Bits.shown(second, create);
        Bits.shown(problem, false);
        Button go =
                Bits.button(
                        texts.get(create ? "vault.create" : "vault.unlock"), this::go, "accent");
        go.setId("vault-go");
        getChildren()
                .addAll(
                        Bits.line(
                                texts.get(create ? "vault.create.title" : "vault.unlock.title"),
                                "section-title"),
                        Bits.text(
                                texts.get(create ? "vault.create.why" : "vault.unlock.why"),
                                "secondary"),
                        first,
                        second,
                        problem,
                        go);
    }

    void focus() {
        first.requestFocus();
    }

    private void go() {
        if (first.getLength() == 0) {
            say(texts.get("vault.empty"));
        } else if (create && !same(first.getCharacters(), second.getCharacters())) {
            say(texts.get("vault.differ"));
        } else {
            send();
        }
    }

    private void send() {
        char[] passphrase = copy(first.getCharacters());
        Desk desk = ui.desk();
        CompletableFuture<Void> promise =
                create ? desk.createVault(passphrase) : desk.unlockVault(passphrase);
        setDisable(true);
        Asking.ask(
                ui,
                promise.whenComplete((done, failed) -> Arrays.fill(passphrase, '\0')),
                done -> {
                    first.clear();
                    second.clear();
                    opened.run();
                },
                this::refused);
    }

    private void refused(Fault fault) {
        setDisable(false);
        say(texts.what(fault) + " " + texts.remedy(fault));
        first.requestFocus();
    }

    private void say(String what) {
        problem.setText(what);
        Bits.shown(problem, true);
    }

    private static boolean same(CharSequence a, CharSequence b) {
        return CharSequence.compare(a, b) == 0;
    }

    private static char[] copy(CharSequence typed) {
        char[] copy = new char[typed.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = typed.charAt(i);
        }
        return copy;
    }
}
