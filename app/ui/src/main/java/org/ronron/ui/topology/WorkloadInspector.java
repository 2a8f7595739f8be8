package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongFunction;
import javafx.scene.control.Label;
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

/**
 * All that is known of one workload, and where the others of its kind run. Filled again for each
 * one that is selected: who clicks through many of them waits for none.
 */
final class WorkloadInspector extends VBox {
    private static final double KEYS = 96;
    private static final String NAMESPACE = Served.NAMESPACE;

    private final Ui ui;
    private final Texts texts;
    private final Going going;
    private final Listing lines;
    private final Label name = Bits.text("", "inspector-name");
    private final StateMark mark;
    private final Label state = Bits.whole("");
    private final KeyValues place = new KeyValues(KEYS);
    private final KeyValues sizes = new KeyValues(KEYS);
    private final Label free;
    private final Siblings siblings;

    WorkloadInspector(Ui ui, Going going) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.going = going;
        this.lines = new Listing(texts, going);
        this.mark = new StateMark(Mark.UNKNOWN, texts);
        this.free = Bits.text(texts.get("topology.workload.free"), "note");
        this.siblings = new Siblings(texts, going);
        setId("inspector-workload");
        getChildren()
                .addAll(
                        Bits.column(4, name, Bits.row(6, mark, state)),
                        place,
                        Bits.column(
                                6,
                                Bits.line(texts.get("topology.workload.room"), "section-title"),
                                sizes,
                                free),
                        Bits.line(texts.get("topology.siblings"), "section-title"),
                        siblings);
    }

    void show(Collective collective, Node node, Workload workload) {
        name.setText(workload.name().isEmpty() ? texts.get("topology.unnamed") : workload.name());
        mark.show(Listing.mark(workload.state()));
        state.setText(lines.word(workload.state()));
        List<String> look = List.of("label", NodeInspector.colour(Listing.mark(workload.state())));
        if (!state.getStyleClass().equals(look)) {
            state.getStyleClass().setAll(look);
        }
        place.begin();
        place(collective, node, workload);
        place.end();
        sizes.begin();
        sizes(workload);
        sizes.end();
        Bits.shown(free, !workload.counts());
        siblings.show(collective, node, workload);
    }

    /** Lets go of what it showed. */
    void forget() {
        siblings.forget();
    }

    private void place(Collective collective, Node node, Workload workload) {
        place.link(texts.get("topology.fact.on"), node.name(), () -> going.node(node.id()), "mono");
        String zone = texts.get("topology.fact.zone");
        if (node.zone().isEmpty()) {
            place.add(zone, texts.get("zone.none"));
        } else {
            place.link(zone, node.zone(), () -> going.zone(node.zone()));
        }
        workload.group()
                .ifPresent(group -> place.add(texts.get("topology.fact.group"), group, "mono"));
        String namespace = workload.labels().getOrDefault(NAMESPACE, "");
        if (!namespace.isEmpty()) {
            place.add(texts.get("topology.fact.namespace"), namespace, "mono");
        }
        Optional<Space> space = new Served(collective).by(workload);
        space.ifPresent(
                s ->
                        place.link(
                                texts.get("topology.fact.space"),
                                s.name(),
                                () -> ui.navigator().space(s.name())));
        String endpoint = Served.endpoint(workload);
        node.presences().stream()
                .filter(p -> p.endpointId().equals(endpoint))
                .findFirst()
                .ifPresent(p -> labels(collective, workload, p));
    }

    /** What its system tells besides, and since when. */
    private void labels(Collective collective, Workload workload, Node.Presence by) {
        new TreeMap<>(workload.labels()).forEach((key, value) -> label(by.type(), key, value));
        place.add(texts.get("topology.fact.toldBy"), by.endpointName());
        collective
                .endpoint(by.endpointId())
                .flatMap(EndpointView::answered)
                .ifPresent(
                        at ->
                                place.add(
                                        texts.get("topology.fact.answered"),
                                        texts.figures().age(at, ui.clock().instant())));
    }

    private void label(String type, String key, String value) {
        if (!key.equals(NAMESPACE)) {
            String said = texts.value(type, key, value);
            texts.find(type, "fact." + key)
                    .ifPresent(name -> place.add(name, texts.figures().published(said)));
        }
    }

    private void sizes(Workload workload) {
        LongFunction<String> bytes = texts.figures()::bytes;
        List<String> memory = new ArrayList<>(reserved(workload.memory(), bytes));
        said(memory, "topology.workload.most", workload.memoryMost(), bytes);
        said(memory, "topology.workload.used", workload.memoryUsed(), bytes);
        row("topology.fact.memory", memory);
        row("topology.fact.cpu", reserved(workload.cpu(), texts.figures()::mhz));
        if (workload.disk().isPresent()) {
            row("topology.fact.disk", reserved(workload.disk(), bytes));
        }
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

    private void row(String key, List<String> said) {
        sizes.add(
                texts.get(key),
                said.isEmpty() ? texts.get("topology.notKnown") : String.join("\n", said));
    }
}
