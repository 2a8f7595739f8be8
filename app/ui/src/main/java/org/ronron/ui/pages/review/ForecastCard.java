package org.ronron.ui.pages.review;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.api.Forecast;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Bits;

/** Before and after: who is cut off, what is left, what moves. */
final class ForecastCard extends VBox {
    private final Texts texts;
    private final GridPane grid = new GridPane(8, 8);

    ForecastCard(Texts texts, Plan plan) {
        super(8);
        this.texts = texts;
        getStyleClass().add("card");
        ColumnConstraints names = new ColumnConstraints(124);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        getChildren().addAll(Bits.line(texts.get("review.beforeAfter"), "section-title"), grid);
        boolean nobody = plan.cutOff() == Plan.CutOff.NOBODY;
        line(
                "review.cutOff",
                nobody ? "● " : "◆ ",
                texts.get(nobody ? "review.cutOff.nobody" : "review.unknown"),
                nobody ? "state-ok" : "state-unknown");
        for (Plan.ClusterForecast cluster : plan.forecasts()) {
            if (plan.forecasts().size() > 1) {
                grid.add(Bits.text(cluster.cluster(), "strong"), 0, grid.getRowCount(), 2, 1);
            }
            cluster(cluster, handsStep(plan));
        }
        if (plan.forecasts().stream().anyMatch(f -> !f.forecast().exact())) {
            getChildren().add(Bits.text(texts.get("review.about"), "note"));
        }
    }

    /** The number of the first step during which a machine is away; 0 when none is. */
    private static int handsStep(Plan plan) {
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.HANDS && !s.on().isEmpty() && s.show().isEmpty())
                .mapToInt(s -> s.index() + 1)
                .findFirst()
                .orElse(0);
    }

    private void cluster(Plan.ClusterForecast of, int hands) {
        Forecast f = of.forecast();
        if (f.impossible()) {
            line("review.refused", "■ ", texts.get("review.refused.value"), "state-bad");
        }
        String about = f.exact() ? "" : "≈\u00a0";
        line(
                "review.capacity",
                "",
                about + bytes(f.usableBefore()) + " → " + about + bytes(f.usableAfter()),
                f.usableAfter() < f.usableBefore() ? "state-warn" : "");
        line("review.copies", "", copies(f), "");
        during(f, hands);
        boolean less = f.zonesLostAfter() < f.zonesLostBefore();
        String survives = survives(f.zonesLostAfter());
        line(
                "review.after",
                less ? "▲ " : "",
                f.zonesLostAfter() == f.zonesLostBefore()
                        ? texts.get("review.asBefore", "what", survives)
                        : survives,
                less ? "state-warn" : "");
        for (Forecast.Warning warning : f.warnings()) {
            String words = warning(of.type(), warning.key(), warning.details());
            grid.add(Bits.text("▲ " + words, "state-warn"), 0, grid.getRowCount(), 2, 1);
        }
    }

    private void during(Forecast f, int hands) {
        if (hands == 0) {
            int least = Math.min(f.zonesLostBefore(), f.zonesLostAfter());
            line("review.during", "", survives(least), "");
            return;
        }
        boolean bare = f.zonesLostBefore() <= 1;
        String name = texts.get("review.duringStep", "n", texts.figures().whole(hands));
        named(
                name,
                bare ? "▲ " : "",
                bare ? texts.get("review.bare") : survives(f.zonesLostBefore() - 1),
                bare ? "state-warn" : "");
    }

    private String copies(Forecast f) {
        if (f.copiesToMove().isEmpty()) {
            return texts.get("review.unknown");
        }
        String about = f.exact() ? "" : "≈\u00a0";
        String pieces = about + texts.count("review.pieces", f.copiesToMove().getAsInt());
        return f.bytesToMove().isEmpty()
                ? pieces
                : texts.get(
                        "review.piecesAndBytes",
                        "pieces",
                        pieces,
                        "bytes",
                        bytes(f.bytesToMove().getAsLong()));
    }

    private String survives(int zones) {
        return zones == 0
                ? texts.get("review.survives.none")
                : texts.count("review.survives", zones);
    }

    private String warning(String type, String key, Map<String, String> details) {
        return texts.of(type, "forecast." + key, details);
    }

    private String bytes(long bytes) {
        return texts.figures().bytes(bytes);
    }

    private void line(String name, String shape, String value, String state) {
        named(texts.get(name), shape, value, state);
    }

    private void named(String name, String shape, String value, String state) {
        Label shown = Bits.text(shape + value);
        if (!state.isEmpty()) {
            shown.getStyleClass().add(state);
        }
        grid.addRow(grid.getRowCount(), Bits.text(name, "secondary"), shown);
    }
}
