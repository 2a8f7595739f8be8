package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongFunction;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.model.Space;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** All that is known of one workload, and where the others of its kind run. */
final class WorkloadInspector extends VBox {
    private static final double KEYS = 96;
    private static final int FEW = 8;
    private static final String NAMESPACE = Served.NAMESPACE;

    /** One of the same kind, with the machine on which it runs. */
    private record Sibling(Node on, Workload workload) {}

    private final Ui ui;
    private final Texts texts;
    private final Collective collective;
    private final Node node;
    private final Workload workload;
    private final Listing lines;
    private final Going going;

    WorkloadInspector(Ui ui, Collective collective, Node node, Workload workload, Going going) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.collective = collective;
        this.node = node;
        this.workload = workload;
        this.going = going;
        this.lines = new Listing(texts, going);
        setId("inspector-workload");
        getChildren().addAll(title(), place(), sizes());
        siblings();
    }

    private VBox title() {
        Mark mark = Listing.mark(workload.state());
        String name = workload.name().isEmpty() ? texts.get("topology.unnamed") : workload.name();
        return Bits.column(
                4,
                Bits.text(name, "inspector-name"),
                Bits.row(
                        6,
                        new StateMark(mark, texts),
                        Bits.whole(lines.word(workload.state()), NodeInspector.colour(mark))));
    }

    private KeyValues place() {
        KeyValues rows = new KeyValues(KEYS);
        rows.add(
                texts.get("topology.fact.on"),
                Listing.link(node.name(), () -> going.node(node.id()), "mono"));
        rows.add(
                texts.get("topology.fact.zone"),
                node.zone().isEmpty()
                        ? Bits.text(texts.get("zone.none"))
                        : Listing.link(node.zone(), () -> going.zone(node.zone())));
        workload.group()
                .ifPresent(group -> rows.add(texts.get("topology.fact.group"), group, "mono"));
        String namespace = workload.labels().getOrDefault(NAMESPACE, "");
        if (!namespace.isEmpty()) {
            rows.add(texts.get("topology.fact.namespace"), namespace, "mono");
        }
        Optional<Space> space = new Served(collective).by(workload);
        space.ifPresent(
                s ->
                        rows.add(
                                texts.get("topology.fact.space"),
                                Listing.link(s.name(), () -> ui.navigator().space(s.name()))));
        String endpoint = Served.endpoint(workload);
        node.presences().stream()
                .filter(p -> p.endpointId().equals(endpoint))
                .findFirst()
                .ifPresent(p -> labels(rows, p));
        return rows;
    }

    /** What its system tells besides, and since when. */
    private void labels(KeyValues rows, Node.Presence by) {
        new TreeMap<>(workload.labels())
                .forEach(
                        (key, value) -> {
                            if (!key.equals(NAMESPACE)) {
                                texts.find(by.type(), "fact." + key)
                                        .ifPresent(
                                                name ->
                                                        rows.add(
                                                                name,
                                                                texts.figures()
                                                                        .published(
                                                                                texts.value(
                                                                                        by.type(),
                                                                                        key,
                                                                                        value))));
                            }
                        });
        rows.add(texts.get("topology.fact.toldBy"), by.endpointName());
        collective
                .endpoint(by.endpointId())
                .flatMap(EndpointView::answered)
                .ifPresent(
                        at ->
                                rows.add(
                                        texts.get("topology.fact.answered"),
                                        texts.figures().age(at, ui.clock().instant())));
    }

    private VBox sizes() {
        KeyValues rows = new KeyValues(KEYS);
        LongFunction<String> bytes = texts.figures()::bytes;
        List<String> memory = new ArrayList<>(reserved(workload.memory(), bytes));
        said(memory, "topology.workload.most", workload.memoryMost(), bytes);
        said(memory, "topology.workload.used", workload.memoryUsed(), bytes);
        row(rows, "topology.fact.memory", memory);
        row(rows, "topology.fact.cpu", reserved(workload.cpu(), texts.figures()::mhz));
        if (workload.disk().isPresent()) {
            row(rows, "topology.fact.disk", reserved(workload.disk(), bytes));
        }
        VBox all = Bits.column(6, Bits.line(texts.get("topology.workload.room"), "section-title"));
        all.getChildren().add(rows);
        if (!workload.counts()) {
            all.getChildren().add(Bits.text(texts.get("topology.workload.free"), "note"));
        }
        return all;
    }

    private List<String> reserved(OptionalLong size, LongFunction<String> words) {
        List<String> said = new ArrayList<>();
        said(said, "topology.workload.reserved", size, words);
        return said;
    }

    private void said(List<String> to, String key, OptionalLong size, LongFunction<String> words) {
        if (size.isPresent()) {
            to.add(texts.get(key, "size", words.apply(size.getAsLong())));
        }
    }

    private void row(KeyValues rows, String key, List<String> said) {
        rows.add(
                texts.get(key),
                said.isEmpty() ? texts.get("topology.notKnown") : String.join("\n", said));
    }

    private void siblings() {
        String group = Bars.group(workload);
        List<Sibling> others = new ArrayList<>();
        for (Node other : collective.nodes()) {
            for (Workload each : other.workloads()) {
                boolean same = each.id().equals(workload.id()) && other.id().equals(node.id());
                if (!same && !group.isEmpty() && Bars.group(each).equals(group)) {
                    others.add(new Sibling(other, each));
                }
            }
        }
        getChildren().add(Bits.line(texts.get("topology.siblings"), "section-title"));
        if (others.isEmpty()) {
            getChildren().add(Bits.text(texts.get("topology.siblings.none"), "note"));
            return;
        }
        VBox list = Bits.column(4);
        getChildren().add(list);
        list(list, others, FEW);
    }

    /** The first ones at once: who looks for others asks for them. */
    private void list(VBox into, List<Sibling> others, int most) {
        into.getChildren().clear();
        others.stream().limit(most).forEach(s -> into.getChildren().add(line(s)));
        int more = others.size() - most;
        if (more > 0 && most < Listing.MOST) {
            into.getChildren()
                    .add(
                            Listing.link(
                                    texts.count("topology.more", more),
                                    () -> list(into, others, Listing.MOST)));
        } else if (more > 0) {
            into.getChildren().add(Bits.text(texts.count("topology.more", more), "note"));
        }
    }

    private HBox line(Sibling s) {
        String zone = s.on().zone().isEmpty() ? texts.get("zone.none") : s.on().zone();
        return lines.workload(s.on().id(), s.workload(), s.on().name(), zone);
    }
}
