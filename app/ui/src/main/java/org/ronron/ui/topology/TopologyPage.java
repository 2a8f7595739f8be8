package org.ronron.ui.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
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
public final class TopologyPage implements Page, MapEvents, HeadActions, Going {
    public static final String ID = "topology";

    private final Ui ui;
    private final TopologyWords words;
    private final TopologyHead head;
    private final TopologyMap map;
    private final PictureMaker maker;
    private final Lines lines;
    private final TopologyTable table;
    private final Legend foot;
    private final Function<Window, Optional<Path>> where;
    private final StackPane view;
    private final Selection selection = new Selection(this::selected);
    private final Filtering filtering;
    private final Moving moving;
    private final Dragging dragging;
    private final Inspection inspection;
    private final EmptyState empty;
    private @Nullable DeskState state;

    /** Whether the hand that is carrying now was told why it carries nothing. */
    private boolean toldWhy;

    public TopologyPage(Ui ui, Tokens tokens) {
        this(ui, tokens, window -> new PictureExport(ui).ask(window));
    }

    /**
     * @param where asks for the file to export to; called on the FX thread
     */
    public TopologyPage(Ui ui, Tokens tokens, Function<Window, Optional<Path>> where) {
        this.ui = ui;
        this.where = where;
        Texts texts = ui.texts();
        this.words = new TopologyWords(texts);
        this.filtering = new Filtering(texts);
        this.head = new TopologyHead(texts, v -> redraw(), this);
        this.maker = new PictureMaker(words);
        this.lines = new Lines(words, ui.clock());
        this.moving = new Moving(ui);
        this.foot = new Legend(texts, tokens);
        this.inspection = new Inspection(ui, words, this::chooseZone, this);
        this.table = new TopologyTable(ui, words, selection, this::chooseZone);
        Bits.shown(table, false);
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
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox content = Bits.column(10, head, empty, map, table, foot);
        content.getStyleClass().addAll("page", "page-content");
        view = new StackPane(content, layer);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            head.search();
            event.consume();
        }
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

    @Override
    public void node(String id) {
        select(id);
    }

    @Override
    public void workload(String nodeId, Workload of) {
        selection.workload(nodeId, of);
        map.reveal(nodeId);
    }

    @Override
    public void zone(String name) {
        selectZone(name);
    }

    @Override
    public void fit() {
        map.fit();
    }

    @Override
    public void zoom(int steps) {
        map.zoom(steps);
    }

    @Override
    public void fullScreen() {
        if (view.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    @Override
    public void table(boolean wished) {
        redraw();
        if (wished) {
            table.enter();
        } else {
            map.requestFocus();
        }
    }

    @Override
    public void export() {
        where.apply(view.getScene().getWindow())
                .ifPresent(file -> new PictureExport(ui).write(map.image(), file));
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
        head.show(collective, words.totals(collective));
        boolean none = collective.nodes().isEmpty() && collective.zones().isEmpty();
        Bits.shown(empty, none);
        boolean asTable = head.asTable();
        Bits.shown(map, !none && !asTable);
        Bits.shown(table, !none && asTable);
        Bits.shown(foot, !none && !asTable);
        if (asTable) {
            table.show(collective, head.view(), found(collective));
        } else if (!dragging.active()) {
            map.show(maker.of(state, collective, head.view(), ui.clock().instant()));
        }
        foot.show(collective.nodes(), !state.staged().isEmpty());
        selected();
    }

    private void marks() {
        collective()
                .ifPresent(
                        c -> {
                            Found found = found(c);
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

    private Found found(Collective collective) {
        return filtering.of(collective, head.view().filter());
    }

    private void selected() {
        marks();
        table.follow();
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
        if (!hit.node().isEmpty() && add && !hit.zone().equals(NoPlace.NAME)) {
            selection.toggle(hit.node());
        } else if (!hit.workload().isEmpty()) {
            workload(hit)
                    .ifPresentOrElse(
                            w -> selection.workload(hit.node(), w),
                            () -> selection.only(hit.node()));
        } else if (hit.zone().equals(NoPlace.NAME)) {
            selection.clear();
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
            if (!toldWhy) {
                ui.navigator().say(ui.texts().get("topology.move.byZone"));
            }
            toldWhy = true;
            return;
        }
        collective().flatMap(c -> c.node(nodeId)).ifPresent(n -> dragging.dragged(n, event));
    }

    @Override
    public void dropped() {
        toldWhy = false;
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
        return node.node().zone().equals(NoPlace.NAME)
                ? node.node().name() + ", " + String.join(" ", node.notes())
                : words.spoken(node.node(), node.aside());
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
