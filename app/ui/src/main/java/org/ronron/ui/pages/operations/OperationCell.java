package org.ronron.ui.pages.operations;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ronron.core.engine.OperationView;
import org.ronron.ui.pages.shared.Bits;
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
        Label unplug =
                Bits.line("▲ " + ui.texts().get("operations.doNotUnplug"), "state-warn", "note");
        unplug.setMinWidth(Region.USE_PREF_SIZE);
        Bits.shown(unplug, OperationWords.doNotUnplug(operation));
        Instant begun = operation.begun();
        Label state = Bits.line(words.state(operation), "secondary");
        Label who = Bits.line(operation.author(), "secondary", "who");
        Label when = Bits.line(ui.texts().figures().dateTime(begun, ui.zone()), "note", "when");
        state.setMinWidth(Region.USE_PREF_SIZE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox line =
                Bits.row(
                        12,
                        Marks.of(operation.state()),
                        Bits.line(words.title(operation, ui.desk().state().collective()), "strong"),
                        state,
                        unplug,
                        Bits.spring(),
                        who,
                        when);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
