package org.ronron.ui.pages.review;

import javafx.scene.layout.VBox;
import org.ronron.api.Forecast;
import org.ronron.core.plan.Absence;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.CutOffWords;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;

/** Before and after: who is cut off, what is left, what moves. */
final class ForecastCard extends VBox {
    private static final double NAMES = 124;

    private final Texts texts;

    ForecastCard(Texts texts, Plan plan) {
        super(8);
        this.texts = texts;
        getStyleClass().add("card");
        CutOffWords cutOff = CutOffWords.of(plan.cutOff(), plan.services(), texts);
        KeyValues first =
                new KeyValues(NAMES)
                        .add(
                                texts.get("review.cutOff"),
                                Marked.text(texts, cutOff.mark(), cutOff.text()));
        getChildren().addAll(Bits.line(texts.get("review.beforeAfter"), "section-title"), first);
        int hands = handsStep(plan);
        for (Plan.ClusterForecast cluster : plan.forecasts()) {
            if (plan.forecasts().size() > 1 || Absence.says(cluster.forecast())) {
                getChildren().add(Bits.text(cluster.cluster(), "strong"));
            }
            if (cluster.forecast().losing()) {
                String words = texts.get("review.losing", "cluster", cluster.cluster());
                getChildren().add(Marked.text(texts, Mark.WRONG, words, "small-words"));
            }
            getChildren().add(cluster(cluster.forecast(), hands));
            for (Forecast.Warning warning : cluster.forecast().warnings()) {
                String words =
                        texts.of(cluster.type(), "forecast." + warning.key(), warning.details());
                Mark mark = warning.losing() ? Mark.WRONG : Mark.ATTENTION;
                getChildren().add(Marked.text(texts, mark, words, "small-words"));
            }
        }
        if (plan.forecasts().stream().anyMatch(f -> !f.forecast().exact())) {
            getChildren().add(Bits.text(texts.get("review.about"), "note"));
        }
    }

    /** The number of the first step during which a machine is away; 0 when none is. */
    private static int handsStep(Plan plan) {
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.HANDS && s.show().isEmpty())
                .mapToInt(s -> s.index() + 1)
                .findFirst()
                .orElse(0);
    }

    private KeyValues cluster(Forecast f, int hands) {
        KeyValues lines = new KeyValues(NAMES);
        if (f.impossible()) {
            lines.add(
                    texts.get("review.refused"),
                    Marked.text(texts, Mark.WRONG, texts.get("review.refused.value")));
        }
        if (Absence.says(f)) {
            return lines;
        }
        if (!f.stores()) {
            int moving = f.workloadsToMove().orElse(0);
            lines.add(
                    texts.get("review.services"),
                    moving == 0
                            ? texts.get("review.services.none")
                            : texts.count("review.services", moving));
            return lines;
        }
        if (f.usableAfter() < f.usableBefore()) {
            lines.add(
                    texts.get("review.capacity"), Marked.text(texts, Mark.ATTENTION, capacity(f)));
        } else {
            lines.add(texts.get("review.capacity"), capacity(f));
        }
        lines.add(texts.get("review.copies"), copies(f));
        during(lines, f, hands);
        String survives = survives(f.zonesLostAfter());
        if (f.zonesLostAfter() < f.zonesLostBefore()) {
            lines.add(texts.get("review.after"), Marked.text(texts, Mark.ATTENTION, survives));
        } else {
            boolean same = f.zonesLostAfter() == f.zonesLostBefore();
            lines.add(
                    texts.get("review.after"),
                    same ? texts.get("review.asBefore", "what", survives) : survives);
        }
        return lines;
    }

    private String capacity(Forecast f) {
        String before = texts.figures().bytes(f.usableBefore());
        return f.usableBefore() == f.usableAfter()
                ? texts.get("review.capacity.same", "bytes", before)
                : before + " → " + texts.figures().bytes(f.usableAfter());
    }

    private void during(KeyValues lines, Forecast f, int hands) {
        if (f.zonesLostBefore() != f.zonesLostAfter()) {
            lines.add(texts.get("review.before"), survives(f.zonesLostBefore()));
        }
        if (hands > 0) {
            String name = texts.get("review.duringStep", "n", texts.figures().whole(hands));
            int away = f.zonesLostWhileAway();
            if (away > 0) {
                lines.add(name, survives(away));
            } else {
                lines.add(
                        name,
                        Marked.text(
                                texts,
                                away < 0 ? Mark.WRONG : Mark.ATTENTION,
                                texts.get(away < 0 ? "review.blocked" : "review.bare")));
            }
        }
        lines.add(texts.get("review.during"), survives(f.zonesLostWhileCopying()));
    }

    private String copies(Forecast f) {
        if (f.copiesToMove().isEmpty()) {
            return texts.get("review.unknown");
        }
        String pieces = about(f) + texts.count("review.pieces", f.copiesToMove().getAsInt());
        return f.bytesToMove().isEmpty()
                ? pieces
                : texts.get(
                        "review.piecesAndBytes",
                        "pieces",
                        pieces,
                        "bytes",
                        texts.figures().bytes(f.bytesToMove().getAsLong()));
    }

    private String survives(int zones) {
        return zones <= 0
                ? texts.get(zones < 0 ? "review.blocked" : "review.survives.none")
                : texts.count("review.survives", zones);
    }

    private static String about(Forecast f) {
        return f.exact() ? "" : "≈\u00a0";
    }
}
