package org.ronron.ui.window;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.api.Severity;
import org.ronron.core.model.Finding;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** All that needs a person, each with its remedy. */
final class FindingsCard extends VBox {
    private static final double HIGHEST = 420;

    /** Its remedy lies on the page of connections. */
    private static final String EXCESSIVE = "excessive-login";

    FindingsCard(Ui ui, List<Finding> findings) {
        super(12);
        getStyleClass().addAll("card", "dialog");
        FindingWords words = FindingWords.of(ui);
        VBox list = Bits.column(14);
        for (Finding finding : findings) {
            boolean bad = finding.severity().compareTo(Severity.ERROR) >= 0;
            VBox text =
                    Bits.column(
                            2,
                            Bits.text(words.what(finding), "strong"),
                            Bits.text(words.remedy(finding), "secondary"));
            if (finding.kind().equals(EXCESSIVE)) {
                text.getChildren()
                        .add(
                                Bits.button(
                                        ui.texts().get("findings.connections"),
                                        () -> {
                                            ui.navigator().closeOverlay();
                                            ui.navigator().go("connections");
                                        },
                                        "small"));
            }
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line =
                    new HBox(
                            10, new StateMark(bad ? Mark.WRONG : Mark.ATTENTION, ui.texts()), text);
            line.setFillHeight(false);
            list.getChildren().add(line);
        }
        ScrollPane scroll = Bits.scroll(list);
        // How high wrapped words are is known once they have their width.
        list.heightProperty()
                .addListener(h -> scroll.setPrefHeight(Math.min(HIGHEST, list.getHeight() + 2)));
        getChildren()
                .addAll(
                        Bits.line(
                                ui.texts().count("findings.count", findings.size()), "card-title"),
                        scroll,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        ui.texts().get("fault.close"),
                                        ui.navigator()::closeOverlay)));
    }
}
