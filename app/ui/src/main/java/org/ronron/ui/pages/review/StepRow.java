package org.ronron.ui.pages.review;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ronron.core.plan.Step;
import org.ronron.ui.pages.shared.CallDetails;
import org.ronron.ui.pages.shared.StepWords;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Chip;
import org.ronron.ui.parts.Ui;

/** One step: a click, Enter or Space unfolds it to its exact call. */
final class StepRow extends VBox {
    private final Ui ui;
    private final Step step;
    private final Label arrow = Bits.line("▸", "fold");

    StepRow(Ui ui, Step step) {
        this.ui = ui;
        this.step = step;
        StepWords words = new StepWords(ui.texts());
        getStyleClass().add("step-row");
        if (step.kind() == Step.Kind.HANDS) {
            getStyleClass().add("hands");
        }
        StepGrid line =
                new StepGrid(
                        Bits.line(ui.texts().figures().whole(step.index() + 1L), "figure"),
                        what(words),
                        on(),
                        Bits.text(words.ifCut(step), "secondary"),
                        Bits.text(words.time(step), "secondary"));
        line.setOnMouseClicked(e -> fold());
        getChildren().add(line);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words.whatAndWho(step));
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                        fold();
                        e.consume();
                    }
                });
    }

    private TextFlow what(StepWords words) {
        TextFlow flow = new TextFlow();
        if (step.kind() == Step.Kind.HANDS) {
            Text who = new Text(ui.texts().get("review.hands"));
            who.getStyleClass().addAll("words", "strong");
            flow.getChildren().addAll(who, words(ui.texts().get("review.hands.sep")));
        }
        flow.getChildren().addAll(words(words.what(step) + " "), arrow);
        return flow;
    }

    private static Text words(String text) {
        Text words = new Text(text);
        words.getStyleClass().add("words");
        return words;
    }

    private HBox on() {
        HBox on = new HBox();
        if (!step.on().isEmpty()) {
            on.getChildren().add(new Chip(step.on()));
        }
        return on;
    }

    private void fold() {
        if (getChildren().size() > 1) {
            getChildren().remove(1);
            arrow.setText("▸");
        } else {
            getChildren().add(new CallDetails(ui, step));
            arrow.setText("▾");
        }
    }
}
