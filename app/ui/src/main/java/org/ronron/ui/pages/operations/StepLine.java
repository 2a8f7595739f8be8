package org.ronron.ui.pages.operations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.engine.OperationView.StepView;
import org.ronron.core.engine.StepState;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.CallDetails;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.pages.shared.StepWords;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Chip;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** One step of an operation, as it stands; unfolds to its exact call. */
final class StepLine extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final OperationWords words;
    private final Step step;
    private final Label time = Bits.line("", "secondary", "step-time", "figure");
    private final Label arrow = Bits.line("▸", "fold");
    private @Nullable StepView shown;
    private @Nullable CallDetails details;

    StepLine(Ui ui, Step step) {
        this.ui = ui;
        this.texts = ui.texts();
        this.words = new OperationWords(texts);
        this.step = step;
        getStyleClass().add("step-line");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                        fold();
                        e.consume();
                    }
                });
    }

    /**
     * @param trace of the whole operation; what this step's call answered is in it
     */
    void show(StepView next, List<JournalEvent> trace, Instant now) {
        time.setText(words.time(next, now));
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        getStyleClass().removeAll("bad", "hands", "unknown");
        if (OperationWords.troubled(next.state())) {
            boolean known = next.state() == StepState.REFUSED || next.state() == StepState.NOT_OURS;
            getStyleClass().add(known ? "bad" : "unknown");
        } else if (next.state() == StepState.WAITING && step.kind() == Step.Kind.HANDS) {
            getStyleClass().add("hands");
        }
        String what = new StepWords(texts).whatAndWho(step);
        String state = texts.get("operations.step." + next.state().name().toLowerCase(Locale.ROOT));
        setAccessibleText(what + ", " + state);
        VBox text = Bits.column(0, Bits.text(what));
        if (next.state() != StepState.DONE && next.state() != StepState.NOT_BEGUN) {
            text.getChildren().add(Bits.text(state + under(next), "note"));
        }
        if (next.state() == StepState.DONE) {
            words.made(step, trace)
                    .ifPresent(made -> text.getChildren().add(Bits.text(made, "note")));
        }
        if (next.doNotUnplug()) {
            text.getChildren()
                    .add(
                            Marked.text(
                                    texts,
                                    Mark.ATTENTION,
                                    texts.get("operations.doNotUnplug"),
                                    "note"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox chip = new HBox();
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("step-on");
        if (!step.on().isEmpty()) {
            chip.getChildren().add(new Chip(step.on()));
        }
        HBox line = Bits.row(12, Marks.of(texts, step, next.state()), text, chip, time, arrow);
        line.setOnMouseClicked(e -> fold());
        getChildren().setAll(line);
        if (details != null) {
            getChildren().add(details);
        }
    }

    /** What it waits for, how far it is, what a probe found. */
    private String under(StepView next) {
        StringBuilder out = new StringBuilder();
        if (!next.note().isEmpty()) {
            out.append(" · ").append(words.note(step, next.note()));
        }
        if (next.total() > 0 && next.state() != StepState.REFUSED) {
            out.append(" · ")
                    .append(
                            texts.get(
                                    "operations.of",
                                    "done",
                                    texts.figures().whole(next.done()),
                                    "total",
                                    texts.figures().whole(next.total())));
        }
        if (OperationWords.troubled(next.state())) {
            next.evidence()
                    .ifPresent(
                            e ->
                                    out.append(" · ")
                                            .append(
                                                    texts.get(
                                                            "operations.found",
                                                            "found",
                                                            e.found())));
        }
        return out.toString();
    }

    private void fold() {
        if (details == null) {
            details = new CallDetails(ui, step);
            getChildren().add(details);
            arrow.setText("▾");
        } else {
            getChildren().remove(details);
            details = null;
            arrow.setText("▸");
        }
    }
}
