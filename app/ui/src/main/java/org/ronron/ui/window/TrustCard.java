package org.ronron.ui.window;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/**
 * A key that a person has to look at. One never seen before can be accepted; one that has changed
 * cannot: the old one has to be forgotten first, as an act of its own.
 */
final class TrustCard extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final TrustQuestion question;
    private final Runnable close;

    TrustCard(Ui ui, TrustQuestion question, Runnable close) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.question = question;
        this.close = close;
        getStyleClass().addAll("card", "dialog", "trust");
        String kind = question.changed() ? "trust.changed" : "trust.new";
        if (question.changed()) {
            getStyleClass().add("changed");
        }
        HBox title =
                Bits.row(
                        8,
                        new StateMark(question.changed() ? Mark.WRONG : Mark.ATTENTION, texts),
                        Bits.text(
                                texts.get(kind + ".title", "endpoint", question.endpointName()),
                                "card-title"));
        getChildren().addAll(title, Bits.text(texts.get(kind + ".text")), facts());
        getChildren().add(Bits.text(texts.get(kind + ".advice"), "secondary"));
        getChildren().add(question.changed() ? stopped() : unknown());
    }

    private VBox facts() {
        KeyValues rows = new KeyValues(92);
        rows.add(texts.get("trust.address"), question.address(), "mono");
        rows.add(texts.get("trust.algorithm"), question.algorithm(), "mono");
        VBox facts = Bits.column(8, rows);
        if (question.changed()) {
            facts.getChildren()
                    .addAll(
                            Bits.text(texts.get("trust.known"), "secondary"),
                            Bits.text(question.known(), "fingerprint"));
        }
        facts.getChildren()
                .addAll(
                        Bits.text(
                                texts.get(question.changed() ? "trust.seen" : "trust.fingerprint"),
                                "secondary"),
                        Bits.text(question.fingerprint(), "fingerprint"));
        return facts;
    }

    private HBox unknown() {
        Desk desk = ui.desk();
        return Bits.row(
                8,
                Bits.spring(),
                Bits.button(texts.get("trust.later"), this::later),
                Bits.button(
                        texts.get("trust.accept"),
                        () -> {
                            close.run();
                            Asking.run(
                                    ui,
                                    desk.accept(question),
                                    () -> ui.navigator().say(texts.get("trust.accepted")));
                        },
                        "accent"));
    }

    private HBox stopped() {
        Desk desk = ui.desk();
        return Bits.row(
                8,
                Bits.button(
                        texts.get("trust.forget"),
                        () -> {
                            close.run();
                            Asking.run(
                                    ui,
                                    desk.forget(question),
                                    () -> ui.navigator().say(texts.get("trust.forgotten")));
                        },
                        "danger"),
                Bits.spring(),
                Bits.button(texts.get("trust.stop"), this::later));
    }

    private void later() {
        close.run();
        ui.desk().dismiss(question);
    }
}
