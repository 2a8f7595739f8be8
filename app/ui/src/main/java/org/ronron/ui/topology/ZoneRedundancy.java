package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.layout.VBox;
import org.ronron.api.Forecast;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Zone;
import org.ronron.core.plan.Plan;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/**
 * What would be lost with a zone: its part of each cluster, whether that goes on without it, and
 * the services that run nowhere else. What no system tells is said to be not known.
 */
final class ZoneRedundancy extends VBox {
    private static final int NAMED = 4;

    private final Ui ui;
    private final Texts texts;
    private final List<ZoneShare> shares;

    ZoneRedundancy(Ui ui, Collective collective, Zone zone) {
        super(6);
        this.ui = ui;
        this.texts = ui.texts();
        this.shares = ZoneShare.of(collective, zone.name());
        setId("zone-without");
        Set<String> only =
                TopologyWords.counted(collective)
                        ? new TreeSet<>(ZoneShare.onlyIn(collective, zone.name()))
                        : Set.of();
        Bits.shown(this, !shares.isEmpty() || !only.isEmpty());
        if (shares.isEmpty() && only.isEmpty()) {
            return;
        }
        getChildren().add(Bits.line(texts.get("topology.without"), "section-title"));
        shares.forEach(s -> getChildren().add(share(s, Optional.empty(), true)));
        if (!only.isEmpty()) {
            getChildren().add(services(only));
        }
        if (!shares.isEmpty()) {
            ask();
        }
    }

    private VBox services(Set<String> only) {
        String named = String.join(", ", only.stream().limit(NAMED).toList());
        return Bits.column(
                2,
                Marked.text(
                        texts,
                        Mark.ATTENTION,
                        texts.count("topology.onlyHere", only.size()),
                        "state-warn"),
                Bits.text(only.size() > NAMED ? named + "…" : named, "note"));
    }

    /** The forecasts are computed off this thread; until then nothing is claimed. */
    private void ask() {
        ui.desk()
                .staging()
                .standing()
                .whenCompleteAsync(
                        (told, failed) -> {
                            List<Plan.ClusterForecast> known = failed == null ? told : List.of();
                            for (int i = 0; i < shares.size(); i++) {
                                ZoneShare share = shares.get(i);
                                getChildren().set(i + 1, share(share, of(share, known), false));
                            }
                        },
                        ui.fx());
    }

    private static Optional<Forecast> of(ZoneShare share, List<Plan.ClusterForecast> told) {
        return told.stream()
                .filter(f -> f.endpointId().equals(share.cluster().endpointId()))
                .filter(f -> f.cluster().equals(share.cluster().name()))
                .map(Plan.ClusterForecast::forecast)
                .findFirst();
    }

    private VBox share(ZoneShare share, Optional<Forecast> forecast, boolean asking) {
        List<String> parts = new ArrayList<>();
        parts.add(
                texts.get(
                        "topology.share.machines",
                        "here",
                        texts.figures().whole(share.here()),
                        "all",
                        texts.count("topology.nodes", share.all())));
        if (share.copiesHere().isPresent() && share.copies().isPresent()) {
            parts.add(
                    texts.get(
                            "topology.share.copies",
                            "here",
                            texts.figures().whole(share.copiesHere().getAsLong()),
                            "all",
                            texts.figures().whole(share.copies().getAsLong())));
        }
        VBox box =
                Bits.column(
                        2,
                        Bits.text(share.cluster().name(), "strong"),
                        Bits.text(String.join("\n", parts), "secondary"));
        if (!asking && !share.places()) {
            box.getChildren().add(without(forecast));
        }
        return box;
    }

    private javafx.scene.Node without(Optional<Forecast> forecast) {
        if (forecast.isEmpty()) {
            return Bits.text(texts.get("topology.without.notKnown"), "note");
        }
        boolean goesOn = forecast.get().zonesLostBefore() > 0;
        String key = goesOn ? "topology.without.goesOn" : "topology.without.stops";
        Mark mark = goesOn ? Mark.FINE : Mark.ATTENTION;
        return Marked.text(texts, mark, texts.get(key), goesOn ? "state-ok" : "state-warn");
    }
}
