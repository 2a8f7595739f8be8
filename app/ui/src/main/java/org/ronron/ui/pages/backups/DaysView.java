package org.ronron.ui.pages.backups;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.backups.Days.Day;

/**
 * Fourteen cells, each with a sign; one shape a kind of day and one for the signs, whatever the
 * number of cells, coloured by the style sheet.
 */
final class DaysView extends Region {
    static final double WIDTH = 194;
    private static final int STEP = 14;
    private static final int HIGH = 16;
    private static final String CELL =
            "M%d 0h8a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2z";
    private static final String TICK = "M%d 8.4l2.3 2.3l4.2 -5";
    private static final String CROSS = "M%d.5 5.2l5 5.6m0 -5.6l-5 5.6";
    private static final String LOZENGE = "M%d 4.5l3.5 3.5l-3.5 3.5l-3.5 -3.5z";

    private final Texts texts;
    private final Map<Day, SVGPath> cells = new EnumMap<>(Day.class);
    private final SVGPath signs = new SVGPath();
    private final SVGPath lozenges = new SVGPath();
    private @Nullable Days drawn;

    DaysView(Texts texts) {
        this.texts = texts;
        getStyleClass().add("days");
        setMinSize(WIDTH, HIGH);
        setPrefSize(WIDTH, HIGH);
        setMaxSize(WIDTH, HIGH);
        for (Day day : Day.values()) {
            SVGPath path = new SVGPath();
            path.getStyleClass().add("day-" + day.name().toLowerCase(Locale.ROOT));
            cells.put(day, path);
            getChildren().add(path);
        }
        signs.getStyleClass().add("day-sign");
        lozenges.getStyleClass().add("day-lozenge");
        getChildren().addAll(signs, lozenges);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Draws these; nothing when they are drawn already. */
    void show(Days days) {
        if (days.equals(drawn)) {
            return;
        }
        drawn = days;
        cells.forEach((kind, path) -> path.setContent(where(days.days(), d -> d == kind, CELL, 2)));
        signs.setContent(
                where(days.days(), d -> d == Day.CHECKED, TICK, 3)
                        + where(days.days(), d -> d == Day.FAILED, CROSS, 3));
        lozenges.setContent(where(days.days(), d -> d == Day.NOT_KNOWN, LOZENGE, 6));
        setAccessibleText(words(texts, days));
    }

    private static String where(List<Day> days, Predicate<Day> which, String form, int inset) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            if (which.test(days.get(i))) {
                path.append(form.formatted(i * STEP + inset));
            }
        }
        return path.toString();
    }

    /** The same in words. */
    static String words(Texts texts, Days days) {
        StringBuilder words = new StringBuilder();
        for (Day day : Day.values()) {
            int count = days.count(day);
            if (count > 0) {
                words.append(words.isEmpty() ? "" : texts.get("backups.days.and"))
                        .append(
                                texts.count(
                                        "backups.days." + day.name().toLowerCase(Locale.ROOT),
                                        count));
            }
        }
        return texts.get("backups.days.told", "days", words.toString());
    }
}
