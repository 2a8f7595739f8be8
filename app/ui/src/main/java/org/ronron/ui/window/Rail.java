package org.ronron.ui.window;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.DeskState;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** The pages, one below the other; folds to icons. */
final class Rail extends VBox {
    private static final int MOST = 99;
    private static final int MOST_COUNTED = 99_999;

    private final Texts texts;
    private final Map<Page, Button> items = new LinkedHashMap<>();
    private final VBox pages = Bits.column(2);
    private final Map<Page, Look> looks = new HashMap<>();
    private final Button help;
    private boolean folded;

    /** All that an item shows. */
    private record Look(int badge, boolean quiet, boolean current, boolean shown, boolean folded) {}

    Rail(Ui ui, List<Page> all, Runnable showHelp) {
        this.texts = ui.texts();
        getStyleClass().add("rail");
        for (Page page : all) {
            Button item = item(texts.get("page." + page.id()), page.icon());
            item.setId("rail-" + page.id());
            item.setOnAction(e -> ui.navigator().go(page.id()));
            items.put(page, item);
            pages.getChildren().add(item);
        }
        help = item(texts.get("rail.help"), "fth-help-circle");
        help.setId("rail-help");
        help.setOnAction(e -> showHelp.run());
        getChildren().addAll(pages, Bits.spring(), help);
    }

    private static Button item(String name, String icon) {
        Button item = new Button(name, Icons.of(icon));
        item.getStyleClass().add("rail-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setAccessibleText(name);
        return item;
    }

    void show(DeskState state, String current) {
        Bits.shown(pages, state.collective().isPresent());
        items.forEach(
                (page, item) -> {
                    boolean here = page.id().equals(current);
                    show(page, item, page.badge(state), here, here || page.offered(state));
                });
    }

    /** Made anew only when it looks otherwise: states come many a second. */
    private void show(Page page, Button item, int badge, boolean current, boolean shown) {
        Look look = new Look(badge, page.badgeIsQuiet(), current, shown, folded);
        if (look.equals(looks.put(page, look))) {
            return;
        }
        item.getStyleClass().remove("current");
        if (current) {
            item.getStyleClass().add("current");
        }
        Bits.shown(item, shown);
        String name = texts.get("page." + page.id());
        item.setAccessibleText(badge > 0 ? name + ", " + texts.figures().whole(badge) : name);
        HBox graphic = Bits.row(0, Icons.of(page.icon()));
        if (!folded) {
            Label words = Bits.whole(name, current ? "rail-current" : "rail-name");
            HBox.setMargin(words, new Insets(0, 0, 0, 10));
            graphic.getChildren().add(words);
            if (badge > 0) {
                String call = look.quiet() ? "badge-quiet" : "badge-call";
                Label figure = Bits.whole(figure(page, badge), "badge", call);
                graphic.getChildren().addAll(Bits.spring(), figure);
            }
            graphic.setPrefWidth(139);
        }
        item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        item.setGraphic(graphic);
    }

    /** No wider than there is room for beside the name. */
    private String figure(Page page, int badge) {
        int most = page.badgeIsQuiet() ? MOST_COUNTED : MOST;
        return badge > most
                ? texts.get("rail.more", "n", texts.figures().whole(most))
                : texts.figures().whole(badge);
    }

    /** Icons only, with the names as tooltips. */
    void fold(boolean fold) {
        folded = fold;
        if (fold) {
            getStyleClass().add("folded");
        } else {
            getStyleClass().remove("folded");
        }
        items.forEach(
                (page, item) ->
                        item.setTooltip(fold ? new Tooltip(texts.get("page." + page.id())) : null));
        help.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
}
