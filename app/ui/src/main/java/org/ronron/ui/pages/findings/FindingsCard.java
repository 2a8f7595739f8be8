package org.ronron.ui.pages.findings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.api.Severity;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** All that needs a person, each with its remedy; what was accepted is folded below. */
public final class FindingsCard extends VBox {
    private static final double HIGHEST = 500;

    private final Ui ui;
    private final Texts texts;
    private final FindingWords words;

    public FindingsCard(Ui ui, DeskState state) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = FindingWords.of(ui);
        getStyleClass().addAll("card", "dialog", "findings-card");
        List<Finding> findings = standing(state);
        boolean own = state.collective().map(Collective::kind).filter("sample"::equals).isEmpty();
        VBox list = Bits.column(14);
        list.setPadding(new Insets(0, 14, 0, 0)); // beside the bar
        for (int i = 0; i < findings.size(); i++) {
            list.getChildren().add(line(i, findings.get(i), own));
        }
        if (findings.isEmpty()) {
            list.getChildren().add(Bits.text(texts.get("findings.none"), "secondary"));
        }
        AcceptedView accepted = new AcceptedView(ui, "findings-accepted", findings.isEmpty());
        accepted.show(state, a -> true);
        list.getChildren().add(accepted);
        ScrollPane scroll = Bits.scroll(list);
        // How high wrapped words are is known once they have their width: in the middle of a
        // layout,
        // which hears of no other height before the next one.
        list.heightProperty()
                .addListener(
                        h -> {
                            scroll.setPrefHeight(Math.min(HIGHEST, list.getHeight() + 2));
                            ui.fx().execute(scroll::requestLayout);
                        });
        Button shut = Bits.button(texts.get("fault.close"), ui.navigator()::closeOverlay);
        getChildren()
                .addAll(
                        Bits.line(texts.count("findings.count", findings.size()), "card-title"),
                        scroll,
                        Bits.row(8, Bits.spring(), shut));
    }

    /** What needs a person now, the worst first. */
    public static List<Finding> standing(DeskState state) {
        return state.collective().stream()
                .flatMap(c -> c.findings().stream())
                .filter(f -> f.severity() != Severity.INFO)
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    private HBox line(int at, Finding finding, boolean own) {
        boolean bad = finding.severity().compareTo(Severity.ERROR) >= 0;
        VBox text =
                Bits.column(
                        2,
                        Bits.text(words.what(finding), "strong"),
                        Bits.text(words.remedy(finding), "secondary"));
        HBox ways = Bits.row(8);
        ways.getStyleClass().add("finding-ways");
        Optional<Button> way = own ? Ways.of(ui, finding) : Optional.empty();
        way.ifPresent(ways.getChildren()::add);
        if (own) {
            Button accept =
                    Bits.button(
                            texts.get("findings.accept"),
                            () -> ui.navigator().overlay(new AcceptCard(ui, finding)),
                            "small",
                            "flat");
            accept.setId("finding-accept-" + at);
            accept.setAccessibleText(
                    texts.get("findings.accept.this", "what", words.brief(finding)));
            ways.getChildren().add(accept);
        }
        if (!ways.getChildren().isEmpty()) {
            text.getChildren().add(ways);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        StateMark mark = new StateMark(bad ? Mark.WRONG : Mark.ATTENTION, texts);
        HBox.setMargin(mark, new Insets(0, bad ? 2 : 0, 0, 0)); // a triangle is wider
        HBox line = new HBox(10, mark, text);
        line.setFillHeight(false);
        return line;
    }
}
