package org.ronron.ui.pages.spaces;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Space;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Ui;

/** The spaces, a line each; only lines that can be seen have nodes. */
final class SpaceTable extends TableView<Space> {
    private static final double ROW = 33;
    private static final double SHORTEST = 7 * ROW;
    private static final double STATE = 108;

    private final Texts texts;
    private final SpaceFacts facts;
    private final TableColumn<Space, Space> size;
    private final TableColumn<Space, Space> made;
    private Set<String> silent = Set.of();
    private double needed = SHORTEST;
    private boolean narrow;

    SpaceTable(Ui ui) {
        texts = ui.texts();
        facts = new SpaceFacts(ui);
        setId("spaces-table");
        setFixedCellSize(ROW);
        getStyleClass().addAll("card", "rows");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<Space, Space> state = column("spaces.state", STATE, STATE);
        state.setCellFactory(of -> new StateCell());
        getColumns().add(state);
        getColumns().add(words("spaces.name", 140, Space::name, "mono"));
        getColumns().add(words("spaces.organisation", 220, Space::organisation, "words-of"));
        getColumns().add(words("spaces.address", 236, Space::address, "mono"));
        size = words("spaces.size", 150, facts::size, "quiet");
        made = words("spaces.made", 130, facts::made, "quiet");
        getColumns().add(size);
        getColumns().add(made);
    }

    /** Shows these, without a copy; nothing is selected then. */
    void fill(List<Space> spaces) {
        setItems(FXCollections.observableList(spaces));
    }

    /** As high as all of them need; it does not jump while one types. */
    void room(int all) {
        needed = Math.max(SHORTEST, (all + 1) * ROW + 3);
        height();
    }

    private void height() {
        setMaxHeight(narrow ? Double.MAX_VALUE : needed);
    }

    /** Beside an open space there is room for what names it, and it is as high as that one. */
    void narrow(boolean narrow) {
        this.narrow = narrow;
        height();
        size.setVisible(!narrow);
        made.setVisible(!narrow);
    }

    /** The connections that do not answer now. */
    void silent(Set<String> endpoints) {
        if (!endpoints.equals(silent)) {
            silent = Set.copyOf(endpoints);
            refresh();
        }
    }

    private TableColumn<Space, Space> words(
            String title, double width, Function<Space, String> value, String look) {
        TableColumn<Space, Space> column = column(title, width, 0);
        column.setCellFactory(of -> new WordsCell(value, look));
        return column;
    }

    private TableColumn<Space, Space> column(String title, double width, double most) {
        TableColumn<Space, Space> column = new TableColumn<>(texts.get(title));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 90));
        if (most > 0) {
            column.setMinWidth(most);
            column.setMaxWidth(most);
        }
        column.setCellValueFactory(
                of -> new ReadOnlyObjectWrapper<>(of.getValue()).getReadOnlyProperty());
        return column;
    }

    /** Shape, colour and word; made anew only where another shape is needed. */
    private final class StateCell extends TableCell<Space, Space> {
        private @Nullable HealthWords drawn;

        @Override
        protected void updateItem(@Nullable Space space, boolean empty) {
            super.updateItem(space, empty);
            if (getGraphic() != null) {
                getGraphic().setVisible(!empty); // kept: each keystroke empties all cells once
            }
            if (empty || space == null) {
                return;
            }
            HealthWords how = HealthWords.of(texts, space, silent);
            if (!how.equals(drawn)) {
                drawn = how;
                setGraphic(Marked.whole(texts, how.mark(), how.word(), "small-words"));
            }
        }
    }

    private static final class WordsCell extends TableCell<Space, Space> {
        private final Function<Space, String> value;

        WordsCell(Function<Space, String> value, String look) {
            this.value = value;
            getStyleClass().add(look);
        }

        @Override
        protected void updateItem(@Nullable Space space, boolean empty) {
            super.updateItem(space, empty);
            setText(empty || space == null ? null : value.apply(space));
        }
    }
}
