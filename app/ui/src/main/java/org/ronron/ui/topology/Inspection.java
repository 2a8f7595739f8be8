package org.ronron.ui.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;
import org.ronron.ui.parts.NextFrame;
import org.ronron.ui.parts.Ui;

/** Decides what stands on the right, and makes it anew only when it says something else. */
final class Inspection {
    /** Nobody reads faster than this: between two refreshings of one thing. */
    private static final Duration APART = Duration.ofSeconds(1);

    private final Ui ui;
    private final TopologyWords words;
    private final Consumer<List<Node>> move;
    private final Going going;
    private @Nullable Object shown;
    private @Nullable Object subject;
    private @Nullable Supplier<Region> making;
    private final VBox content = new VBox();
    private final WorkloadInspector workload;
    private final NextFrame later = new NextFrame(this::refresh, APART);

    Inspection(Ui ui, TopologyWords words, Consumer<List<Node>> move, Going going) {
        this.ui = ui;
        this.words = words;
        this.move = move;
        this.going = going;
        this.workload = new WorkloadInspector(ui, going);
    }

    void show(DeskState state, Collective collective, Selection selection) {
        List<Node> nodes = collective.nodes().stream().filter(n -> selection.has(n.id())).toList();
        Optional<Zone> zone =
                selection.hasZone() ? collective.zone(selection.zone()) : Optional.empty();
        List<Object> key =
                List.of(nodes, zone, selection.workload(), collective, Set.copyOf(state.staged()));
        boolean stands = content.getScene() != null;
        if (key.equals(shown) && stands) {
            return;
        }
        boolean same = about(selection, zone).equals(subject);
        shown = key;
        making = () -> make(collective, nodes, zone, selection.workload());
        if (same && stands) {
            later.request();
            return;
        }
        later.forget();
        put(making.get());
        ui.navigator().inspect(content);
        subject = about(selection, zone);
    }

    /** One that is filled again stays where it is. */
    private void put(Region made) {
        if (!content.getChildren().equals(List.of(made))) {
            content.getChildren().setAll(made);
        }
        if (!made.equals(workload)) {
            workload.forget();
        }
    }

    private static List<Object> about(Selection selection, Optional<Zone> zone) {
        return List.of(selection.nodes(), zone.map(Zone::name), selection.workload());
    }

    private Region make(
            Collective collective, List<Node> nodes, Optional<Zone> zone, String workloadId) {
        if (nodes.size() == 1) {
            return one(collective, nodes.getFirst(), workloadId);
        }
        if (!nodes.isEmpty()) {
            return new SeveralInspector(ui, words, nodes, move, going);
        }
        return zone.<Region>map(z -> new ZoneInspector(ui, words, collective, z, going))
                .orElseGet(() -> new TotalsInspector(ui, words, collective, going));
    }

    /** The picture comes first: what is heard of the same thing stands here a frame later. */
    private void refresh() {
        if (content.getScene() == null || making == null) {
            return;
        }
        Optional<javafx.scene.Node> focused =
                content.lookupAll("*").stream().filter(javafx.scene.Node::isFocused).findFirst();
        put(making.get());
        focused.filter(before -> before.getScene() == null).ifPresent(this::focus);
    }

    /** The same thing, known better: the keyboard stays where it is. */
    private void focus(javafx.scene.Node before) {
        content.lookupAll("*").stream()
                .filter(n -> n.isFocusTraversable() && alike(n, before))
                .findFirst()
                .ifPresent(javafx.scene.Node::requestFocus);
    }

    private static boolean alike(javafx.scene.Node one, javafx.scene.Node other) {
        return one instanceof Labeled a
                && other instanceof Labeled b
                && a.getClass().equals(b.getClass())
                && a.getText().equals(b.getText());
    }

    private Region one(Collective collective, Node node, String workloadId) {
        Optional<Workload> selected =
                node.workloads().stream()
                        .filter(w -> !workloadId.isEmpty() && w.id().equals(workloadId))
                        .findFirst();
        if (selected.isEmpty()) {
            return new NodeInspector(ui, words, collective, node, move, going);
        }
        workload.show(collective, node, selected.get());
        return workload;
    }
}
