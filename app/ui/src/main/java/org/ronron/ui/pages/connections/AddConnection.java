package org.ronron.ui.pages.connections;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.Fault;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Ui;

/** A new connection: its type, its form, a try, and into the list, read-only. */
final class AddConnection extends ScrollPane {
    private final Ui ui;
    private final Texts texts;
    private final Runnable close;
    private final VBox left = Bits.column(12);
    private final VBox right = Bits.column(12);
    private final TestResult result;
    private final FlowPane types = new FlowPane(8, 8);
    private @Nullable ConnectionForm form;

    /**
     * @param close back to the list
     */
    AddConnection(Ui ui, Runnable close) {
        this.ui = ui;
        this.texts = ui.texts();
        this.close = close;
        this.result = new TestResult(texts);
        HBox header =
                Bits.row(
                        8,
                        Bits.button(texts.get("connections.back"), close, "small"),
                        Bits.line(texts.get("connections.add.title"), "page-title"));
        header.setAlignment(Pos.CENTER_LEFT);
        left.getStyleClass().addAll("card", "form-card");
        right.getStyleClass().add("side");
        right.getChildren().addAll(result, about());
        HBox body = new HBox(10, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        body.setFillHeight(false);
        VBox content = Bits.column(12, header, types(), body);
        content.getStyleClass().add("page-content");
        setContent(content);
        setFitToWidth(true);
    }

    private FlowPane types() {
        ToggleGroup group = new ToggleGroup();
        for (Connector connector : ui.desk().connectors()) {
            String type = connector.descriptor().id();
            ToggleButton choice = new ToggleButton(texts.find(type, "connector.name").orElse(type));
            choice.setGraphic(Icons.of(connector.descriptor().icon()));
            choice.setId("type-" + type);
            choice.getStyleClass().add("type-choice");
            choice.setToggleGroup(group);
            choice.setOnAction(
                    e -> {
                        choice.setSelected(true);
                        choose(connector);
                    });
            types.getChildren().add(choice);
            if (group.getSelectedToggle() == null) {
                choice.setSelected(true);
                choose(connector);
            }
        }
        return types;
    }

    private void choose(Connector connector) {
        String type = connector.descriptor().id();
        ConnectionForm next = new ConnectionForm(texts, connector);
        form = next;
        result.hide();
        right.getChildren().removeIf(n -> n instanceof VaultGate);
        Button test = Bits.button(texts.get("connections.test"), () -> test(next));
        test.setId("connection-test");
        Button add = Bits.button(texts.get("connections.add.go"), () -> add(next), "accent");
        add.setId("connection-add");
        HBox buttons = Bits.row(8, Bits.spring(), test, add);
        left.getChildren()
                .setAll(
                        Bits.text(texts.find(type, "connector.help").orElse(""), "secondary"),
                        next,
                        buttons);
    }

    private VBox about() {
        VBox about =
                Bits.column(
                        8,
                        Bits.line(texts.get("connections.about"), "section-title"),
                        Bits.text(texts.get("connections.about.text"), "secondary"));
        about.getStyleClass().add("card");
        return about;
    }

    private void test(ConnectionForm of) {
        if (!of.check()) {
            return;
        }
        result.asking();
        EndpointDraft draft = of.draft();
        Asking.ask(
                ui,
                ui.desk().test(draft).whenComplete((seen, failed) -> wipe(draft)),
                seen -> {
                    if (of == form) {
                        result.answered(seen);
                    }
                },
                fault -> {
                    if (of == form) {
                        result.failed(fault);
                    }
                });
    }

    private void add(ConnectionForm of) {
        if (!of.check()) {
            return;
        }
        Secrets.State vault = ui.desk().state().vault();
        if (of.hasSecrets() && vault != Secrets.State.OPEN) {
            gate(of, vault);
            return;
        }
        store(of);
    }

    private void refused(Fault fault) {
        left.setDisable(false);
        result.failed(fault);
    }

    private void gate(ConnectionForm of, Secrets.State vault) {
        right.getChildren().removeIf(n -> n instanceof VaultGate);
        VaultGate gate =
                new VaultGate(
                        ui,
                        vault,
                        () -> {
                            right.getChildren().removeIf(n -> n instanceof VaultGate);
                            store(of);
                        });
        right.getChildren().addFirst(gate);
        gate.focus();
    }

    /** Straight on after the vault was opened: the state that says so may still be on its way. */
    private void store(ConnectionForm of) {
        left.setDisable(true);
        EndpointDraft draft = of.draft();
        Asking.ask(
                ui,
                ui.desk().add(draft).whenComplete((done, failed) -> wipe(draft)),
                done -> {
                    left.setDisable(false);
                    of.forgetSecrets();
                    ui.navigator().say(texts.get("connections.added", "name", draft.name()));
                    close.run();
                },
                this::refused);
    }

    private static void wipe(EndpointDraft draft) {
        draft.secrets().values().forEach(secret -> Arrays.fill(secret, '\0'));
    }
}
