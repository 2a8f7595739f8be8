package org.ronron.ui.topology;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.findings.FindingWords;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/**
 * The picture as a table, a line a machine, for who does not see it or would rather read; what is
 * selected in the one is selected in the other. Only lines that can be seen have nodes. Unlike the
 * picture it leaves out what a filter does not find, and says so.
 */
final class TopologyTable extends VBox {
    private static final double ROW = 33;

    /** More letters than these may be cut. */
    private static final int LONG = 16;

    private final Ui ui;
    private final Texts texts;
    private final TopologyWords words;
    private final Selection selection;
    private final Consumer<List<Node>> move;
    private final TableView<Node> table = new TableView<>();
    private final TableColumn<Node, Node> group;
    private final Label left = Bits.text("", "note");
    private By.Keys keys = Node::zone;
    private By by = By.ZONE;
    private @Nullable Amiss amiss;
    private @Nullable Collective collective;
    private boolean following;

    /**
     * @param move asks where these machines go
     */
    TopologyTable(Ui ui, TopologyWords words, Selection selection, Consumer<List<Node>> move) {
        super(6);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = words;
        this.selection = selection;
        this.move = move;
        setId("topology-as-table");
        table.setId("topology-rows");
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("card", "rows");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(Bits.text(texts.get("topology.table.none"), "secondary"));
        group = words("topology.by.zone", 104, this::standing, "");
        table.getColumns().add(group);
        table.getColumns().add(words("topology.table.machine", 126, Node::name, "mono"));
        TableColumn<Node, Node> state = column("topology.table.state", 140);
        state.setCellFactory(of -> new StateCell());
        table.getColumns().add(state);
        table.getColumns().add(words("topology.table.services", 70, this::services, "figure"));
        table.getColumns().add(words("topology.table.memory", 84, this::memory, "figure"));
        table.getColumns().add(words("topology.table.cpu", 84, this::cpu, "figure"));
        table.getColumns().add(words("topology.table.disk", 92, this::disk, "figure"));
        TableColumn<Node, Node> wrong = words("topology.table.amiss", 160, this::amiss, "told");
        wrong.setMaxWidth(Double.MAX_VALUE);
        table.getColumns().add(wrong);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<Node>) of -> chosen());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, left);
    }

    /** Shows these machines in the order of their groups. */
    void show(Collective of, View view, Found found) {
        collective = of;
        keys = view.by().keys(of);
        by = view.by();
        amiss = new Amiss(FindingWords.of(ui), of);
        group.setText(capital(view.by().text(texts)));
        List<Node> rows =
                view.groups(of).stream()
                        .flatMap(g -> g.nodes().stream())
                        .filter(n -> found.node(n.id()))
                        .toList();
        following = true;
        table.getItems().setAll(rows);
        following = false;
        int hidden = of.nodes().size() - rows.size();
        left.setText(hidden == 0 ? "" : texts.count("topology.table.hidden", hidden));
        Bits.shown(left, hidden > 0);
        follow();
    }

    /** Selects what the picture has selected. */
    void follow() {
        Set<String> wished = selection.nodes();
        Set<String> now =
                table.getSelectionModel().getSelectedItems().stream()
                        .map(Node::id)
                        .collect(Collectors.toSet());
        if (now.equals(wished)) {
            return;
        }
        following = true;
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (wished.contains(table.getItems().get(i).id())) {
                table.getSelectionModel().select(i);
            }
        }
        following = false;
    }

    /** Takes the keyboard, at the first machine that is selected. */
    void enter() {
        table.requestFocus();
        int at = table.getSelectionModel().getSelectedIndex();
        table.getFocusModel().focus(Math.max(0, at));
        table.scrollTo(Math.max(0, at));
    }

    private void chosen() {
        if (!following) {
            selection.all(
                    table.getSelectionModel().getSelectedItems().stream()
                            .filter(n -> n != null)
                            .map(Node::id)
                            .toList());
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.M && !event.isShortcutDown()) {
            List<Node> nodes = List.copyOf(table.getSelectionModel().getSelectedItems());
            if (!nodes.isEmpty()) {
                move.accept(nodes);
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            table.getSelectionModel().clearSelection();
        } else {
            return;
        }
        event.consume();
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String standing(Node node) {
        return new View.Group(by, keys.of(node), List.of()).title(words);
    }

    private String services(Node node) {
        return texts.figures().whole(node.workloads().size());
    }

    private String memory(Node node) {
        return known(node, View.free(node), texts.figures()::bytes);
    }

    private String cpu(Node node) {
        return known(node, View.freeCpu(node), texts.figures()::mhz);
    }

    /** What is not in use, else what could still be reserved of it. */
    private String disk(Node node) {
        boolean used = node.diskFree().isPresent();
        return said(used ? node.diskFree() : node.free(Resource.DISK), texts.figures()::bytes);
    }

    /** Not what nobody has said to be reserved or not. */
    private String known(Node node, OptionalLong figure, LongFunction<String> words) {
        boolean told = node.sizesPublished() && collective != null && View.told(collective, node);
        return said(told ? figure : OptionalLong.empty(), words);
    }

    private String said(OptionalLong figure, LongFunction<String> words) {
        return figure.isPresent()
                ? words.apply(figure.getAsLong())
                : texts.get("topology.notKnown");
    }

    private String amiss(Node node) {
        return amiss == null ? "" : amiss.line(node);
    }

    private TableColumn<Node, Node> words(
            String title, double width, Function<Node, String> value, String look) {
        TableColumn<Node, Node> column = column(title, width);
        column.setCellFactory(of -> new WordsCell(value, look));
        if (!look.isEmpty()) {
            column.getStyleClass().add(look);
        }
        return column;
    }

    private TableColumn<Node, Node> column(String title, double width) {
        TableColumn<Node, Node> column = new TableColumn<>(capital(texts.get(title)));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setCellValueFactory(
                of -> new ReadOnlyObjectWrapper<>(of.getValue()).getReadOnlyProperty());
        return column;
    }

    /** Shape, colour and word. */
    private final class StateCell extends TableCell<Node, Node> {
        @Override
        protected void updateItem(@Nullable Node node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setGraphic(null);
                return;
            }
            Mark mark = Mark.of(node.state());
            setGraphic(Marked.whole(texts, mark, mark.word(texts), "small-words"));
            setAccessibleText(mark.word(texts));
        }
    }

    private static final class WordsCell extends TableCell<Node, Node> {
        private final Function<Node, String> value;

        WordsCell(Function<Node, String> value, String look) {
            this.value = value;
            if (!look.isEmpty()) {
                getStyleClass().add(look);
            }
        }

        @Override
        protected void updateItem(@Nullable Node node, boolean empty) {
            super.updateItem(node, empty);
            String words = empty || node == null ? "" : value.apply(node);
            setText(words);
            setTooltip(words.length() > LONG ? new Tooltip(words) : null);
        }
    }
}
