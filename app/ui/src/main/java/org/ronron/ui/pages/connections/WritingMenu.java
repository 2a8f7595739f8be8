package org.ronron.ui.pages.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ronron.api.Connector;
import org.ronron.api.Setting;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Ui;

/**
 * Writing on one connection: what it would be used for, for how long, what is missing for it, and
 * one click back.
 */
final class WritingMenu extends HBox {
    /** The longest that writing is ever left on from here. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Ui ui;
    private final Texts texts;
    private final EndpointView endpoint;
    private final Connector connector;

    WritingMenu(Ui ui, EndpointView endpoint, Connector connector) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        this.ui = ui;
        this.texts = ui.texts();
        this.endpoint = endpoint;
        this.connector = connector;
        Instant now = ui.clock().instant();
        MenuButton menu = new MenuButton(new EndpointWords(texts).writing(endpoint, now));
        menu.setId("writing-" + endpoint.id());
        menu.getStyleClass().add("small");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().add(words("writing-use", use()));
        forbidden().ifPresent(what -> menu.getItems().add(words("state-warn", what)));
        menu.getItems()
                .addAll(
                        allow("connections.allow.15", Duration.ofMinutes(15)),
                        allow("connections.allow.60", Duration.ofHours(1)),
                        allow("connections.allow.long", LONGEST));
        secret().ifPresent(setting -> menu.getItems().add(give(setting)));
        getChildren().add(menu);
        if (EndpointWords.writable(endpoint, now)) {
            menu.getStyleClass().add("writing-on");
            getChildren().add(back());
        }
    }

    private String use() {
        return texts.find(connector.descriptor().id(), "connector.writing")
                .map(use -> texts.get("writing.for", "use", use))
                .orElseGet(() -> texts.get("writing.for.any"));
    }

    /** What a right that is missing forbids, in the words of the connector's actions. */
    private Optional<String> forbidden() {
        String type = connector.descriptor().id();
        String what =
                new TreeSet<>(endpoint.login().forbidden())
                        .stream()
                                .map(verb -> texts.find(type, "action." + verb).orElse(verb))
                                .collect(Collectors.joining(" · "));
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.get("writing.forbidden", "what", what));
    }

    private Optional<Setting> secret() {
        return connector.descriptor().settings().stream()
                .filter(setting -> setting.inPlaceOf().isPresent())
                .findFirst();
    }

    private boolean secretMissing(Setting setting) {
        return !endpoint.login().forbidden().isEmpty()
                && !endpoint.kept().containsKey(setting.key());
    }

    /** What is to be read stands in the menu and does nothing. */
    private static MenuItem words(String style, String text) {
        Label label = Bits.text(text, "note", style);
        label.setMaxWidth(300);
        CustomMenuItem item = new CustomMenuItem(label, false);
        item.getStyleClass().add("menu-words");
        return item;
    }

    private MenuItem allow(String key, Duration time) {
        return item(
                key,
                () -> {
                    Optional<Setting> missing = secret().filter(this::secretMissing);
                    if (missing.isPresent()) {
                        ask(missing.get(), Optional.of(time));
                    } else {
                        run(() -> ui.desk().allowWriting(endpoint.id(), time));
                    }
                });
    }

    private MenuItem give(Setting setting) {
        boolean kept = endpoint.kept().containsKey(setting.key());
        String key = kept ? "writing.secret.change" : "writing.secret.give";
        return item(key, () -> ask(setting, Optional.empty()));
    }

    private void ask(Setting setting, Optional<Duration> time) {
        ui.navigator().overlay(new WritingSecret(ui, endpoint, connector, setting, time));
    }

    private Button back() {
        Button back = Bits.button("", () -> run(() -> ui.desk().readOnly(endpoint.id())), "small");
        back.setId("read-only-" + endpoint.id());
        back.setGraphic(Icons.of("fth-lock"));
        back.setTooltip(new Tooltip(texts.get("connections.allow.none")));
        back.setAccessibleText(texts.get("connections.allow.none"));
        return back;
    }

    private MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(e -> act.run());
        return item;
    }

    private void run(Supplier<CompletableFuture<Void>> act) {
        Asking.run(ui, act.get(), () -> {});
    }
}
