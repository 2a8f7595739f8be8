package org.ronron.ui.topology;

import java.util.List;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Zone;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** What a zone holds, and what to know when going there. */
final class ZoneInspector extends VBox {
    ZoneInspector(Ui ui, TopologyWords words, Collective collective, Zone zone) {
        super(10);
        Texts texts = ui.texts();
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
        List<Node> nodes = collective.in(zone.name());
        if (!nodes.isEmpty()) {
            VBox list = Bits.column(6);
            nodes.forEach(
                    n ->
                            list.getChildren()
                                    .add(
                                            Bits.row(
                                                    8,
                                                    new StateMark(Mark.of(n.state()), texts),
                                                    Bits.line(n.name(), "mono"))));
            getChildren().addAll(Bits.line(texts.get("topology.here"), "section-title"), list);
        }
        if (!zone.name().isEmpty()) {
            NotesView.of(texts, zone.notes(), "topology.notes.zone")
                    .ifPresentOrElse(
                            v -> getChildren().add(v),
                            () ->
                                    getChildren()
                                            .add(
                                                    Bits.text(
                                                            texts.get("topology.notes.none"),
                                                            "note")));
            getChildren()
                    .add(
                            Bits.button(
                                    texts.get("topology.editNotes"),
                                    () ->
                                            ui.navigator()
                                                    .overlay(
                                                            new NotesForm(
                                                                    ui,
                                                                    "zone:" + zone.name(),
                                                                    zone.name(),
                                                                    zone.notes())),
                                    "small"));
        }
    }

    private static String withPercent(String text, String percent) {
        return percent.isEmpty() ? text : text + " (" + percent + ")";
    }
}
