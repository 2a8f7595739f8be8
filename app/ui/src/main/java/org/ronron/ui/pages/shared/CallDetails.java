package org.ronron.ui.pages.shared;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ronron.core.plan.Step;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** What a step unfolds to: its exact call, and the change to make where there is one. */
public final class CallDetails extends VBox {
    public CallDetails(Ui ui, Step step) {
        super(8);
        getStyleClass().add("call-details");
        if (!step.exactCall().isEmpty()) {
            add(ui, "review.call", step.exactCall(), code(step.exactCall()));
        }
        if (!step.show().isEmpty()) {
            VBox diff = new VBox();
            diff.getStyleClass().add("code");
            step.show().lines().forEach(line -> diff.getChildren().add(diffLine(line)));
            add(ui, "review.show", step.show(), diff);
        }
        if (getChildren().isEmpty()) {
            getChildren().add(Bits.text(ui.texts().get("review.noCall"), "note"));
        }
    }

    private void add(Ui ui, String title, String text, VBox shown) {
        getChildren()
                .addAll(
                        Bits.row(
                                8,
                                Bits.line(ui.texts().get(title), "note"),
                                Bits.spring(),
                                Copying.button(ui, "copy", text)),
                        shown);
    }

    private static VBox code(String text) {
        VBox box = new VBox(Bits.text(text, "mono"));
        box.getStyleClass().add("code");
        return box;
    }

    private static Label diffLine(String line) {
        Label label = Bits.text(line.isEmpty() ? " " : line, "mono");
        if (line.startsWith("+")) {
            label.getStyleClass().add("diff-added");
        } else if (line.startsWith("-")) {
            label.getStyleClass().add("diff-removed");
        }
        return label;
    }
}
