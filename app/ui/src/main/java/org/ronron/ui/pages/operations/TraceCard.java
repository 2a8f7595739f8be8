package org.ronron.ui.pages.operations;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** The journal of an operation, a line an event, the newest at the end. */
final class TraceCard extends VBox {
    private static final double LINE = 18;
    private static final int MOST_LINES = 12;

    private final Ui ui;
    private final List<Step> steps;
    private final ListView<JournalEvent> list = new ListView<>();
    private final DateTimeFormatter time;

    TraceCard(Ui ui, List<Step> steps) {
        super(8);
        this.ui = ui;
        this.steps = steps;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ui.zone());
        getStyleClass().addAll("card", "trace");
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(of -> new Line());
        getChildren().addAll(Bits.line(ui.texts().get("operations.trace"), "section-title"), list);
    }

    void show(List<JournalEvent> events) {
        if (events.size() == list.getItems().size()) {
            return;
        }
        list.getItems().setAll(events);
        double height = LINE * Math.clamp(events.size(), 1, MOST_LINES) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.scrollTo(events.size() - 1);
    }

    private String line(JournalEvent event) {
        Texts texts = ui.texts();
        String kind = texts.get("trace." + event.kind().name().toLowerCase(Locale.ROOT));
        String step =
                event.step() >= 0 && event.step() < steps.size()
                        ? (event.step() + 1) + " " + steps.get(event.step()).on()
                        : "";
        String at = time.format(Instant.ofEpochMilli(event.at()));
        return "%s %-9s %s".formatted(at, kind, step);
    }

    private final class Line extends ListCell<JournalEvent> {
        Line() {
            getStyleClass().add("mono");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable JournalEvent event, boolean empty) {
            super.updateItem(event, empty);
            String line = empty || event == null ? "" : line(event);
            setText(line);
            setTooltip(line.isEmpty() ? null : new Tooltip(line));
        }
    }
}
