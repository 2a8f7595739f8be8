package org.ronron.ui.pages.operations;

import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.OperationView.StepView;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.StepWords;
import org.ronron.ui.parts.Bits;

/** Why it stopped: what happened, what was not changed, the remedy, the code. */
final class StoppedCard extends VBox {
    StoppedCard(Texts texts, OperationView operation) {
        super(8);
        getStyleClass().addAll("card", "stopped");
        int at = Math.min(OperationWords.standing(operation), operation.steps().size() - 1);
        StepView step = operation.steps().get(at);
        String code = step.fault().map(f -> f.code().id()).orElse("");
        HBox head =
                Bits.row(
                        8,
                        Bits.line(
                                texts.get(
                                        "operations.stopped", "n", texts.figures().whole(at + 1L)),
                                "section-title"),
                        Bits.spring(),
                        Bits.whole(code, "code-of-error"));
        getChildren().add(head);
        if (at < operation.plan().steps().size()) {
            Step stopped = operation.plan().steps().get(at);
            getChildren().add(Bits.text(new StepWords(texts).what(stopped), "secondary"));
        }
        step.fault().ifPresent(fault -> fault(texts, fault));
        if (step.fault().isEmpty()) {
            String state = "operations.why." + step.state().name().toLowerCase(Locale.ROOT);
            getChildren().add(Bits.text(texts.get(state)));
        }
        step.evidence()
                .ifPresent(
                        e ->
                                getChildren()
                                        .add(
                                                Bits.text(
                                                        texts.get(
                                                                "operations.evidence",
                                                                "found",
                                                                e.found()),
                                                        "secondary")));
    }

    private void fault(Texts texts, Fault fault) {
        String effect = fault.effect() == Effect.NONE ? "effect.none" : "effect.unknown";
        getChildren()
                .addAll(
                        Bits.text(texts.what(fault)),
                        Bits.text(texts.get(effect), "strong"),
                        Bits.text(
                                texts.get("operations.remedy", "remedy", texts.remedy(fault)),
                                "secondary"));
    }
}
