package org.ronron.ui.topology;

import java.util.List;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Zone;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** What a zone holds, what would be lost with it, and what to know when going there. */
final class ZoneInspector extends VBox {
    private final Ui ui;
    private final Texts texts;

    ZoneInspector(Ui ui, TopologyWords words, Collective collective, Zone zone, Going going) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        setId("inspector-zone");
        KeyValues rows = new KeyValues(96);
        rows.add(
                texts.get("topology.fact.memory"),
                withPercent(
                        words.memory(zone.totals().memoryReserved(), zone.totals().memory()),
                        words.percent(zone.totals().memoryReserved(), zone.totals().memory())));
        rows.add(
                texts.get("topology.fact.cpu"),
                withPercent(
                        words.cpu(zone.totals().cpuReserved(), zone.totals().cpu()),
                        words.percent(zone.totals().cpuReserved(), zone.totals().cpu())));
        getChildren()
                .addAll(
                        Bits.line(words.zone(zone.name()), "card-title"),
                        Bits.text(words.line(collective, zone), "secondary"),
                        rows);
        if (zone.published()) {
            getChildren().add(Bits.text(texts.get("topology.publishedByZone"), "note"));
        }
        if (!zone.name().isEmpty()) {
            notes(zone);
            getChildren().add(new ZoneRedundancy(ui, collective, zone));
        }
        machines(collective.in(zone.name()), new Listing(texts, going));
    }

    private void machines(List<Node> nodes, Listing lines) {
        if (nodes.isEmpty()) {
            return;
        }
        VBox list = Bits.column(4);
        nodes.stream().limit(Listing.MOST).forEach(n -> list.getChildren().add(lines.node(n, "")));
        int more = nodes.size() - Listing.MOST;
        if (more > 0) {
            list.getChildren().add(Bits.text(texts.count("topology.more", more), "note"));
        }
        getChildren().addAll(Bits.line(texts.get("topology.here"), "section-title"), list);
    }

    private void notes(Zone zone) {
        NotesView.of(texts, zone.notes(), "topology.notes.zone")
                .ifPresentOrElse(
                        v -> getChildren().add(v),
                        () ->
                                getChildren()
                                        .add(Bits.text(texts.get("topology.notes.none"), "note")));
        getChildren().add(NotesForm.button(ui, "zone:" + zone.name(), zone.name(), zone.notes()));
    }

    private static String withPercent(String text, String percent) {
        return percent.isEmpty() ? text : text + " (" + percent + ")";
    }
}
