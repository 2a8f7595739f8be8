package org.ronron.ui.topology;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Totals;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** All of it at once: how many machines, how much of them is reserved, who says so. */
final class TotalsInspector extends VBox {
    private static final String FACT = "sample.fact.";

    private static final Comparator<Map.Entry<String, String>> FACTS_FIRST =
            comparing((Map.Entry<String, String> fact) -> !fact.getKey().startsWith(FACT))
                    .thenComparing(Map.Entry::getKey);

    private final Ui ui;
    private final Texts texts;
    private final TopologyWords words;

    TotalsInspector(Ui ui, TopologyWords words, Collective collective, Going going) {
        super(14);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = words;
        setId("inspector-totals");
        Totals totals = collective.totals();
        long zones = collective.zones().stream().filter(z -> !z.name().isEmpty()).count();
        getChildren()
                .addAll(
                        Bits.line(collective.name(), "card-title"),
                        counts(
                                collective.machines(),
                                collective.workloads(),
                                TopologyWords.counted(collective),
                                zones));
        meter("topology.fact.memory", totals.memoryReserved(), totals.memory(), true);
        meter("topology.fact.cpu", totals.cpuReserved(), totals.cpu(), false);
        getChildren()
                .addAll(
                        new WaitingList(ui, collective),
                        new ZonesFilling(words, collective, going));
        if (collective.kind().equals("sample")) {
            sample(collective);
        } else {
            endpoints(collective.endpoints());
        }
        getChildren().add(Bits.text(texts.get("topology.hint"), "note"));
    }

    private HBox counts(int nodes, int workloads, boolean counted, long zones) {
        HBox row = new HBox(8, count(nodes, "topology.count.nodes"));
        if (counted) {
            row.getChildren().add(count(workloads, "topology.count.workloads"));
        }
        row.getChildren().add(count(zones, "topology.count.zones"));
        return row;
    }

    private VBox count(long n, String key) {
        VBox box =
                Bits.column(
                        0,
                        Bits.line(texts.figures().whole(n), "total-figure"),
                        Bits.line(texts.get(key), "note"));
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private void meter(String key, OptionalLong part, OptionalLong total, boolean memory) {
        if (total.isEmpty()) {
            return;
        }
        String figures = memory ? words.memory(part, total) : words.cpu(part, total);
        double share = total.getAsLong() <= 0 ? 0 : part.orElse(0) / (double) total.getAsLong();
        Meter bar = new Meter(share, 8);
        VBox box =
                Bits.column(
                        5,
                        Bits.row(
                                8,
                                Bits.line(texts.get(key), "section-title"),
                                Bits.spring(),
                                Bits.whole(words.percent(part, total), "strong")));
        if (part.isPresent()) {
            box.getChildren().add(bar);
        }
        box.getChildren()
                .add(
                        Bits.line(
                                part.isPresent()
                                        ? texts.get("topology.reserved", "figures", figures)
                                        : figures,
                                "secondary"));
        getChildren().add(box);
    }

    private void sample(Collective collective) {
        VBox lines = Bits.column(4);
        collective.facts().entrySet().stream()
                .filter(fact -> texts.has(fact.getKey()))
                .sorted(FACTS_FIRST)
                .map(fact -> texts.get(fact.getKey(), "value", said(fact.getValue())))
                .forEach(line -> lines.getChildren().add(Bits.text(line, "note")));
        if (!lines.getChildren().isEmpty()) {
            getChildren().addAll(Bits.line(texts.get("topology.sample"), "section-title"), lines);
        }
    }

    private String said(String published) {
        return texts.figures().published(published);
    }

    private void endpoints(List<EndpointView> endpoints) {
        VBox list = Bits.column(6);
        for (EndpointView endpoint : endpoints) {
            list.getChildren()
                    .add(
                            Bits.row(
                                    8,
                                    new StateMark(mark(endpoint), texts),
                                    Bits.line(endpoint.name()),
                                    Bits.spring(),
                                    Bits.whole(age(endpoint), "note")));
        }
        if (!endpoints.isEmpty()) {
            getChildren().addAll(Bits.line(texts.get("topology.systems"), "section-title"), list);
        }
    }

    private static Mark mark(EndpointView endpoint) {
        return switch (endpoint.state()) {
            case FINE -> Mark.FINE;
            case NEVER_ASKED -> Mark.TODO;
            case SILENT, LOCKED -> Mark.UNKNOWN;
            case ASKING -> Mark.ATTENTION;
            case STOPPED -> Mark.WRONG;
        };
    }

    private String age(EndpointView endpoint) {
        return endpoint.answered()
                .map(at -> texts.figures().age(at, ui.clock().instant()))
                .orElseGet(() -> texts.get("topology.neverSeen"));
    }
}
