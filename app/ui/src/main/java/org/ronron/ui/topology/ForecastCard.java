package org.ronron.ui.topology;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
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
    private final VBox head = Bits.column(8);
    private final VBox body = Bits.column(8);
    private @Nullable BiConsumer<MoveForecast, MoveNode.Truth> answer;
    private boolean whole;

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
                        head,
                        body);
        body.getChildren().add(Bits.line("…", "secondary"));
    }

    /** Once a forecast is there, asks what is true of the machines. */
    void ask(BiConsumer<MoveForecast, MoveNode.Truth> onAnswer) {
        answer = onAnswer;
    }

    /** What is there at once; of no use any more once the whole is. */
    void outlook(MoveForecast first) {
        if (!whole) {
            draw(first);
        }
    }

    void show(MoveForecast forecast) {
        whole = true;
        draw(forecast);
    }

    /** The question stays as it is once it is asked: somebody may be answering it. */
    private void draw(MoveForecast forecast) {
        Set<String> refused =
                forecast.refusals().stream().map(Refusal::nodeId).collect(Collectors.toSet());
        boolean some = nodes.stream().anyMatch(n -> !refused.contains(n.id()));
        boolean possible = forecast.clusters().stream().noneMatch(c -> c.forecast().impossible());
        if (head.getChildren().isEmpty()) {
            forecast.refusals().forEach(this::refusal);
            if (some) {
                losses(forecast);
            }
            if (some && possible && answer != null) {
                BiConsumer<MoveForecast, MoveNode.Truth> asked = answer;
                question(truth -> asked.accept(forecast, truth));
            }
        }
        body.getChildren().clear();
        if (some) {
            forecast.missing().forEach(this::missing);
            body.getChildren().add(ForecastRows.of(forecast, texts, !whole));
        }
    }

    void show(Fault fault) {
        head.getChildren().clear();
        body.getChildren()
                .setAll(
                        Bits.text(texts.what(fault), "state-bad"),
                        Bits.text(texts.remedy(fault), "secondary"));
    }

    /** Said before it is asked what is true; it may be staged all the same. */
    private void losses(MoveForecast forecast) {
        forecast.clusters().stream()
                .filter(c -> c.forecast().losing())
                .map(c -> texts.get("topology.forecast.losing", "cluster", c.cluster()))
                .forEach(
                        words ->
                                head.getChildren()
                                        .add(
                                                new HBox(
                                                        8,
                                                        new StateMark(Mark.WRONG, texts),
                                                        Bits.text(words, "state-bad"))));
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
        head.getChildren()
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
        head.getChildren().add(Bits.text(texts.count("topology.truth", nodes.size()), "secondary"));
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
        head.getChildren().add(ways);
        ways.getChildren().getFirst().requestFocus();
    }
}
