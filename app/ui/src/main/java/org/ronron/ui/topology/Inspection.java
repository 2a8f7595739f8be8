package org.ronron.ui.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Zone;
import org.ronron.ui.parts.Ui;

/** Decides what stands on the right, and makes it anew only when it says something else. */
final class Inspection {
    private final Ui ui;
    private final TopologyWords words;
    private final Consumer<List<Node>> move;
    private final Going going;
    private @Nullable Object shown;
    private @Nullable Region content;

    Inspection(Ui ui, TopologyWords words, Consumer<List<Node>> move, Going going) {
        this.ui = ui;
        this.words = words;
        this.move = move;
        this.going = going;
    }

    void show(DeskState state, Collective collective, Selection selection) {
        List<Node> nodes = collective.nodes().stream().filter(n -> selection.has(n.id())).toList();
        Optional<Zone> zone =
                selection.hasZone() ? collective.zone(selection.zone()) : Optional.empty();
        List<Object> key =
                List.of(nodes, zone, selection.workload(), collective, Set.copyOf(state.staged()));
        if (key.equals(shown) && content != null && content.getScene() != null) {
            return;
        }
        Region next;
        if (nodes.size() == 1) {
            next = one(collective, nodes.getFirst(), selection.workload());
        } else if (!nodes.isEmpty()) {
            next = new SeveralInspector(ui, words, nodes, move);
        } else if (zone.isPresent()) {
            next = new ZoneInspector(ui, words, collective, zone.get(), going);
        } else {
            next = new TotalsInspector(ui, words, collective, going);
        }
        shown = key;
        content = next;
        ui.navigator().inspect(next);
    }

    private Region one(Collective collective, Node node, String workload) {
        return node.workloads().stream()
                .filter(w -> !workload.isEmpty() && w.id().equals(workload))
                .findFirst()
                .<Region>map(w -> new WorkloadInspector(ui, collective, node, w, going))
                .orElseGet(() -> new NodeInspector(ui, words, collective, node, move, going));
    }
}
