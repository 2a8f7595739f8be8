package org.ronron.practice.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Space;

/**
 * What one would write without further thought: a table over a filtered list that looks for what
 * was typed in each field, in lower case. The peer that the page of spaces is measured beside.
 */
final class PlainTable extends VBox {
    final TextField typed = new TextField();
    final TableView<Space> table = new TableView<>();

    PlainTable(List<Space> spaces) {
        FilteredList<Space> found = new FilteredList<>(FXCollections.observableArrayList(spaces));
        typed.textProperty()
                .addListener((of, before, now) -> found.setPredicate(s -> matches(s, now)));
        column("State", s -> s.health().name());
        column("Name", Space::name);
        column("Organisation", Space::organisation);
        column("Address", Space::address);
        column("Quota", s -> s.options().getOrDefault("quota", ""));
        column("Made", s -> s.made().map(Object::toString).orElse(""));
        table.setItems(found);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(typed, table);
    }

    private static boolean matches(Space space, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return space.name().toLowerCase(Locale.ROOT).contains(wanted)
                || space.organisation().toLowerCase(Locale.ROOT).contains(wanted)
                || space.address().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void column(String title, Function<Space, String> value) {
        TableColumn<Space, String> column = new TableColumn<>(title);
        column.setPrefWidth(190);
        column.setCellValueFactory(
                of -> new ReadOnlyStringWrapper(value.apply(of.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
    }
}
