package org.ronron.ui.pages.spaces;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Spaces;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.connections.ConnectionsPage;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.EmptyState;
import org.ronron.ui.parts.Ui;

/** Why there is no space, and what to do about it. */
final class NoSpaces extends VBox {
    private final Ui ui;
    private final Texts texts;

    NoSpaces(Ui ui) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("page-content");
    }

    void show(DeskState state) {
        getChildren().setAll(Bits.line(texts.get("page.spaces"), "page-title"), why(state));
    }

    private EmptyState why(DeskState state) {
        List<Descriptor> holders =
                ui.desk().connectors().stream()
                        .map(Connector::descriptor)
                        .filter(d -> d.capabilities().contains(Spaces.class))
                        .toList();
        boolean sample =
                state.collective().map(Collective::kind).filter("sample"::equals).isPresent();
        List<String> types = holders.stream().map(Descriptor::id).toList();
        boolean connected =
                state.collective().stream()
                        .flatMap(c -> c.endpoints().stream())
                        .map(EndpointView::type)
                        .anyMatch(types::contains);
        if (sample) {
            return empty("spaces.none.sample");
        }
        if (connected) {
            return empty("spaces.none.yet");
        }
        String names =
                types.stream()
                        .map(t -> texts.find(t, "connector.name").orElse(t))
                        .collect(Collectors.joining(", "));
        Button add =
                Bits.button(
                        texts.get("connections.add"),
                        () -> ui.navigator().go(ConnectionsPage.ID),
                        "accent");
        add.setId("spaces-connect");
        return new EmptyState(
                texts.get("spaces.none.connection"),
                texts.get("spaces.none.connection.why", "names", names),
                add);
    }

    private EmptyState empty(String key) {
        return new EmptyState(texts.get(key), texts.get(key + ".why"));
    }
}
