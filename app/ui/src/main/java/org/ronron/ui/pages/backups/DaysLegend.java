package org.ronron.ui.pages.backups;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.HBox;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.backups.Days.Day;
import org.ronron.ui.parts.Bits;

/** What the signs of the days mean; one that stands nowhere is left out. */
final class DaysLegend extends HBox {
    private final Texts texts;

    DaysLegend(Texts texts) {
        super(10);
        this.texts = texts;
        setId("backups-legend");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        show(false);
    }

    /**
     * @param gaps whether there are days of which nothing is known
     */
    void show(boolean gaps) {
        getChildren().clear();
        for (Day day : Day.values()) {
            if (day != Day.NOT_KNOWN || gaps) {
                DaysView sign = new DaysView(texts);
                sign.show(new Days(List.of(day)));
                String key = "backups.legend." + day.name().toLowerCase(Locale.ROOT);
                getChildren().add(Bits.row(5, clipped(sign), Bits.whole(texts.get(key), "note")));
            }
        }
    }

    private static Group clipped(DaysView sign) {
        sign.setMinWidth(12);
        sign.setPrefWidth(12);
        sign.setMaxWidth(12);
        return new Group(sign);
    }
}
