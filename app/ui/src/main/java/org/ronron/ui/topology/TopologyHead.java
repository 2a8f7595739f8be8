package org.ronron.ui.topology;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/** The page's title, how it is looked at, and all figures in one line. */
final class TopologyHead extends FlowPane {
    private final Label totals = Bits.whole("", "topology-totals");
    private final MenuButton sort = new MenuButton();
    private final TextField filter = new TextField();
    private final Texts texts;
    private View view = View.FIRST;

    TopologyHead(Texts texts, Consumer<View> changed) {
        super(12, 4);
        this.texts = texts;
        setRowValignment(VPos.CENTER);
        totals.setId("topology-totals");
        sort.getStyleClass().add("pill");
        sort.setId("topology-sort");
        sort.setMinWidth(Region.USE_PREF_SIZE);
        for (View.Sort order : View.Sort.values()) {
            MenuItem item = new MenuItem(texts.get(order.text()));
            item.setOnAction(
                    e -> {
                        view = view.sort(order);
                        words();
                        changed.accept(view);
                    });
            sort.getItems().add(item);
        }
        filter.setId("topology-filter");
        filter.getStyleClass().add("pill");
        filter.setPrefWidth(130);
        filter.setPromptText(texts.get("topology.filter"));
        filter.setAccessibleText(texts.get("topology.filter"));
        filter.textProperty()
                .addListener(
                        (of, before, now) -> {
                            view = view.filter(now);
                            changed.accept(view);
                        });
        HBox left = Bits.row(8, Bits.whole(texts.get("page.topology"), "page-title"), sort, filter);
        getChildren().addAll(left, totals);
        totals.setAlignment(Pos.CENTER_RIGHT);
        widthProperty().addListener(w -> room(left));
        totals.textProperty().addListener(t -> room(left));
        words();
    }

    private void words() {
        sort.setText(texts.get("topology.sort", "by", texts.get(view.sort().text())));
    }

    /** The figures stand at the right end while they fit beside the rest, else below it. */
    private void room(HBox left) {
        totals.setPrefWidth(USE_COMPUTED_SIZE);
        double room = getWidth() - left.prefWidth(-1) - getHgap() - 1;
        if (totals.prefWidth(-1) <= room) {
            totals.setPrefWidth(room);
        }
    }

    View view() {
        return view;
    }

    void totals(String text) {
        totals.setText(text);
    }
}
