package org.ronron.ui.pages.review;

import java.time.Duration;
import java.util.Map;
import javafx.scene.layout.VBox;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.Plan;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;

/** What a backup, a check or a restore would load, as its tool said just before. */
final class LoadCard extends VBox {
    private static final double NAMES = 124;

    LoadCard(Texts texts, Plan plan) {
        super(8);
        getStyleClass().add("card");
        Map<String, String> told = plan.steps().getFirst().values();
        KeyValues lines = new KeyValues(NAMES);
        lines.add(
                texts.get("review.load.took"),
                told.containsKey("took")
                        ? texts.figures()
                                .length(
                                        Duration.ofSeconds(
                                                Long.parseLong(told.getOrDefault("took", "0"))))
                        : texts.get("review.load.unknown"));
        lines.add(texts.get("review.load.size"), size(texts, told, "size"));
        if (told.containsKey("free")) {
            lines.add(texts.get("review.load.free"), size(texts, told, "free"));
        }
        boolean quiet = told.getOrDefault("running", "").isEmpty();
        lines.add(
                texts.get("review.load.running"),
                Marked.text(
                        texts,
                        quiet ? Mark.FINE : Mark.ATTENTION,
                        quiet
                                ? texts.get("review.load.nothing")
                                : told.getOrDefault("running", "")));
        getChildren()
                .addAll(
                        Bits.line(texts.get("review.load"), "section-title"),
                        lines,
                        Bits.text(texts.get("review.load.away"), "note"));
    }

    /** Whether there is anything to say. */
    static boolean of(Plan plan) {
        return !plan.steps().isEmpty()
                && plan.changes().stream().anyMatch(BackupChange.class::isInstance);
    }

    private static String size(Texts texts, Map<String, String> told, String name) {
        return told.containsKey(name)
                ? texts.figures().bytes(Long.parseLong(told.getOrDefault(name, "0")))
                : texts.get("review.load.unknown");
    }
}
