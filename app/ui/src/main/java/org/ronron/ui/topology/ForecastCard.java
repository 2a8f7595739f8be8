package org.ronron.ui.topology;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.desk.Staging.MoveForecast;
import org.ronron.core.desk.Staging.Refusal;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;

/** What would follow a move, beside the zone; once dropped it asks what is true. */
final class ForecastCard extends VBox {
    private final Texts texts;
    private final List<Node> nodes;
    private final VBox body = Bits.column(8);
    private @Nullable Consumer<MoveNode.Truth> answer;

    ForecastCard(Texts texts, List<Node> nodes, String zone) {
        super(8);
        this.texts = texts;
        this.nodes = nodes;
        getStyleClass().add("forecast");
        setId("forecast");
        String what =
                nodes.size() == 1
                        ? nodes.getFirst().name()
                        : texts.count("topology.nodes", nodes.size());
        getChildren()
                .addAll(
                        Bits.text(
                                texts.get("topology.forecast.title", "what", what, "zone", zone),
                                "strong"),
                        body);
        body.getChildren().add(Bits.line("…", "secondary"));
    }

    /** Once the forecast is there, asks what is true of the machines. */
    void ask(Consumer<MoveNode.Truth> onAnswer) {
        answer = onAnswer;
    }

    void show(MoveForecast forecast) {
        body.getChildren().clear();
        Set<String> refused =
                forecast.refusals().stream().map(Refusal::nodeId).collect(Collectors.toSet());
        boolean some = nodes.stream().anyMatch(n -> !refused.contains(n.id()));
        forecast.refusals().forEach(this::refusal);
        boolean possible = forecast.clusters().stream().noneMatch(c -> c.forecast().impossible());
        if (some) {
            if (answer != null && possible) {
                question(answer);
            }
            forecast.missing().forEach(this::missing);
            body.getChildren().add(ForecastRows.of(forecast, texts));
        }
    }

    void show(Fault fault) {
        body.getChildren()
                .setAll(
                        Bits.text(texts.what(fault), "state-bad"),
                        Bits.text(texts.remedy(fault), "secondary"));
    }

    private void refusal(Refusal refusal) {
        HBox line =
                new HBox(
                        8,
                        new StateMark(Mark.WRONG, texts),
                        Bits.text(
                                texts.get(
                                        "topology.refused",
                                        "node",
                                        refusal.nodeName(),
                                        "reason",
                                        texts.get("immovable." + refusal.reason())),
                                "state-bad"));
        body.getChildren()
                .addAll(
                        line,
                        Bits.text(
                                texts.get("immovable." + refusal.reason() + ".instead"),
                                "secondary"));
    }

    /** It may be staged and read all the same; applied it cannot be. */
    private void missing(Fault fault) {
        HBox line =
                new HBox(
                        8,
                        new StateMark(Mark.ATTENTION, texts),
                        Bits.text(texts.what(fault), "state-warn"));
        body.getChildren().addAll(line, Bits.text(texts.remedy(fault), "secondary"));
    }

    private void question(Consumer<MoveNode.Truth> onAnswer) {
        body.getChildren().add(Bits.text(texts.count("topology.truth", nodes.size()), "secondary"));
        VBox ways = Bits.column(6);
        for (MoveNode.Truth truth : MoveNode.Truth.values()) {
            Button way =
                    Bits.button(
                            texts.get("topology.truth." + truth.name()),
                            () -> onAnswer.accept(truth),
                            "truth");
            way.setId("truth-" + truth.name());
            way.setMaxWidth(Double.MAX_VALUE);
            ways.getChildren().add(way);
        }
        body.getChildren().add(ways);
        ways.getChildren().getFirst().requestFocus();
    }
}
