package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Zone;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.EmptyState;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Tokens;
import org.ronron.ui.parts.Ui;

/** Zones, machines, and what runs on them; where a machine is taken to another zone. */
public final class TopologyPage implements Page, CardEvents {
    public static final String ID = "topology";

    private final Ui ui;
    private final TopologyWords words;
    private final BarPainter painter;
    private final TopologyHead head;
    private final Masonry zones = new Masonry();
    private final StackPane foot = new StackPane();
    private final ScrollPane scroll;
    private final StackPane view;
    private final Selection selection = new Selection(this::selected);
    private final Moving moving;
    private final Dragging dragging;
    private final Inspection inspection;
    private final EmptyState empty;
    private @Nullable DeskState state;
    private final Filtering filtering = new Filtering();

    public TopologyPage(Ui ui, Tokens tokens) {
        this.ui = ui;
        this.words = new TopologyWords(ui.texts());
        this.painter = new BarPainter(tokens);
        this.head = new TopologyHead(ui.texts(), v -> redraw());
        this.moving = new Moving(ui);
        this.inspection = new Inspection(ui, words, painter, this::chooseZone);
        Pane layer = new Pane();
        this.dragging = new Dragging(ui, layer, this::zoneCards, this::held, moving);
        empty =
                new EmptyState(
                        ui.texts().get("topology.none"),
                        ui.texts().get("topology.none.why"),
                        Bits.button(
                                ui.texts().get("topology.none.go"),
                                () -> ui.navigator().go("connections"),
                                "accent"));
        VBox picture = Bits.column(12, zones, foot);
        picture.getStyleClass().add("picture");
        scroll = Bits.scroll(picture);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox content = Bits.column(10, head, empty, scroll);
        content.getStyleClass().addAll("page", "page-content");
        view = new StackPane(content, layer);
        picture.setOnMouseClicked(e -> selection.clear());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(DeskState next) {
        state = next;
        redraw();
    }

    /** Selects a machine and brings it into sight. */
    public void select(String nodeId) {
        selection.only(nodeId);
        cards().stream()
                .filter(c -> c.node().id().equals(nodeId))
                .findFirst()
                .ifPresent(this::reveal);
    }

    public void selectZone(String name) {
        selection.zone(name);
        zoneCards().stream().filter(z -> z.name().equals(name)).findFirst().ifPresent(this::reveal);
    }

    private void reveal(javafx.scene.Node card) {
        card.requestFocus();
        double room = zones.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            double y = zones.sceneToLocal(card.localToScene(card.getLayoutBounds())).getMinY();
            scroll.setVvalue(Math.clamp((y - 40) / room, 0, 1));
        }
    }

    private void redraw() {
        if (state == null || state.collective().isEmpty()) {
            return;
        }
        Collective collective = state.collective().get();
        selection.keep(collective);
        head.totals(words.totals(collective));
        boolean none = collective.nodes().isEmpty() && collective.zones().isEmpty();
        Bits.shown(empty, none);
        Bits.shown(scroll, !none);
        draw(collective, state);
        foot.getChildren().setAll(Legend.of(ui.texts(), painter, collective.nodes()));
        marks();
        inspection.show(state, collective, selection);
    }

    /** Makes anew only the zones that look different now; keeps the focus where it was. */
    private void draw(Collective collective, DeskState of) {
        if (dragging.active()) {
            return;
        }
        Detail detail = Detail.of(collective.nodes().size());
        Map<String, ZoneCard> standing =
                zoneCards().stream().collect(Collectors.toMap(ZoneCard::name, Function.identity()));
        String focused = focused();
        List<ZoneCard> next = new ArrayList<>();
        for (ZonePicture picture :
                PictureMaker.of(words, of, collective, head.view(), ui.clock().instant())) {
            ZoneCard old = standing.get(picture.name());
            next.add(
                    old != null && old.shows(picture, detail)
                            ? old
                            : new ZoneCard(picture, detail, painter, ui.texts(), this));
        }
        if (!next.equals(zoneCards())) {
            zones.getChildren().setAll(next);
            cards().stream()
                    .filter(c -> c.node().id().equals(focused) && c.isFocusTraversable())
                    .findFirst()
                    .ifPresent(NodeCard::requestFocus);
        }
    }

    private String focused() {
        return cards().stream()
                .filter(javafx.scene.Node::isFocused)
                .map(c -> c.node().id())
                .findFirst()
                .orElse("");
    }

    private List<ZoneCard> zoneCards() {
        return zones.getChildren().stream().map(ZoneCard.class::cast).toList();
    }

    private List<NodeCard> cards() {
        return zoneCards().stream().flatMap(z -> z.cards().stream()).toList();
    }

    private void marks() {
        if (state == null || state.collective().isEmpty()) {
            return;
        }
        Found found = filtering.of(state.collective().get(), head.view().filter());
        for (NodeCard card : cards()) {
            card.select(selection.has(card.node().id()), selection.group());
            card.dim(!found.node(card.node().id()));
        }
        for (ZoneCard zone : zoneCards()) {
            zone.select(selection.hasZone() && selection.zone().equals(zone.name()));
        }
    }

    private void selected() {
        marks();
        if (state != null && state.collective().isPresent()) {
            inspection.show(state, state.collective().get(), selection);
        }
    }

    /** What a hand takes: the machine, or with it all others that are selected. */
    private List<Node> held(Node taken) {
        if (!selection.has(taken.id())) {
            return List.of(taken);
        }
        return cards().stream()
                .filter(c -> c.picture().place() != NodePicture.Place.COMING)
                .map(NodeCard::node)
                .filter(n -> selection.has(n.id()))
                .toList();
    }

    @Override
    public void pressed(NodeCard card, MouseEvent event) {
        card.requestFocus();
        dragging.pressed(event);
        event.consume();
    }

    @Override
    public void dragged(NodeCard card, MouseEvent event) {
        dragging.dragged(card, event);
    }

    @Override
    public void released(NodeCard card, MouseEvent event) {
        if (dragging.released()) {
            redraw();
        } else if (event.isShortcutDown() || event.isShiftDown()) {
            selection.toggle(card.node().id());
        } else {
            selection.cell(card.node().id(), card.groupUnder(event));
        }
        event.consume();
    }

    @Override
    public void zone(String name) {
        selection.zone(name);
    }

    @Override
    public void key(NodeCard card, KeyEvent event) {
        KeyCode key = event.getCode();
        if (Neighbours.isArrow(key)) {
            Neighbours.next(cards(), card, key).ifPresent(this::reveal);
        } else if (key == KeyCode.ENTER) {
            selection.only(card.node().id());
        } else if (key == KeyCode.SPACE) {
            selection.toggle(card.node().id());
        } else if (key == KeyCode.M) {
            chooseZone(held(card.node()));
        } else if (key == KeyCode.ESCAPE) {
            dragging.end();
            selection.clear();
        } else {
            return;
        }
        event.consume();
    }

    private void chooseZone(List<Node> nodes) {
        if (state == null || state.collective().isEmpty() || nodes.isEmpty()) {
            return;
        }
        String what =
                nodes.size() == 1
                        ? nodes.getFirst().name()
                        : ui.texts().count("topology.nodes", nodes.size());
        List<String> others =
                state.collective().get().zones().stream()
                        .map(Zone::name)
                        .filter(z -> !z.isEmpty())
                        .filter(z -> nodes.stream().anyMatch(n -> !n.standsIn(z)))
                        .toList();
        ui.navigator()
                .overlay(
                        new ZoneChooser(
                                ui.texts(),
                                ui.texts().get("topology.move.where", "what", what),
                                others,
                                zone -> {
                                    ui.navigator().closeOverlay();
                                    moving.ask(nodes, zone, anchor(zone));
                                }));
    }

    private javafx.scene.Node anchor(String zone) {
        return zoneCards().stream()
                .filter(z -> z.name().equals(zone))
                .map(javafx.scene.Node.class::cast)
                .findFirst()
                .orElse(head);
    }
}
