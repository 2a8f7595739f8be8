package org.ronron.ui.pages.review;

import java.util.List;
import javafx.scene.layout.VBox;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** What is going to happen, step by step. */
final class StepTable extends VBox {
    StepTable(Ui ui, List<Step> steps) {
        Texts texts = ui.texts();
        getStyleClass().add("card");
        StepGrid header =
                new StepGrid(
                        Bits.line(""),
                        Bits.line(texts.get("review.column.step"), "column-title"),
                        Bits.line(texts.get("review.column.on"), "column-title"),
                        Bits.line(texts.get("review.column.cut"), "column-title"),
                        Bits.line(texts.get("review.column.time"), "column-title"));
        header.getStyleClass().add("step-header");
        getChildren().addAll(Bits.line(texts.get("review.steps"), "section-title"), header);
        steps.forEach(step -> getChildren().add(new StepRow(ui, step)));
    }
}
