package org.ronron.ui.pages.spaces;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ronron.resources.Texts;

/** Which spaces to show, with how many there are. */
final class FilterPills extends HBox {
    private final Texts texts;
    private final Map<Filter, ToggleButton> pills = new EnumMap<>(Filter.class);

    FilterPills(Texts texts, Consumer<Filter> chosen) {
        super(6);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Filter filter : Filter.values()) {
            ToggleButton pill = new ToggleButton();
            pill.setId("spaces-" + filter.lower());
            pill.setMinWidth(Region.USE_PREF_SIZE);
            pill.getStyleClass().add("pill");
            pill.setToggleGroup(group);
            pill.setSelected(filter == Filter.ALL);
            pill.setOnAction(
                    e -> {
                        pill.setSelected(true); // a second click does not leave none chosen
                        chosen.accept(filter);
                    });
            pills.put(filter, pill);
            getChildren().add(pill);
        }
    }

    void count(SpaceIndex index) {
        pills.forEach(
                (filter, pill) ->
                        pill.setText(
                                texts.get(
                                        "spaces.filter." + filter.lower(),
                                        "n",
                                        texts.figures().whole(index.count(filter)))));
    }

    void choose(Filter filter) {
        pills.forEach((of, pill) -> pill.setSelected(of == filter));
    }
}
