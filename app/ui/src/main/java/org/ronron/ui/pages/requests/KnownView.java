package org.ronron.ui.pages.requests;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Request;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** What is known already: names that are close, and what was asked before. */
final class KnownView {
    private static final double WRAP = 300;

    private final Ui ui;
    private final Texts texts;
    private final RequestWords words;
    private final VBox rows = Bits.column(6);

    KnownView(Ui ui, Request request, Earlier earlier, Instant now) {
        this.ui = ui;
        this.texts = ui.texts();
        this.words = new RequestWords(texts);
        earlier.near().forEach(name -> near(name, name.equals(request.fact().wished())));
        earlier.requests().forEach(r -> rows.getChildren().add(before(r, now)));
        if (earlier.more() > 0) {
            rows.getChildren()
                    .add(
                            Bits.text(
                                    texts.count("requests.before.more", earlier.more()),
                                    "secondary"));
        }
        if (earlier.requests().isEmpty()) {
            rows.getChildren().add(Bits.text(texts.get("requests.before.none"), "secondary"));
        }
    }

    VBox section() {
        VBox section =
                Bits.column(8, Bits.line(texts.get("requests.known"), "section-title"), rows);
        section.setId("request-known");
        return section;
    }

    private void near(String name, boolean taken) {
        Button compare =
                Bits.button(
                        texts.get("requests.compare"), () -> ui.navigator().space(name), "small");
        compare.setAccessibleText(texts.get("requests.compare.of", "name", name));
        Label mono = Bits.line(name, "mono");
        Label what = Bits.whole(texts.get(taken ? "requests.known.taken" : "requests.known.near"));
        FlowPane words = new FlowPane(8, 2, what, mono);
        words.setPrefWrapLength(WRAP);
        words.setMinWidth(0);
        words.setRowValignment(VPos.CENTER);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row =
                Bits.row(
                        8,
                        new StateMark(taken ? Mark.WRONG : Mark.ATTENTION, texts),
                        words,
                        compare);
        row.getStyleClass().addAll("strip", taken ? "bad" : "warn");
        rows.getChildren().add(row);
    }

    /** One request of before: when, which name, and how it ended. */
    private HBox before(Request request, Instant now) {
        String wished = Clean.line(request.fact().wished(), 40);
        String age = texts.figures().age(request.fact().submitted(), now);
        Label text =
                Bits.text(
                        wished.isEmpty()
                                ? texts.get(
                                        "requests.before",
                                        "organisation",
                                        words.organisation(request),
                                        "age",
                                        age)
                                : texts.get(
                                        "requests.before.wished",
                                        "organisation",
                                        words.organisation(request),
                                        "age",
                                        age,
                                        "wished",
                                        wished),
                        "secondary");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox outcome =
                Bits.row(
                        6,
                        new StateMark(RequestWords.mark(request), texts),
                        Bits.whole(words.state(request), "secondary"));
        Button open =
                Bits.button(
                        texts.get("requests.before.open"),
                        () -> ui.navigator().request(request.ref()),
                        "small");
        return Bits.row(10, text, outcome, open);
    }
}
