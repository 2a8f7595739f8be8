package org.ronron.ui.pages.connections;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** One machine of several: its tick, what is known of it, how far it is. */
final class HostRowCell extends ListCell<HostRow> {
    private final Ui ui;
    private final Texts texts;
    private final Runnable ticked;

    /**
     * @param ticked run after a tick was set or taken
     */
    HostRowCell(Ui ui, Runnable ticked) {
        this.ui = ui;
        this.texts = ui.texts();
        this.ticked = ticked;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable HostRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : line(row));
    }

    private HBox line(HostRow row) {
        CheckBox tick = new CheckBox();
        tick.setId("tick-" + row.name());
        tick.setAccessibleText(row.name());
        tick.setSelected(row.ticked());
        boolean fixed = row.state() == HostRow.State.EXISTING || row.state() == HostRow.State.ADDED;
        tick.setDisable(fixed);
        tick.setOnAction(
                e -> {
                    row.tick(tick.isSelected());
                    ticked.run();
                });
        VBox name = new VBox(cut(row.name(), "strong"));
        if (!row.name().equals(row.address())) {
            name.getChildren().add(cut(row.address(), "mono", "note"));
        }
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(120);
        HBox.setHgrow(name, Priority.ALWAYS);
        return Bits.row(
                10,
                tick,
                name,
                column("user", cut(row.line().user(), "mono")),
                column("key", cut(row.line().keyFile(), "mono")),
                column("via", cut(row.line().via(), "mono")),
                column("zone", cut(row.line().zone())),
                column("role", cut(row.line().role())),
                column("result", result(row)));
    }

    /** What stands in the columns; the first is the machine itself. */
    static HBox titles(Texts texts) {
        HBox titles = Bits.row(10, Bits.spring());
        for (String column : List.of("user", "key", "via", "zone", "role", "result")) {
            Label title = Bits.line(texts.get("hosts.column." + column), "column-title");
            titles.getChildren().add(column(column, title));
        }
        titles.getStyleClass().add("host-titles");
        return titles;
    }

    private Node result(HostRow row) {
        String key = "hosts.state." + row.state().name().toLowerCase(Locale.ROOT);
        HBox said = Marked.whole(texts, mark(row.state()), texts.get(key), "note");
        row.fault()
                .filter(f -> row.state() == HostRow.State.FAILED)
                .ifPresent(
                        fault ->
                                said.getChildren()
                                        .add(
                                                Bits.button(
                                                        texts.get("connections.why"),
                                                        () -> ui.navigator().show(fault),
                                                        "small")));
        return said;
    }

    private static Mark mark(HostRow.State state) {
        return switch (state) {
            case EXISTING, NEW -> Mark.TODO;
            case TRYING -> Mark.BUSY;
            case ANSWERED -> Mark.FINE;
            case QUESTION -> Mark.ATTENTION;
            case FAILED -> Mark.WRONG;
            case ADDED -> Mark.DONE;
        };
    }

    private static HBox column(String name, Node content) {
        HBox column = new HBox(content);
        column.setAlignment(Pos.CENTER_LEFT);
        column.getStyleClass().add("host-" + name);
        return column;
    }

    /** What may be longer than its place unfolds under the pointer. */
    private static Label cut(String text, String... classes) {
        Label label = Bits.line(text, classes);
        if (!text.isEmpty()) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }
}
