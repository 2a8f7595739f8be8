package org.ronron.ui.pages.connections;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Setting;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** The systems that this collective is connected to, each read-only until a person says else. */
public final class ConnectionsPage implements Page {
    public static final String ID = "connections";

    private static final double ROW = 56;

    private final Ui ui;
    private final Texts texts;
    private final BorderPane view = new BorderPane();
    private final ListView<EndpointView> list = new ListView<>();
    private final VBox overview;
    private final VBox nothing = Bits.column(12);
    private final Button add;
    private final Button several;
    private final Button refresh;

    public ConnectionsPage(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
        view.getStyleClass().addAll("page", "connections-page");
        add = Bits.button(texts.get("connections.add"), this::add, "accent");
        add.setId("connections-add");
        several = Bits.button(texts.get("hosts.several"), this::several);
        several.setId("connections-several");
        refresh =
                Bits.button(
                        texts.get("connections.refresh"),
                        () -> Asking.run(ui, ui.desk().refresh(), () -> {}));
        HBox header =
                Bits.row(
                        8,
                        Bits.line(texts.get("page.connections"), "page-title"),
                        Bits.spring(),
                        refresh,
                        several,
                        add);
        header.setAlignment(Pos.CENTER_LEFT);
        list.setFixedCellSize(ROW);
        list.setCellFactory(of -> new ConnectionCell(ui, this::edit));
        list.getStyleClass().addAll("card", "rows");
        VBox.setVgrow(list, Priority.ALWAYS);
        nothing.getStyleClass().add("empty");
        overview = Bits.column(12, header, list, nothing);
        overview.getStyleClass().add("page-content");
        view.setCenter(overview);
        ui.desk().configuring().trialsOver();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-link";
    }

    @Override
    public Region view() {
        return view;
    }

    /** The form that adds a connection. */
    public void add() {
        beneath(texts.get("connections.add.title"), new AddConnection(ui, this::close));
    }

    private void several() {
        machines()
                .ifPresent(
                        type ->
                                beneath(
                                        texts.get("hosts.several"),
                                        new SeveralHosts(ui, type, this::close)));
    }

    /** The connector for machines by SSH, of which a person has many. */
    private Optional<String> machines() {
        return ui.desk().connectors().stream()
                .map(Connector::descriptor)
                .filter(
                        d ->
                                d.settings().stream()
                                        .map(Setting::key)
                                        .toList()
                                        .containsAll(List.of("host", "user", "keyFile")))
                .map(Descriptor::id)
                .findFirst();
    }

    /** The form that changes a connection. */
    private void edit(EndpointView endpoint, Connector connector) {
        String title = texts.get("connections.edit.title", "name", endpoint.name());
        beneath(title, new ConnectionEditor(ui, connector, Optional.of(endpoint), this::close));
    }

    private void beneath(String title, Node content) {
        view.setCenter(new SubPage(texts, title, this::close, content));
    }

    private void close() {
        view.setCenter(overview);
    }

    @Override
    public void show(DeskState state) {
        boolean sample =
                state.collective().map(Collective::kind).filter("sample"::equals).isPresent();
        List<EndpointView> endpoints =
                state.collective().map(Collective::endpoints).orElse(List.of());
        if (endpoints.equals(list.getItems())) {
            list.refresh();
        } else {
            list.getItems().setAll(endpoints);
            list.setMaxHeight(endpoints.size() * ROW + 2);
        }
        Bits.shown(list, !endpoints.isEmpty());
        Bits.shown(refresh, !endpoints.isEmpty());
        refresh.setDisable(state.refreshing());
        Bits.shown(add, !sample);
        Bits.shown(several, !sample && machines().isPresent());
        Bits.shown(nothing, endpoints.isEmpty());
        String key = sample ? "connections.sample" : "connections.none";
        nothing.getChildren()
                .setAll(
                        Bits.text(texts.get(key), "section-title"),
                        Bits.text(texts.get(key + ".why"), "secondary"));
    }

    /** Connections that need a person. */
    @Override
    public int badge(DeskState state) {
        return (int)
                state.collective().stream()
                        .flatMap(c -> c.endpoints().stream())
                        .filter(
                                e ->
                                        e.state() == EndpointView.State.ASKING
                                                || e.state() == EndpointView.State.STOPPED)
                        .count();
    }
}
