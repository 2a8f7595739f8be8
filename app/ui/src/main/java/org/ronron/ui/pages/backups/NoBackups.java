package org.ronron.ui.pages.backups;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.api.Backups;
import org.ronron.api.Connector;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.connections.ConnectionsPage;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.EmptyState;
import org.ronron.ui.parts.Ui;

/** Why no backup is known, and what to do about it. */
final class NoBackups extends VBox {
    private final Ui ui;
    private final Texts texts;

    NoBackups(Ui ui) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("page-content");
    }

    /** Whether there is nothing to make a list of: no tool to ask, or none that has told. */
    static boolean isSo(Ui ui, DeskState state) {
        Collective collective = state.collective().orElse(null);
        return collective == null
                || collective.safety().backups().isEmpty()
                        && (collective.safety().uncovered().isEmpty() || !connected(ui, state));
    }

    private static List<String> tools(Ui ui) {
        return ui.desk().connectors().stream()
                .map(Connector::descriptor)
                .filter(d -> d.capabilities().contains(Backups.class))
                .map(d -> d.id())
                .toList();
    }

    private static boolean connected(Ui ui, DeskState state) {
        List<String> tools = tools(ui);
        return state.collective().stream()
                .flatMap(c -> c.endpoints().stream())
                .map(EndpointView::type)
                .anyMatch(tools::contains);
    }

    void show(DeskState state) {
        getChildren().setAll(Bits.line(texts.get("page.backups"), "page-title"), why(state));
    }

    private EmptyState why(DeskState state) {
        if (state.collective().map(Collective::kind).filter("sample"::equals).isPresent()) {
            return empty("backups.none.sample");
        }
        if (connected(ui, state)) {
            return empty("backups.none.yet");
        }
        String names =
                tools(ui).stream()
                        .map(t -> texts.find(t, "connector.name").orElse(t))
                        .collect(Collectors.joining(", "));
        Button add =
                Bits.button(
                        texts.get("connections.add"),
                        () -> ui.navigator().go(ConnectionsPage.ID),
                        "accent");
        add.setId("backups-connect");
        return new EmptyState(
                texts.get("backups.none.connection"),
                texts.get("backups.none.connection.why", "names", names),
                add);
    }

    private EmptyState empty(String key) {
        return new EmptyState(texts.get(key), texts.get(key + ".why"));
    }
}
