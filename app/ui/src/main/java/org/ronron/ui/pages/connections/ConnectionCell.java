package org.ronron.ui.pages.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ronron.api.Actions;
import org.ronron.api.Connector;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Asking;
import org.ronron.ui.pages.shared.Bits;
import org.ronron.ui.parts.Ui;

/** One connection and how it is, with what can be done to it. */
final class ConnectionCell extends ListCell<EndpointView> {
    /** The longest that writing is ever left on. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final Ui ui;
    private final Texts texts;
    private final EndpointWords words;

    ConnectionCell(Ui ui) {
        this.ui = ui;
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
        String icon = connector.map(c -> c.descriptor().icon()).orElse("fth-help-circle");
        Node symbol = new FontIcon(icon);
        VBox name =
                Bits.column(
                        0,
                        Bits.line(endpoint.name(), "strong"),
                        Bits.line(endpoint.address(), "mono", "note"));
        name.setMinWidth(180);
        HBox.setHgrow(name, Priority.ALWAYS);
        String state = EndpointWords.shape(endpoint.state()) + " " + words.state(endpoint);
        VBox health =
                Bits.column(
                        0,
                        Bits.line(state, EndpointWords.colour(endpoint.state())),
                        Bits.line(words.heard(endpoint, now), "note"));
        health.setMinWidth(200);
        health.setPrefWidth(200);
        HBox line = Bits.row(12, symbol, name, health, writing(endpoint, connector, now));
        endpoint.fault()
                .ifPresent(
                        fault ->
                                line.getChildren()
                                        .add(
                                                Bits.button(
                                                        texts.get("connections.why"),
                                                        () -> ui.navigator().show(fault),
                                                        "small")));
        line.getChildren()
                .addAll(
                        Bits.button(texts.get("connections.test"), this::ask, "small"),
                        Bits.button(
                                texts.get("connections.remove"),
                                () -> ui.navigator().overlay(new Removing(ui, endpoint)),
                                "small"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node writing(EndpointView endpoint, Optional<Connector> connector, Instant now) {
        boolean changes =
                connector
                        .filter(c -> c.descriptor().capabilities().contains(Actions.class))
                        .isPresent();
        boolean sample =
                ui.desk().state().collective().filter(c -> c.kind().equals("sample")).isPresent();
        if (!changes || sample) {
            Label only = Bits.line(texts.get("connections.readsOnly"), "secondary");
            only.setMinWidth(Region.USE_PREF_SIZE);
            return only;
        }
        MenuButton menu = new MenuButton(words.writing(endpoint, now));
        menu.getStyleClass().add("small");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems()
                .addAll(
                        allow("connections.allow.15", endpoint, Duration.ofMinutes(15)),
                        allow("connections.allow.60", endpoint, Duration.ofHours(1)),
                        allow("connections.allow.long", endpoint, LONGEST));
        if (EndpointWords.writable(endpoint, now)) {
            menu.getStyleClass().add("writing-on");
            menu.getItems().add(allow("connections.allow.none", endpoint, Duration.ZERO));
        }
        return menu;
    }

    private MenuItem allow(String key, EndpointView endpoint, Duration time) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(
                e -> Asking.run(ui, ui.desk().allowWriting(endpoint.id(), time), () -> {}));
        return item;
    }

    private void ask() {
        Asking.run(ui, ui.desk().refresh(), () -> {});
    }
}
