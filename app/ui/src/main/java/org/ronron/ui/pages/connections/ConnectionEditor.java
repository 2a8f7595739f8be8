package org.ronron.ui.pages.connections;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/**
 * A form with what a try of it gave beside it. A new connection is kept as it is typed; one that is
 * there is tried first, and kept when it answered or when a person says so nevertheless.
 */
final class ConnectionEditor extends HBox {
    private final Ui ui;
    private final Texts texts;
    private final Optional<EndpointView> of;
    private final Runnable close;
    private final ConnectionForm form;
    private final VBox left = Bits.column(12);
    private final VBox right = Bits.column(12);
    private final TestResult result;
    private final Button nevertheless;

    /**
     * @param of the connection that is changed; empty for a new one
     * @param close back to the list
     */
    ConnectionEditor(Ui ui, Connector connector, Optional<EndpointView> of, Runnable close) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.of = of;
        this.close = close;
        this.form = new ConnectionForm(ui, connector, of);
        this.result = new TestResult(texts);
        String type = connector.descriptor().id();
        Button test = Bits.button(texts.get("connections.test"), this::test);
        test.setId("connection-test");
        Button go =
                of.isEmpty()
                        ? Bits.button(texts.get("connections.add.go"), this::add, "accent")
                        : Bits.button(texts.get("connections.edit.go"), this::save, "accent");
        go.setId("connection-add");
        nevertheless = Bits.button(texts.get("connections.edit.anyway"), this::keep);
        nevertheless.setId("connection-anyway");
        Bits.shown(nevertheless, false);
        left.getStyleClass().addAll("card", "form-card");
        left.getChildren()
                .addAll(
                        Bits.text(texts.find(type, "connector.help").orElse(""), "secondary"),
                        form,
                        Bits.row(8, nevertheless, Bits.spring(), test, go));
        right.getStyleClass().add("side");
        right.getChildren().addAll(result, GrantsCard.all(ui, connector), about());
        setHgrow(left, Priority.ALWAYS);
        setFillHeight(false);
        getChildren().addAll(left, right);
    }

    private VBox about() {
        String key = of.isEmpty() ? "connections.about.text" : "connections.edit.about";
        VBox about =
                Bits.column(
                        8,
                        Bits.line(texts.get("connections.about"), "section-title"),
                        Bits.text(texts.get(key), "secondary"));
        about.getStyleClass().add("card");
        return about;
    }

    private void test() {
        if (form.check()) {
            withVault(form.needsVault(), () -> ask(seen -> {}));
        }
    }

    private void ask(Consumer<Observation> good) {
        result.asking();
        Bits.shown(nevertheless, false);
        send(
                draft ->
                        of.isPresent()
                                ? ui.desk().configuring().test(of.get().id(), draft)
                                : ui.desk().test(draft),
                seen -> {
                    result.answered(seen);
                    good.accept(seen);
                },
                fault -> {
                    result.failed(fault);
                    Bits.shown(nevertheless, of.isPresent());
                });
    }

    private void add() {
        if (form.check()) {
            withVault(form.changesSecrets(), this::keep);
        }
    }

    private void save() {
        if (form.check()) {
            boolean vault = form.needsVault() || form.changesSecrets();
            withVault(vault, () -> ask(seen -> keep()));
        }
    }

    private void keep() {
        left.setDisable(true);
        String name = form.draft().name();
        Desk desk = ui.desk();
        send(
                draft ->
                        of.isPresent()
                                ? desk.configuring().edit(of.get().id(), draft)
                                : desk.add(draft),
                done -> {
                    left.setDisable(false);
                    form.forgetSecrets();
                    String said = of.isPresent() ? "connections.edited" : "connections.added";
                    ui.navigator().say(texts.get(said, "name", name));
                    close.run();
                },
                this::refused);
    }

    private <T> void send(
            Function<EndpointDraft, CompletableFuture<T>> act,
            Consumer<T> good,
            Consumer<Fault> bad) {
        EndpointDraft draft = form.draft();
        Asking.ask(ui, act.apply(draft).whenComplete((done, failed) -> wipe(draft)), good, bad);
    }

    private void refused(Fault fault) {
        left.setDisable(false);
        result.failed(fault);
    }

    /** At once, or when the vault was opened: the state that says so may still be on its way. */
    private void withVault(boolean needed, Runnable then) {
        right.getChildren().removeIf(VaultGate.class::isInstance);
        Secrets.State vault = ui.desk().state().vault();
        if (!needed || vault == Secrets.State.OPEN) {
            then.run();
            return;
        }
        Runnable opened =
                () -> {
                    right.getChildren().removeIf(VaultGate.class::isInstance);
                    then.run();
                };
        VaultGate gate = new VaultGate(ui, vault, opened);
        right.getChildren().addFirst(gate);
        gate.focus();
    }

    private static void wipe(EndpointDraft draft) {
        draft.secrets().values().forEach(secret -> Arrays.fill(secret, '\0'));
    }
}
