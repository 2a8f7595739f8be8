package org.ronron.ui.pages.connections;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.Placement;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** One connection and how it is, with what can be done to it. */
final class ConnectionCell extends ListCell<EndpointView> {
    private final Ui ui;
    private final Texts texts;
    private final EndpointWords words;

    private final BiConsumer<EndpointView, Connector> edit;

    /**
     * @param edit opens the form that changes a connection
     */
    ConnectionCell(Ui ui, BiConsumer<EndpointView, Connector> edit) {
        this.ui = ui;
        this.edit = edit;
        this.texts = ui.texts();
        this.words = new EndpointWords(texts);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable EndpointView endpoint, boolean empty) {
        super.updateItem(endpoint, empty);
        setText(null);
        setGraphic(empty || endpoint == null ? null : line(endpoint));
    }

    private HBox line(EndpointView endpoint) {
        Instant now = ui.clock().instant();
        Optional<Connector> connector =
                ui.desk().connectors().stream()
                        .filter(c -> c.descriptor().id().equals(endpoint.type()))
                        .findFirst();
        VBox name =
                Bits.column(
                        0,
                        Bits.line(endpoint.name(), "strong"),
                        Bits.line(endpoint.address(), "mono", "note"));
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(160);
        HBox.setHgrow(name, Priority.ALWAYS);
        VBox health =
                Bits.column(
                        0,
                        Marked.whole(
                                texts, EndpointWords.mark(endpoint.state()), words.state(endpoint)),
                        Bits.line(words.heard(endpoint, now), "note"));
        health.setAlignment(Pos.CENTER_LEFT);
        return Bits.row(
                12,
                Icons.of(connector.map(c -> c.descriptor().icon()).orElse("fth-help-circle")),
                name,
                fixed("health", health),
                fixed("why", why(endpoint, connector)),
                fixed("writing", writing(endpoint, connector)),
                Bits.button(
                        texts.get("connections.test"),
                        () -> ask(() -> ui.desk().refresh(endpoint.id())),
                        "small"),
                edit(endpoint, connector),
                Bits.button(
                        texts.get("connections.remove"),
                        () -> ui.navigator().overlay(new Removing(ui, endpoint)),
                        "small"));
    }

    private Button edit(EndpointView endpoint, Optional<Connector> connector) {
        Button button =
                Bits.button(
                        texts.get("connections.edit"),
                        () -> connector.ifPresent(c -> edit.accept(endpoint, c)),
                        "small");
        button.setId("edit-" + endpoint.id());
        button.setDisable(connector.isEmpty());
        return button;
    }

    /** A column that is as wide on each line. */
    private static HBox fixed(String name, Node content) {
        HBox column = new HBox(content);
        column.setAlignment(Pos.CENTER_LEFT);
        column.getStyleClass().add("connection-" + name);
        return column;
    }

    /** Why it does not answer; or, where it does, what is wrong with how we log in. */
    private Button why(EndpointView endpoint, Optional<Connector> connector) {
        boolean excess = endpoint.fault().isEmpty() && endpoint.login().excessive();
        Button why =
                excess
                        ? Bits.button(
                                texts.get("excess.short"),
                                () ->
                                        connector.ifPresent(
                                                c -> warn(Excess.dialog(ui, c, endpoint.login()))),
                                "small")
                        : Bits.button(
                                texts.get("connections.why"),
                                () -> endpoint.fault().ifPresent(ui.navigator()::show),
                                "small");
        if (excess) {
            why.setGraphic(new StateMark(Mark.ATTENTION, texts));
        }
        Bits.shown(why, excess || endpoint.fault().isPresent());
        return why;
    }

    private void warn(VBox dialog) {
        ui.navigator().overlay(dialog);
    }

    private Node writing(EndpointView endpoint, Optional<Connector> connector) {
        Optional<Connector> changes =
                connector.filter(c -> c.descriptor().capabilities().contains(Placement.class));
        return changes.isEmpty()
                ? Bits.whole(texts.get("connections.readsOnly"), "secondary")
                : new WritingMenu(ui, endpoint, changes.get());
    }

    private void ask(Supplier<CompletableFuture<Void>> act) {
        Asking.run(ui, act.get(), () -> {});
    }
}
