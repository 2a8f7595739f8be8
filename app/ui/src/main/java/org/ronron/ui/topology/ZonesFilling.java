package org.ronron.ui.topology;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/** How full each zone is, the fullest first: which one nears its end is seen at once. */
final class ZonesFilling extends VBox {
    private static final int MOST = 12;

    /** By memory or by processors, whichever is nearer its end. */
    private record Filled(Zone zone, double share, boolean byMemory) {}

    ZonesFilling(TopologyWords words, Collective collective, Going going) {
        super(5);
        Texts texts = words.texts();
        setId("zones-filling");
        List<Filled> zones =
                collective.zones().stream()
                        .map(ZonesFilling::filled)
                        .filter(f -> f.share() >= 0)
                        .sorted(Comparator.comparing(Filled::share).reversed())
                        .toList();
        Bits.shown(this, zones.size() > 1);
        if (zones.size() < 2) {
            return;
        }
        getChildren().add(Bits.line(texts.get("topology.filling"), "section-title"));
        zones.stream().limit(MOST).forEach(f -> getChildren().add(line(words, f, going)));
        int more = zones.size() - MOST;
        if (more > 0) {
            getChildren().add(Bits.text(texts.count("topology.more", more), "note"));
        }
    }

    private static Filled filled(Zone zone) {
        Totals of = zone.totals();
        double memory = share(of.memoryReserved(), of.memory());
        double cpu = share(of.cpuReserved(), of.cpu());
        return new Filled(zone, Math.max(memory, cpu), memory >= cpu);
    }

    /** Below zero when not known. */
    private static double share(OptionalLong part, OptionalLong all) {
        return part.isPresent() && all.isPresent() && all.getAsLong() > 0
                ? part.getAsLong() / (double) all.getAsLong()
                : -1;
    }

    private static HBox line(TopologyWords words, Filled of, Going going) {
        Totals totals = of.zone().totals();
        String percent =
                of.byMemory()
                        ? words.percent(totals.memoryReserved(), totals.memory())
                        : words.percent(totals.cpuReserved(), totals.cpu());
        String by = words.texts().get(of.byMemory() ? "topology.memory" : "topology.cpu");
        Meter meter = new Meter(of.share(), 6);
        meter.setPrefWidth(70);
        meter.setMinWidth(70);
        HBox row =
                Bits.row(
                        8,
                        Bits.link(words.zone(of.zone().name()), () -> going.zone(of.zone().name())),
                        Bits.spring(),
                        meter,
                        figure(percent + "\u00a0" + by));
        HBox.setHgrow(row.getChildren().getFirst(), Priority.SOMETIMES);
        return row;
    }

    private static Label figure(String text) {
        Label label = Bits.whole(text, "note");
        label.setMinWidth(64);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
