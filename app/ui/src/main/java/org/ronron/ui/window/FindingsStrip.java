package org.ronron.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Severity;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.findings.FindingWords;
import org.ronron.ui.pages.findings.FindingsCard;
import org.ronron.ui.pages.findings.Ways;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** What needs a person, on top of everything: one strip, the worst first. */
final class FindingsStrip extends StackPane {
    private static final int NAMED = 2;

    private final Ui ui;
    private @Nullable Said said;
    private @Nullable DeskState shown;

    /** All that the strip shows. */
    private record Said(boolean bad, String count, String what, Optional<Finding> only) {}

    FindingsStrip(Ui ui) {
        this.ui = ui;
        getStyleClass().add("findings");
        Bits.shown(this, false);
    }

    /** Made anew only when it says something else: states come many a second. */
    void show(DeskState state) {
        shown = state;
        Optional<Said> next = of(state);
        Bits.shown(this, next.isPresent());
        if (next.isPresent() && !next.get().equals(said)) {
            said = next.get();
            fill(next.get());
        }
    }

    private Optional<Said> of(DeskState state) {
        List<Finding> standing = FindingsCard.standing(state);
        Texts texts = ui.texts();
        if (state.trouble().isPresent()) {
            String what = texts.what(state.trouble().get());
            return Optional.of(
                    new Said(true, texts.get("findings.trouble"), what, Optional.empty()));
        }
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Said(
                        standing.getFirst().severity().compareTo(Severity.ERROR) >= 0,
                        texts.count("findings.count", standing.size()),
                        standing.stream()
                                .limit(NAMED)
                                .map(FindingWords.of(ui)::brief)
                                .collect(Collectors.joining(" · ")),
                        standing.size() == 1
                                ? Optional.of(standing.getFirst())
                                : Optional.empty()));
    }

    /** Trouble comes before findings. */
    private void see() {
        if (shown != null && shown.trouble().isPresent()) {
            ui.navigator().show(shown.trouble().get());
        } else if (shown != null) {
            ui.navigator().overlay(new FindingsCard(ui, shown));
        }
    }

    private void fill(Said now) {
        Label first = Bits.whole(now.count(), "strip-count");
        Label text = Bits.line(now.what());
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button open = Bits.button(ui.texts().get("findings.see"), this::see, "small");
        open.setId("findings-see");
        Mark mark = now.bad() ? Mark.WRONG : Mark.ATTENTION;
        HBox strip = Bits.row(8, new StateMark(mark, ui.texts()), first, text);
        now.only().flatMap(f -> Ways.of(ui, f)).ifPresent(strip.getChildren()::add);
        strip.getChildren().add(open);
        strip.getStyleClass().addAll("strip", now.bad() ? "bad" : "warn");
        getChildren().setAll(strip);
    }
}
