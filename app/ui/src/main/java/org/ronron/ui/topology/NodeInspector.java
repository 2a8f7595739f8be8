package org.ronron.ui.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;
import org.ronron.core.plan.ServeNode;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.findings.FindingWords;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** All that is known of one machine, by who says it and how old it is. */
final class NodeInspector extends VBox {
    static final double KEYS = 96;

    private final Ui ui;
    private final Texts texts;
    private final TopologyWords words;
    private final Collective collective;
    private final Node node;
    private final Listing lines;

    NodeInspector(
            Ui ui,
            TopologyWords words,
            Collective collective,
            Node node,
            Consumer<List<Node>> move,
            Going going) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = words;
        this.collective = collective;
        this.node = node;
        this.lines = new Listing(texts, going);
        setId("inspector-node");
        getChildren().add(title());
        node.vanished().ifPresent(this::vanished);
        amiss();
        getChildren().add(facts());
        notes();
        getChildren().add(buttons(move));
        NodePresence presence = new NodePresence(ui, collective);
        node.presences().forEach(p -> presence.add(this, p));
        workloads();
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

    /** It stays in the picture until a person has seen that it is gone. */
    private void vanished(Instant since) {
        String age = texts.figures().age(since, ui.clock().instant());
        Button dismiss =
                Bits.button(
                        texts.get("topology.vanished.dismiss"),
                        () ->
                                Asking.run(
                                        ui,
                                        ui.desk().dismissGone(node.id()),
                                        () -> ui.navigator().say(texts.get("topology.kept"))),
                        "small");
        dismiss.setId("node-dismiss");
        getChildren()
                .addAll(
                        Marked.text(
                                texts,
                                Mark.UNKNOWN,
                                texts.get("topology.vanished", "age", age),
                                "state-unknown"),
                        dismiss);
    }

    /** Why it is not simply fine, in the words of who found it. */
    private void amiss() {
        FindingWords say = FindingWords.of(ui);
        for (Finding finding : new Amiss(say, collective).of(node)) {
            getChildren().add(Marked.text(texts, Mark.ATTENTION, say.brief(finding), "state-warn"));
        }
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

    private KeyValues facts() {
        KeyValues rows = new KeyValues(KEYS);
        zone(rows);
        new NodeSizes(texts, collective, node).add(rows);
        rows.add(texts.get("topology.fact.machine"), words.machine(node));
        if (!node.owner().isEmpty()) {
            rows.add(texts.get("topology.fact.owner"), texts.get("topology.owner." + node.owner()));
        }
        boolean sample = collective.kind().equals("sample");
        if (!sample) {
            rows.add(texts.get("topology.fact.backup"), backup());
        }
        node.seen()
                .ifPresent(
                        s ->
                                rows.add(
                                        texts.get("topology.fact.seen"),
                                        sample
                                                ? texts.figures().dateTime(s, ui.zone())
                                                : texts.figures().age(s, ui.clock().instant())));
        return rows;
    }

    private void zone(KeyValues rows) {
        String zone = words.zone(node.zone());
        if (node.zone().isEmpty() || node.standsIn(node.zone())) {
            rows.add(
                    texts.get("topology.fact.zone"),
                    node.zoneByHand() ? texts.get("topology.zoneByHand", "zone", zone) : zone);
        } else {
            rows.add(texts.get("topology.fact.zone"), contradicting());
        }
    }

    /** What each system says, where they do not agree. */
    private VBox contradicting() {
        VBox all = Bits.column(2);
        if (node.zoneByHand()) {
            all.getChildren().add(Bits.text(texts.get("topology.zoneByHand", "zone", node.zone())));
        }
        for (Node.Presence presence : node.presences()) {
            if (!presence.zone().isEmpty()) {
                String said =
                        texts.get(
                                "topology.zoneBy",
                                "zone",
                                presence.zone(),
                                "endpoint",
                                presence.endpointName());
                all.getChildren().add(Marked.text(texts, Mark.ATTENTION, said, "state-warn"));
            }
        }
        return all;
    }

    private String backup() {
        LastBackup last = LastBackup.of(collective, node);
        if (!last.known()) {
            return texts.get("topology.notKnown");
        }
        return last.at()
                .map(at -> texts.figures().age(at, ui.clock().instant()))
                .orElseGet(() -> texts.get("topology.backup.none"));
    }

    private void workloads() {
        if (!TopologyWords.counted(collective)) {
            return;
        }
        int all = node.workloads().size();
        getChildren().add(Bits.line(texts.count("topology.workloads", all), "section-title"));
        if (!node.sizesPublished()) {
            getChildren().add(Bits.text(texts.get("topology.sizesNotPublished"), "note"));
        }
        List<Workload> named = node.workloads().stream().filter(w -> !w.name().isEmpty()).toList();
        VBox list = Bits.column(3);
        named.stream()
                .limit(Listing.MOST)
                .forEach(
                        w ->
                                list.getChildren()
                                        .add(
                                                lines.workload(
                                                        node.id(),
                                                        w,
                                                        w.name(),
                                                        lines.bytes(w.memory()))));
        int more = named.size() - Listing.MOST;
        if (more > 0) {
            list.getChildren().add(Bits.text(texts.count("topology.more", more), "note"));
        }
        if (!named.isEmpty()) {
            getChildren().add(list);
        }
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
                                        () -> ui.navigator().say(texts.get("topology.staged"))),
                        "small");
        button.setId(closed ? "node-serve" : "node-empty");
        return Optional.of(button);
    }

    private FlowPane buttons(Consumer<List<Node>> move) {
        FlowPane buttons = new FlowPane(8, 8);
        if (node.vanished().isEmpty()) {
            buttons.getChildren()
                    .add(
                            Bits.button(
                                    texts.get("topology.move"),
                                    () -> move.accept(List.of(node)),
                                    "small"));
        }
        buttons.getChildren()
                .add(NotesForm.button(ui, "node:" + node.id(), node.name(), node.notes()));
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
