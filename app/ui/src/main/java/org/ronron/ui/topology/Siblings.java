package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/**
 * Where the others of a workload's kind run; can be filled again. The first ones at once: who looks
 * for others asks for them.
 */
final class Siblings extends VBox {
    private static final int FEW = 8;

    private final Texts texts;
    private final Going going;
    private final List<ListingLine> lines = new ArrayList<>();
    private final Label note = Bits.text("", "note");
    private final Button more = Bits.link("", this::all);
    private @Nullable Collective indexed;
    private Map<String, List<Sibling>> groups = Map.of();
    private List<Sibling> others = List.of();
    private String of = "";
    private int most = FEW;

    /** One of the same kind, with the machine on which it runs. */
    private record Sibling(Node on, Workload workload) {}

    Siblings(Texts texts, Going going) {
        super(4);
        this.texts = texts;
        this.going = going;
    }

    void show(Collective collective, Node node, Workload workload) {
        if (!workload.id().equals(of)) {
            of = workload.id();
            most = FEW;
        }
        others = find(collective, node, workload);
        list();
    }

    /** Lets go of the picture that it knows: nobody looks at a workload any more. */
    void forget() {
        indexed = null;
        groups = Map.of();
        others = List.of();
    }

    private void all() {
        most = Listing.MOST;
        list();
    }

    @SuppressWarnings("ReferenceEquality") // a picture is replaced, never changed
    private List<Sibling> find(Collective collective, Node node, Workload workload) {
        if (collective != indexed) {
            groups = index(collective);
            indexed = collective;
        }
        return groups.getOrDefault(Bars.group(workload), List.of()).stream()
                .filter(
                        s ->
                                !s.workload().id().equals(workload.id())
                                        || !s.on().id().equals(node.id()))
                .toList();
    }

    /** Once for each picture: who looks at one workload looks at more of them. */
    private static Map<String, List<Sibling>> index(Collective collective) {
        Map<String, List<Sibling>> all = new HashMap<>();
        for (Node node : collective.nodes()) {
            for (Workload workload : node.workloads()) {
                String group = Bars.group(workload);
                if (!group.isEmpty()) {
                    all.computeIfAbsent(group, g -> new ArrayList<>())
                            .add(new Sibling(node, workload));
                }
            }
        }
        return all;
    }

    private ListingLine fill(ListingLine line, Sibling of) {
        Node on = of.on();
        return line.say(
                Listing.mark(of.workload().state()),
                on.name(),
                () -> going.workload(on.id(), of.workload()),
                on.zone().isEmpty() ? texts.get("zone.none") : on.zone());
    }

    private void list() {
        List<javafx.scene.Node> shown = new ArrayList<>();
        int count = Math.min(most, others.size());
        while (lines.size() < count) {
            lines.add(new ListingLine(texts));
        }
        for (int i = 0; i < count; i++) {
            shown.add(fill(lines.get(i), others.get(i)));
        }
        int left = others.size() - count;
        if (others.isEmpty()) {
            note.setText(texts.get("topology.siblings.none"));
            shown.add(note);
        } else if (left > 0 && most < Listing.MOST) {
            more.setText(texts.count("topology.more", left));
            shown.add(more);
        } else if (left > 0) {
            note.setText(texts.count("topology.more", left));
            shown.add(note);
        }
        if (!shown.equals(getChildren())) {
            getChildren().setAll(shown);
        }
    }
}
