package org.ronron.ui.pages.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.OperationView.StepView;
import org.ronron.core.plan.Step;
import org.ronron.ui.parts.Ui;

/** The steps of an operation with how far it is; a step that did not change is not drawn again. */
final class StepsCard extends VBox {
    private final ProgressBar progress = new ProgressBar(0);
    private final List<StepLine> lines = new ArrayList<>();

    StepsCard(Ui ui, List<Step> steps) {
        getStyleClass().add("card");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("thin");
        progress.setAccessibleText(ui.texts().get("operations.progress"));
        VBox.setMargin(progress, new Insets(0, 0, 8, 0));
        getChildren().add(progress);
        for (Step step : steps) {
            StepLine line = new StepLine(ui, step);
            lines.add(line);
            getChildren().add(line);
        }
    }

    void show(OperationView operation, Instant now) {
        double done = 0;
        for (int i = 0; i < lines.size() && i < operation.steps().size(); i++) {
            StepView step = operation.steps().get(i);
            lines.get(i).show(step, operation.trace(), now);
            done += share(step);
        }
        progress.setProgress(lines.isEmpty() ? 1 : done / lines.size());
    }

    private static double share(StepView step) {
        if (OperationWords.over(step.state())) {
            return 1;
        }
        return step.total() > 0 ? Math.clamp(step.done() / (double) step.total(), 0, 1) : 0;
    }
}
