package org.ronron.ui.pages.operations;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.core.engine.OperationView;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.CallDetails;
import org.ronron.ui.pages.shared.StepWords;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** What only a person can do now. */
final class HandsCard extends VBox {
    HandsCard(Ui ui, OperationView operation, Step step) {
        super(8);
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "hands-card");
        getChildren()
                .addAll(
                        Bits.line(texts.get("operations.hands"), "section-title"),
                        Bits.text(new StepWords(texts).what(step)),
                        Bits.text(
                                texts.get(
                                        step.action().isPresent()
                                                ? "operations.hands.seen"
                                                : "operations.hands.told"),
                                "secondary"));
        if (!step.show().isEmpty()) {
            getChildren().add(new CallDetails(ui, step));
        }
        Button done =
                Bits.button(
                        texts.get("operations.hands.done"),
                        () ->
                                Asking.run(
                                        ui,
                                        ui.desk()
                                                .operations()
                                                .confirm(operation.id(), step.index()),
                                        () -> {}),
                        "accent",
                        "wide");
        done.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(done);
    }
}
