package org.ronron.ui.pages.operations;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.engine.OperationView;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** One operation in the list. */
final class OperationCell extends ListCell<OperationView> {
    private final Ui ui;
    private final OperationWords words;

    OperationCell(Ui ui) {
        this.ui = ui;
        this.words = new OperationWords(ui.texts());
    }

    @Override
    protected void updateItem(@Nullable OperationView operation, boolean empty) {
        super.updateItem(operation, empty);
        setText(null);
        setGraphic(empty || operation == null ? null : line(operation));
    }

    private HBox line(OperationView operation) {
        HBox unplug =
                Marked.whole(
                        ui.texts(),
                        Mark.ATTENTION,
                        ui.texts().get("operations.doNotUnplug"),
                        "note");
        Bits.shown(unplug, OperationWords.doNotUnplug(operation));
        Instant begun = operation.begun();
        HBox state =
                Marked.whole(ui.texts(), Marks.of(operation), words.state(operation), "secondary");
        state.getStyleClass().add("operation-state");
        Label who = Bits.line(operation.author(), "secondary", "who");
        Label when = Bits.whole(ui.texts().figures().dateTime(begun, ui.zone()), "note", "when");
        HBox line =
                Bits.row(
                        12,
                        state,
                        Bits.line(words.title(operation, ui.desk().state().collective()), "strong"),
                        unplug,
                        Bits.spring(),
                        who,
                        when);
        return line;
    }
}
