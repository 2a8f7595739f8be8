package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Chip;
import org.ronron.ui.parts.Icons;

/** The page's title, how it is looked at, and all figures in one line. */
final class TopologyHead extends VBox {
    private static final int LONGEST = 26;

    private final Texts texts;
    private final Consumer<View> changed;
    private final Label totals = Bits.line("", "topology-totals");
    private final Chip partial;
    private final MenuButton by = pill("topology-by");
    private final MenuButton sort = pill("topology-sort");
    private final TextField filter = new TextField();
    private final ToggleButton table;
    private final List<Node> ofPicture = new ArrayList<>();
    private List<By> offered = List.of();
    private View view = View.FIRST;

    TopologyHead(Texts texts, Consumer<View> changed, HeadActions actions) {
        super(4);
        this.texts = texts;
        this.changed = changed;
        filter();
        sorts();
        table = new ToggleButton();
        icon(table, "topology-table", "fth-list");
        table.setOnAction(
                e -> {
                    turned();
                    actions.table(table.isSelected());
                });
        HBox picture =
                Bits.row(
                        4,
                        button("out", "fth-minus", () -> actions.zoom(-1)),
                        button("fit", "fth-maximize", actions::fit),
                        button("in", "fth-plus", () -> actions.zoom(1)),
                        button("export", "fth-download", actions::export));
        ofPicture.addAll(picture.getChildren());
        HBox row =
                Bits.row(
                        8,
                        Bits.whole(texts.get("page.topology"), "page-title"),
                        filter,
                        by,
                        sort,
                        Bits.spring(),
                        picture,
                        table,
                        button("full", "fth-maximize-2", actions::fullScreen));
        partial = new Chip(texts.get("topology.partial"), "warn");
        partial.setId("topology-partial");
        totals.setId("topology-totals");
        HBox.setHgrow(totals, Priority.ALWAYS);
        totals.setMaxWidth(Double.MAX_VALUE);
        Bits.shown(partial, false);
        getChildren().addAll(row, Bits.row(8, totals, partial));
        turned();
        words();
    }

    private static MenuButton pill(String id) {
        MenuButton button = new MenuButton();
        button.getStyleClass().add("pill");
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void filter() {
        filter.setId("topology-filter");
        filter.getStyleClass().add("pill");
        filter.setPrefWidth(150);
        filter.setMinWidth(90);
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(220);
        filter.setPromptText(texts.get("topology.filter"));
        filter.setAccessibleText(texts.get("topology.filter.long"));
        filter.setTooltip(new Tooltip(texts.get("topology.filter.long")));
        filter.textProperty().addListener((of, before, now) -> look(view.filter(now)));
        filter.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                        filter.clear();
                        e.consume();
                    }
                });
    }

    private void sorts() {
        ToggleGroup one = new ToggleGroup();
        for (View.Sort order : View.Sort.values()) {
            choice(sort, one, texts.get(order.text()), order == view.sort())
                    .setOnAction(e -> look(view.sort(order)));
        }
    }

    private static RadioMenuItem choice(
            MenuButton in, ToggleGroup one, String words, boolean chosen) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(one);
        item.setSelected(chosen);
        in.getItems().add(item);
        return item;
    }

    private Button button(String name, String literal, Runnable does) {
        Button button = new Button();
        icon(button, "topology-" + name, literal);
        button.setOnAction(e -> does.run());
        String words = texts.get("topology.do." + name);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    private static void icon(ButtonBase button, String id, String literal) {
        button.setId(id);
        button.setGraphic(Icons.of(literal));
        button.getStyleClass().addAll("small", "icon-only");
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    /** What cannot be done to a table cannot be clicked. */
    private void turned() {
        boolean asTable = table.isSelected();
        ofPicture.forEach(n -> n.setDisable(asTable));
        String words = texts.get(asTable ? "topology.do.picture" : "topology.do.table");
        table.setGraphic(Icons.of(asTable ? "fth-grid" : "fth-list"));
        table.setTooltip(new Tooltip(words));
        table.setAccessibleText(words);
    }

    private void look(View next) {
        view = next;
        words();
        changed.accept(next);
    }

    private void words() {
        sort.setText(texts.get("topology.sort", "by", texts.get(view.sort().text())));
        String group = view.by().text(texts);
        by.setText(
                texts.get(
                        "topology.by",
                        "what",
                        group.length() > LONGEST
                                ? group.substring(0, LONGEST - 1).strip() + "…"
                                : group));
        by.setTooltip(group.length() > LONGEST ? new Tooltip(group) : null);
    }

    View view() {
        return view;
    }

    boolean asTable() {
        return table.isSelected();
    }

    /** What there is to group by, who does not see all, and the figures. */
    void show(Collective collective, String figures) {
        totals.setText(figures);
        List<By> next = By.of(collective).stream().filter(b -> b.named(texts)).toList();
        if (!next.equals(offered)) {
            offered = next;
            by.getItems().clear();
            ToggleGroup one = new ToggleGroup();
            for (By each : offered) {
                choice(by, one, each.text(texts), each.equals(view.by()))
                        .setOnAction(e -> look(view.by(each)));
            }
        }
        List<String> who =
                collective.findings().stream()
                        .filter(f -> f.kind().equals("partial") && places(collective, f))
                        .map(
                                f ->
                                        f.subject()
                                                + texts.get("topology.partial.says")
                                                + texts.find(f.type(), "finding.partial.what")
                                                        .orElse(""))
                        .toList();
        Bits.shown(partial, !who.isEmpty());
        if (!who.isEmpty()) {
            partial.setTooltip(new Tooltip(String.join("\n", who)));
            partial.setAccessibleText(texts.get("topology.partial") + " " + String.join(" ", who));
        }
    }

    /** Said by who tells of machines, not by who keeps backups. */
    private static boolean places(Collective collective, Finding finding) {
        return collective.nodes().stream()
                .flatMap(n -> n.presences().stream())
                .anyMatch(p -> p.type().equals(finding.type()) && !p.cluster().isEmpty());
    }
}
