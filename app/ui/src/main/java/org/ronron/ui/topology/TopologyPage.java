package org.ronron.ui.topology;

import java.util.List;
import java.util.Optional;
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
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.EmptyState;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Tokens;
import org.ronron.ui.parts.Ui;
import org.ronron.ui.topology.map.Hit;
import org.ronron.ui.topology.map.MapEvents;
import org.ronron.ui.topology.map.Marks;
import org.ronron.ui.topology.map.NodePicture;
import org.ronron.ui.topology.map.TopologyMap;

/** Zones, machines, and what runs on them; where a machine is taken to another zone. */
public final class TopologyPage implements Page, MapEvents {
    public static final String ID = "topology";

    private final Ui ui;
    private final TopologyWords words;
    private final Tokens tokens;
    private final TopologyHead head;
    private final TopologyMap map;
    private final PictureMaker maker;
    private final Lines lines;
    private final StackPane foot = new StackPane();
    private final StackPane view;
    private final Selection selection = new Selection(this::selected);
    private final Filtering filtering = new Filtering();
    private final Moving moving;
    private final Dragging dragging;
    private final Inspection inspection;
    private final EmptyState empty;
    private @Nullable DeskState state;

    public TopologyPage(Ui ui, Tokens tokens) {
        this.ui = ui;
        this.tokens = tokens;
        Texts texts = ui.texts();
        this.words = new TopologyWords(texts);
        this.head = new TopologyHead(texts, v -> redraw());
        this.maker = new PictureMaker(words);
        this.lines = new Lines(words);
        this.moving = new Moving(ui);
        this.inspection = new Inspection(ui, words, tokens, this::chooseZone);
        this.map =
                new TopologyMap(
                        tokens,
                        List.of(
                                texts.get("topology.memory"),
                                texts.get("topology.cpu"),
                                texts.get("topology.disk")),
                        this);
        Pane layer = new Pane();
        this.dragging = new Dragging(ui, layer, map, this::held, moving, this::marks);
        empty =
                new EmptyState(
                        texts.get("topology.none"),
                        texts.get("topology.none.why"),
                        Bits.button(
                                texts.get("topology.none.go"),
                                () -> ui.navigator().go("connections"),
                                "accent"));
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox content = Bits.column(10, head, empty, map, foot);
        content.getStyleClass().addAll("page", "page-content");
        view = new StackPane(content, layer);
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
        map.reveal(nodeId);
    }

    public void selectZone(String name) {
        selection.zone(name);
        map.revealZone(name);
    }

    private Optional<Collective> collective() {
        return state == null ? Optional.empty() : state.collective();
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
        Bits.shown(map, !none);
        if (!dragging.active()) {
            map.show(maker.of(state, collective, head.view(), ui.clock().instant()));
        }
        foot.getChildren().setAll(Legend.of(ui.texts(), tokens, collective.nodes()));
        selected();
    }

    private void marks() {
        collective()
                .ifPresent(
                        c -> {
                            Found found = filtering.of(c, head.view().filter());
                            map.mark(
                                    new Marks(
                                            selection.nodes(),
                                            selection.hasZone() ? selection.zone() : Marks.NOWHERE,
                                            selection.workload(),
                                            selection.group(),
                                            "",
                                            dragging.over(),
                                            !found.everything(),
                                            found.nodes(),
                                            found.workloads()));
                        });
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
        return collective().stream()
                .flatMap(c -> c.nodes().stream())
                .filter(n -> selection.has(n.id()))
                .toList();
    }

    @Override
    public void chosen(Hit hit, boolean add) {
        if (!hit.node().isEmpty() && add) {
            selection.toggle(hit.node());
        } else if (!hit.workload().isEmpty()) {
            workload(hit)
                    .ifPresentOrElse(
                            w -> selection.workload(hit.node(), w),
                            () -> selection.only(hit.node()));
        } else if (!hit.node().isEmpty()) {
            selection.only(hit.node());
        } else if (hit.inZone() && head.view().by().isZone()) {
            selection.zone(hit.zone());
        } else {
            selection.clear();
        }
    }

    private Optional<Workload> workload(Hit hit) {
        return collective()
                .flatMap(c -> c.node(hit.node()))
                .flatMap(
                        n ->
                                n.workloads().stream()
                                        .filter(w -> w.id().equals(hit.workload()))
                                        .findFirst());
    }

    @Override
    public void carried(String nodeId, MouseEvent event) {
        if (!head.view().by().isZone()) {
            ui.navigator().say(ui.texts().get("topology.move.byZone"));
            return;
        }
        collective().flatMap(c -> c.node(nodeId)).ifPresent(n -> dragging.dragged(n, event));
    }

    @Override
    public void dropped() {
        dragging.dropped();
        redraw();
    }

    @Override
    public void escaped() {
        dragging.end();
        selection.clear();
    }

    @Override
    public void move(String nodeId) {
        collective().flatMap(c -> c.node(nodeId)).ifPresent(n -> chooseZone(held(n)));
    }

    @Override
    public String line(Hit hit) {
        return collective().map(c -> lines.of(c, hit)).orElse("");
    }

    @Override
    public String spoken(NodePicture node) {
        return node.spoken();
    }

    private void chooseZone(List<Node> nodes) {
        if (collective().isEmpty() || nodes.isEmpty()) {
            return;
        }
        String what =
                nodes.size() == 1
                        ? nodes.getFirst().name()
                        : ui.texts().count("topology.nodes", nodes.size());
        List<String> others =
                collective().get().zones().stream()
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
                                    moving.ask(nodes, zone, map.anchor(zone));
                                }));
    }
}
