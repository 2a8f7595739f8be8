package org.ronron.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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

    FindingsStrip(Ui ui) {
        this.ui = ui;
        getStyleClass().add("findings");
        Bits.shown(this, false);
    }

    void show(DeskState state) {
        List<Finding> standing = FindingsCard.standing(state);
        if (state.trouble().isPresent()) {
            Texts texts = ui.texts();
            fill(
                    true,
                    texts.get("findings.trouble"),
                    texts.what(state.trouble().get()),
                    () -> ui.navigator().show(state.trouble().get()),
                    Optional.empty());
        } else if (!standing.isEmpty()) {
            fill(
                    standing.getFirst().severity().compareTo(Severity.ERROR) >= 0,
                    ui.texts().count("findings.count", standing.size()),
                    standing.stream()
                            .limit(NAMED)
                            .map(FindingWords.of(ui)::brief)
                            .collect(joined()),
                    () -> ui.navigator().overlay(new FindingsCard(ui, state)),
                    standing.size() == 1 ? Ways.of(ui, standing.getFirst()) : Optional.empty());
        }
        Bits.shown(this, state.trouble().isPresent() || !standing.isEmpty());
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(" · ");
    }

    private void fill(boolean bad, String count, String what, Runnable see, Optional<Button> way) {
        Label first = Bits.whole(count, "strip-count");
        Label text = Bits.line(what);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button open = Bits.button(ui.texts().get("findings.see"), see, "small");
        open.setId("findings-see");
        HBox strip =
                Bits.row(
                        8,
                        new StateMark(bad ? Mark.WRONG : Mark.ATTENTION, ui.texts()),
                        first,
                        text);
        way.ifPresent(strip.getChildren()::add);
        strip.getChildren().add(open);
        strip.getStyleClass().addAll("strip", bad ? "bad" : "warn");
        getChildren().setAll(strip);
    }
}
