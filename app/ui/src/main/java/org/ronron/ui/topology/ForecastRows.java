package org.ronron.ui.topology;

import org.ronron.api.Forecast;
import org.ronron.core.desk.Staging.MoveForecast;
import org.ronron.core.plan.Absence;
import org.ronron.core.plan.Plan.ClusterForecast;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.CutOffWords;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;

/** What a move would do, in rows: who is cut off, capacity, copies, redundancy. */
final class ForecastRows {
    /** So much of what a connector remarks, worst first; the review has all of it. */
    private static final int AT_ONCE = 2;

    private final Texts texts;
    private final KeyValues rows = new KeyValues(112);
    private final boolean working;

    private ForecastRows(Texts texts, boolean working) {
        this.texts = texts;
        this.working = working;
    }

    /**
     * @param working whether what is left out of it is still being worked out
     */
    static KeyValues of(MoveForecast forecast, Texts texts, boolean working) {
        ForecastRows made = new ForecastRows(texts, working);
        CutOffWords cutOff = CutOffWords.of(forecast.cutOff(), forecast.services(), texts);
        made.row("cutOff", cutOff.mark(), cutOff.text(), true);
        boolean several =
                forecast.clusters().size() > 1
                        || forecast.clusters().stream().anyMatch(c -> Absence.says(c.forecast()));
        for (ClusterForecast cluster : forecast.clusters()) {
            if (several) {
                made.row("cluster", Mark.FINE, cluster.cluster(), false);
            }
            made.cluster(cluster);
        }
        if (forecast.clusters().isEmpty()) {
            made.row("data", Mark.FINE, texts.get("topology.forecast.noCluster"), false);
        }
        return made.rows;
    }

    private void cluster(ClusterForecast of) {
        Forecast f = of.forecast();
        if (f.impossible()) {
            row("refused", Mark.WRONG, texts.get("topology.forecast.wouldRefuse"), true);
        } else if (!f.stores() && !Absence.says(f)) {
            row("services", Mark.FINE, services(f.workloadsToMove().orElse(0)), false);
        } else if (f.stores()) {
            row("capacity", Mark.ATTENTION, capacity(f), f.usableAfter() < f.usableBefore());
            row("copies", Mark.FINE, copies(f), false);
            moments(f);
        }
        for (Forecast.Warning warning : f.warnings().stream().limit(AT_ONCE).toList()) {
            row(
                    "warning",
                    f.impossible() || warning.losing() ? Mark.WRONG : Mark.ATTENTION,
                    texts.of(of.type(), "forecast." + warning.key(), warning.details()),
                    true);
        }
        int more = f.warnings().size() - AT_ONCE;
        if (more > 0) {
            row("warning", Mark.FINE, texts.count("topology.forecast.more", more), false);
        }
    }

    /** What may fail now, while the machine is carried, while data is copied, afterwards. */
    private void moments(Forecast f) {
        int before = f.zonesLostBefore();
        if (before != f.zonesLostAfter()) {
            row("before", Mark.WRONG, survives(before), before < 0);
        }
        int away = f.zonesLostWhileAway();
        row("during", away < 0 ? Mark.WRONG : Mark.ATTENTION, survives(away), away <= 0);
        if (f.copiesToMove().orElse(1) > 0) {
            row("copying", Mark.ATTENTION, survives(f.zonesLostWhileCopying()), false);
        }
        String after = survives(f.zonesLostAfter());
        row(
                "after",
                f.zonesLostAfter() < 0 ? Mark.WRONG : Mark.ATTENTION,
                f.zonesLostAfter() == before
                        ? texts.get("topology.forecast.asBefore", "what", after)
                        : after,
                f.zonesLostAfter() < Math.max(0, before));
    }

    private String services(int moving) {
        return moving == 0
                ? texts.get("topology.forecast.moving.none")
                : texts.count("topology.forecast.moving", moving);
    }

    private String capacity(Forecast f) {
        String after = texts.figures().bytes(f.usableAfter());
        return f.usableAfter() == f.usableBefore()
                ? texts.get("topology.forecast.unchanged", "what", after)
                : texts.figures().bytes(f.usableBefore()) + " → " + after;
    }

    private String copies(Forecast f) {
        if (f.copiesToMove().isEmpty()) {
            return texts.get(working ? "topology.forecast.working" : "topology.forecast.notKnown");
        }
        String pieces = texts.count("topology.forecast.pieces", f.copiesToMove().getAsInt());
        String about = f.exact() ? pieces : "≈\u00a0" + pieces;
        return f.bytesToMove().isEmpty()
                ? about
                : about + " (≈\u00a0" + texts.figures().bytes(f.bytesToMove().getAsLong()) + ")";
    }

    private String survives(int zones) {
        return zones < 0
                ? texts.get("topology.forecast.blocked")
                : zones == 0
                        ? texts.get("topology.forecast.bare")
                        : texts.count("topology.forecast.survives", zones);
    }

    private void row(String key, Mark mark, String value, boolean marked) {
        String name = texts.get("topology.forecast.row." + key);
        if (!marked) {
            rows.add(name, value);
            return;
        }
        String colour =
                switch (mark) {
                    case FINE -> "state-ok";
                    case WRONG -> "state-bad";
                    case UNKNOWN -> "state-unknown";
                    default -> "state-warn";
                };
        javafx.scene.control.Label words = Bits.text(value, colour);
        javafx.scene.layout.HBox line =
                new javafx.scene.layout.HBox(6, new StateMark(mark, texts), words);
        line.getStyleClass().add("marked");
        rows.add(name, line);
    }
}
