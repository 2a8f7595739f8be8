package org.ronron.ui.topology;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.core.model.Workload;
import org.ronron.core.plan.ServeNode;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** All that is known of one machine, by who says it and how old it is. */
final class NodeInspector extends VBox {
    private static final double KEYS = 96;
    private static final int MOST_WORKLOADS = 40;

    private final Ui ui;
    private final Texts texts;
    private final TopologyWords words;
    private final Collective collective;
    private final Node node;

    NodeInspector(
            Ui ui,
            TopologyWords words,
            Collective collective,
            Node node,
            String group,
            Consumer<List<Node>> move) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = words;
        this.collective = collective;
        this.node = node;
        setId("inspector-node");
        getChildren().addAll(title(), facts());
        notes();
        getChildren().add(buttons(move));
        if (!group.isEmpty()) {
            siblings(group);
        }
        node.presences().forEach(this::presence);
        workloads();
    }

    /** High up: whoever needs them has no time to look. */
    private void notes() {
        NotesView.of(texts, node.notes(), "topology.notes.node")
                .ifPresent(v -> getChildren().add(v));
        collective
                .zone(node.zone())
                .flatMap(z -> NotesView.of(texts, z.notes(), "topology.notes.zone"))
                .ifPresent(v -> getChildren().add(v));
    }

    private HBox title() {
        Mark mark = Mark.of(node.state());
        return Bits.row(
                6,
                Bits.line(node.name(), "inspector-name"),
                Bits.spring(),
                new StateMark(mark, texts),
                Bits.whole(mark.word(texts), colour(mark)));
    }

    static String colour(Mark mark) {
        return switch (mark) {
            case FINE, DONE -> "state-ok";
            case ATTENTION, BUSY -> "state-warn";
            case WRONG -> "state-bad";
            case UNKNOWN -> "state-unknown";
            default -> "state-none";
        };
    }

    private KeyValues facts() {
        KeyValues rows = new KeyValues(KEYS);
        String zone = words.zone(node.zone());
        if (node.zone().isEmpty() || node.standsIn(node.zone())) {
            rows.add(
                    texts.get("topology.fact.zone"),
                    node.zoneByHand() ? texts.get("topology.zoneByHand", "zone", zone) : zone);
        } else {
            rows.add(texts.get("topology.fact.zone"), contradicting());
        }
        rows.add(
                texts.get("topology.fact.memory"),
                words.memory(
                        node.sizesPublished() ? reserved() : java.util.OptionalLong.empty(),
                        node.offered(Resource.MEMORY)));
        rows.add(
                texts.get("topology.fact.cpu"),
                words.cpu(java.util.OptionalLong.empty(), node.offered(Resource.CPU)));
        if (node.disk().isPresent()) {
            rows.add(texts.get("topology.fact.disk"), disk());
        }
        rows.add(texts.get("topology.fact.machine"), words.machine(node));
        if (!node.owner().isEmpty()) {
            rows.add(texts.get("topology.fact.owner"), texts.get("topology.owner." + node.owner()));
        }
        node.seen()
                .ifPresent(
                        s ->
                                rows.add(
                                        texts.get("topology.fact.seen"),
                                        collective.kind().equals("sample")
                                                ? texts.figures().dateTime(s, ui.zone())
                                                : texts.figures().age(s, ui.clock().instant())));
        return rows;
    }

    private HBox marked(Mark mark, String words) {
        HBox line = new HBox(6, new StateMark(mark, texts), Bits.text(words, "state-warn"));
        line.getStyleClass().add("marked");
        return line;
    }

    /** What each system says, where they do not agree. */
    private VBox contradicting() {
        VBox all = Bits.column(2);
        for (Node.Presence presence : node.presences()) {
            if (!presence.zone().isEmpty()) {
                String said =
                        texts.get(
                                "topology.zoneBy",
                                "zone",
                                presence.zone(),
                                "endpoint",
                                presence.endpointName());
                all.getChildren().add(marked(Mark.ATTENTION, said));
            }
        }
        return all;
    }

    private java.util.OptionalLong reserved() {
        return View.told(collective, node)
                ? node.reserved(Resource.MEMORY)
                : java.util.OptionalLong.empty();
    }

    private String disk() {
        String all = texts.figures().bytes(node.disk().orElse(0));
        return node.diskFree().isPresent()
                ? texts.get(
                        "topology.diskFree",
                        "free",
                        texts.figures().bytes(node.diskFree().getAsLong()),
                        "all",
                        all)
                : all;
    }

    private void siblings(String group) {
        String also =
                collective.nodes().stream()
                        .filter(n -> !n.equals(node))
                        .filter(
                                n ->
                                        n.workloads().stream()
                                                .anyMatch(w -> Bars.group(w).equals(group)))
                        .map(Node::name)
                        .collect(Collectors.joining(", "));
        KeyValues rows = new KeyValues(KEYS);
        rows.add(texts.get("topology.also"), also.isEmpty() ? "—" : also, "mono");
        getChildren().addAll(Bits.line(group, "section-title"), rows);
    }

    private void presence(Node.Presence presence) {
        KeyValues rows = new KeyValues(KEYS);
        if (!presence.role().isEmpty()) {
            rows.add(texts.get("topology.fact.role"), role(presence));
        }
        if (presence.draining() || presence.closed()) {
            Mark mark = presence.draining() ? Mark.BUSY : Mark.ATTENTION;
            String words = presence.draining() ? "topology.draining" : "topology.closed.long";
            rows.add(texts.get("topology.fact.services"), marked(mark, texts.get(words)));
        } else if (presence.places()) {
            rows.add(texts.get("topology.fact.services"), texts.get("topology.open"));
        }
        new TreeMap<>(presence.labels())
                .forEach(
                        (key, value) ->
                                texts.find(presence.type(), "fact." + key)
                                        .ifPresent(
                                                name ->
                                                        rows.add(
                                                                name, fact(presence, key, value))));
        Optional<EndpointView> endpoint = collective.endpoint(presence.endpointId());
        endpoint.flatMap(EndpointView::answered)
                .ifPresent(
                        at ->
                                rows.add(
                                        texts.get("topology.fact.answered"),
                                        texts.figures().age(at, ui.clock().instant())));
        if (!rows.isEmpty()) {
            getChildren().addAll(Bits.line(presence.endpointName(), "section-title"), rows);
        }
    }

    private String fact(Node.Presence presence, String key, String value) {
        return texts.figures().published(texts.value(presence.type(), key, value));
    }

    private String role(Node.Presence presence) {
        return texts.find(presence.type(), "role." + presence.role()).orElse(presence.role());
    }

    private void workloads() {
        if (!TopologyWords.counted(collective)) {
            return;
        }
        List<Workload> named = node.workloads().stream().filter(w -> !w.name().isEmpty()).toList();
        getChildren()
                .add(
                        Bits.line(
                                texts.count("topology.workloads", node.workloads().size()),
                                "section-title"));
        if (!node.sizesPublished()) {
            getChildren().add(Bits.text(texts.get("topology.sizesNotPublished"), "note"));
        }
        VBox list = Bits.column(3);
        named.stream()
                .limit(MOST_WORKLOADS)
                .forEach(
                        w ->
                                list.getChildren()
                                        .add(
                                                Bits.row(
                                                        8,
                                                        Bits.line(w.name(), "mono"),
                                                        Bits.spring(),
                                                        Bits.whole(size(w), "note"))));
        if (!named.isEmpty()) {
            getChildren().add(list);
        }
    }

    private String size(Workload workload) {
        return workload.memory().isPresent()
                ? texts.figures().bytes(workload.memory().getAsLong())
                : "";
    }

    /** Emptied, or given services again, where a system places some; not while it is emptied. */
    private Optional<Button> serving() {
        boolean placed = node.presences().stream().anyMatch(Node.Presence::places);
        if (!placed || node.presences().stream().anyMatch(Node.Presence::draining)) {
            return Optional.empty();
        }
        boolean closed = node.presences().stream().anyMatch(Node.Presence::closed);
        Button button =
                Bits.button(
                        texts.get(closed ? "topology.serve" : "topology.empty"),
                        () ->
                                Asking.run(
                                        ui,
                                        ui.desk()
                                                .staging()
                                                .stage(List.of(new ServeNode(node.id(), closed))),
                                        () ->
                                                ui.navigator()
                                                        .say(ui.texts().get("topology.staged"))),
                        "small");
        button.setId(closed ? "node-serve" : "node-empty");
        return Optional.of(button);
    }

    private FlowPane buttons(Consumer<List<Node>> move) {
        FlowPane buttons = new FlowPane(8, 8);
        buttons.getChildren()
                .addAll(
                        Bits.button(
                                texts.get("topology.move"),
                                () -> move.accept(List.of(node)),
                                "small"),
                        Bits.button(
                                texts.get("topology.editNotes"),
                                () ->
                                        ui.navigator()
                                                .overlay(
                                                        new NotesForm(
                                                                ui,
                                                                "node:" + node.id(),
                                                                node.name(),
                                                                node.notes())),
                                "small"));
        if (!collective.kind().equals("sample")) {
            serving().ifPresent(buttons.getChildren()::add);
            buttons.getChildren()
                    .add(
                            Bits.button(
                                    texts.get("topology.editMachine"),
                                    () -> ui.navigator().overlay(new MachineForm(ui, node)),
                                    "small"));
        }
        return buttons;
    }
}
