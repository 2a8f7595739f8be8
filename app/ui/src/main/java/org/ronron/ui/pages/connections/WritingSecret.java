package org.ronron.ui.pages.connections;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Fault;
import org.ronron.api.Setting;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Asks for the secret that only changes are made with; into the vault, then writing is on. */
final class WritingSecret extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final EndpointView endpoint;
    private final Setting setting;
    private final Optional<Duration> time;
    private final PasswordField secret = new PasswordField();
    private final Label problem = Bits.text("", "state-bad", "note");
    private final StackPane vault = new StackPane();

    /**
     * @param time how long to write once it is kept; empty only to keep it
     */
    WritingSecret(
            Ui ui,
            EndpointView endpoint,
            Connector connector,
            Setting setting,
            Optional<Duration> time) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.endpoint = endpoint;
        this.setting = setting;
        this.time = time;
        String type = connector.descriptor().id();
        getStyleClass().addAll("card", "dialog", "wide-dialog");
        secret.setId("writing-secret");
        secret.setAccessibleText(label(type));
        secret.setOnAction(e -> go());
        Button go =
                Bits.button(
                        texts.get(
                                time.isPresent() ? "writing.secret.allow" : "writing.secret.keep"),
                        this::go,
                        "accent");
        go.setId("writing-secret-go");
        Bits.shown(problem, false);
        Bits.shown(vault, false);
        getChildren()
                .addAll(
                        Bits.text(
                                texts.get("writing.secret.title", "name", endpoint.name()),
                                "card-title"),
                        Bits.text(texts.get("writing.secret.text"), "secondary"),
                        Bits.column(4, Bits.line(label(type), "field-name"), secret, problem),
                        GrantsCard.forWriting(ui, connector),
                        vault,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                go));
    }

    private String label(String type) {
        return texts.find(type, "setting." + setting.key() + ".label").orElse(setting.key());
    }

    private void go() {
        if (secret.getLength() == 0) {
            say(texts.get("form.required"));
            return;
        }
        Secrets.State state = ui.desk().state().vault();
        if (state == Secrets.State.OPEN) {
            keep();
            return;
        }
        VaultGate gate = new VaultGate(ui, state, this::keep);
        vault.getChildren().setAll(gate);
        Bits.shown(vault, true);
        gate.focus();
    }

    private void keep() {
        Bits.shown(vault, false);
        CharSequence typed = secret.getCharacters();
        char[] value = new char[typed.length()];
        for (int i = 0; i < value.length; i++) {
            value[i] = typed.charAt(i);
        }
        setDisable(true);
        EndpointDraft draft =
                new EndpointDraft(
                        endpoint.type(),
                        endpoint.name(),
                        endpoint.settings(),
                        Map.of(setting.key(), value));
        Asking.ask(
                ui,
                kept(draft).whenComplete((done, failed) -> Arrays.fill(value, '\0')),
                done -> {
                    secret.clear();
                    ui.navigator().closeOverlay();
                },
                this::refused);
    }

    private CompletableFuture<Void> kept(EndpointDraft draft) {
        Desk desk = ui.desk();
        CompletableFuture<Void> kept = desk.configuring().edit(endpoint.id(), draft);
        return time.map(t -> kept.thenCompose(done -> desk.allowWriting(endpoint.id(), t)))
                .orElse(kept);
    }

    private void refused(Fault fault) {
        setDisable(false);
        say(texts.what(fault) + " " + texts.remedy(fault));
    }

    private void say(String what) {
        problem.setText(what);
        Bits.shown(problem, true);
        secret.requestFocus();
    }
}
