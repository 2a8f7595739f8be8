package org.ronron.ui.pages.backups;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Chip;

/** What is saved and what is not, a line each; only lines that can be seen have nodes. */
final class BackupTable extends TableView<BackupLine> {
    private static final double ROW = 33;
    private static final double SHORTEST = 5 * ROW;

    private final Texts texts;
    private final BackupWords words;
    private final TableColumn<BackupLine, BackupLine> with;
    private final TableColumn<BackupLine, BackupLine> checked;
    private final TableColumn<BackupLine, BackupLine> place;

    BackupTable(Texts texts, BackupWords words) {
        this.texts = texts;
        this.words = words;
        setId("backups-table");
        setAccessibleText(texts.get("page.backups"));
        setFixedCellSize(ROW);
        getStyleClass().addAll("card", "rows");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getColumns().add(words("backups.what", 186, 130, BackupLine::what, "mono"));
        with = column("backups.with", 92, 76);
        with.setCellFactory(of -> new TagCell());
        getColumns().add(with);
        TableColumn<BackupLine, BackupLine> state = column("backups.state", 152, 152);
        state.setMaxWidth(176);
        state.setCellFactory(of -> new StateCell());
        getColumns().add(state);
        getColumns().add(words("backups.good", 218, 188, words::good, "words-of"));
        checked = words("backups.checked", 164, 158, words::checked, "words-of");
        getColumns().add(checked);
        place = words("backups.place", 96, 86, words::place, "words-of");
        getColumns().add(place);
        TableColumn<BackupLine, BackupLine> days = column("backups.days", 0, DaysView.WIDTH + 18);
        days.setMaxWidth(DaysView.WIDTH + 18);
        days.setCellFactory(of -> new DaysCell());
        getColumns().add(days);
    }

    /** Shows these, without a copy; nothing is selected then. */
    void fill(List<BackupLine> lines) {
        setItems(FXCollections.observableList(lines));
    }

    /** As high as all of them need; it does not jump while one types. */
    void room(int all) {
        setMaxHeight(Math.max(SHORTEST, (all + 1) * ROW + 3));
    }

    /** Beside the inspector, which says the rest of the one that is open. */
    void narrow(boolean narrow) {
        with.setVisible(!narrow);
        checked.setVisible(!narrow);
        place.setVisible(!narrow);
    }

    private TableColumn<BackupLine, BackupLine> words(
            String title,
            double width,
            double least,
            Function<BackupLine, String> value,
            String look) {
        TableColumn<BackupLine, BackupLine> column = column(title, width, least);
        column.setCellFactory(of -> new WordsCell(value, look));
        return column;
    }

    private TableColumn<BackupLine, BackupLine> column(String title, double width, double least) {
        TableColumn<BackupLine, BackupLine> column = new TableColumn<>(texts.get(title));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(least);
        column.setPrefWidth(Math.max(width, least));
        column.setCellValueFactory(
                of -> new ReadOnlyObjectWrapper<>(of.getValue()).getReadOnlyProperty());
        return column;
    }

    /** Shape, colour and word; made anew only where another is needed. */
    private final class StateCell extends TableCell<BackupLine, BackupLine> {
        private BackupWords.@Nullable Said drawn;

        @Override
        protected void updateItem(@Nullable BackupLine line, boolean empty) {
            super.updateItem(line, empty);
            if (getGraphic() != null) {
                getGraphic().setVisible(!empty);
            }
            if (empty || line == null) {
                return;
            }
            BackupWords.Said how = words.state(line);
            if (!how.equals(drawn)) {
                drawn = how;
                setGraphic(Marked.whole(texts, how.mark(), how.word(), "small-words"));
            }
        }
    }

    private final class TagCell extends TableCell<BackupLine, BackupLine> {
        private final Chip tag = new Chip("");

        @Override
        protected void updateItem(@Nullable BackupLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            tag.setText(words.with(line));
            setGraphic(tag);
        }
    }

    private final class DaysCell extends TableCell<BackupLine, BackupLine> {
        private final DaysView days = new DaysView(texts);

        @Override
        protected void updateItem(@Nullable BackupLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            days.show(words.days(line));
            setGraphic(days);
        }
    }

    private static final class WordsCell extends TableCell<BackupLine, BackupLine> {
        private final Function<BackupLine, String> value;

        /** What may be too long for its column. */
        private final Tooltip whole = new Tooltip();

        WordsCell(Function<BackupLine, String> value, String look) {
            this.value = value;
            getStyleClass().add(look);
        }

        @Override
        protected void updateItem(@Nullable BackupLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : value.apply(line));
            setTooltip(getText() == null ? null : whole);
            whole.setText(getText());
        }
    }
}
