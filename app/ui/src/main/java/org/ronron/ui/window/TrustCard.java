package org.ronron.ui.window;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState.Certificate;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.FingerprintText;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/**
 * A key that a person has to look at. One never seen before can be accepted; one that has changed
 * cannot: the old one has to be forgotten first, as an act of its own. No button is the one that
 * Enter presses: the first to have the focus is the fingerprint.
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
        String kind = kind();
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
        getChildren()
                .addAll(
                        title,
                        Bits.text(
                                texts.get(
                                        question.changed()
                                                ? "trust.changed.text"
                                                : kind + ".text")),
                        facts());
        if (question.changed()) {
            getChildren().addAll(toDo(), stopped());
        } else {
            getChildren().addAll(Bits.text(texts.get(kind + ".advice"), "secondary"), unknown());
        }
    }

    /** Keys are the machines', certificates the servers': each has its own words. */
    private String kind() {
        String what = certificate() ? "trust.certificate" : "trust.new";
        return question.changed() ? "trust.changed" + (certificate() ? ".certificate" : "") : what;
    }

    private boolean certificate() {
        return question.certificate().isPresent() || question.algorithm().equals("x509");
    }

    private VBox facts() {
        KeyValues rows = new KeyValues(108);
        rows.add(texts.get("trust.address"), question.address(), "mono");
        question.certificate()
                .ifPresentOrElse(
                        seen -> certificate(rows, seen),
                        () -> rows.add(texts.get("trust.algorithm"), question.algorithm(), "mono"));
        VBox facts = Bits.column(8, rows);
        if (question.changed()) {
            facts.getChildren()
                    .addAll(
                            Bits.text(texts.get("trust.known"), "secondary"),
                            new FingerprintText(question.known()));
        }
        facts.getChildren()
                .addAll(
                        Bits.text(
                                texts.get(question.changed() ? "trust.seen" : "trust.fingerprint"),
                                "secondary"),
                        new FingerprintText(question.fingerprint()));
        return facts;
    }

    /** Why it is asked stands first: it is what a person can judge. */
    private void certificate(KeyValues rows, Certificate seen) {
        if (!question.changed()) {
            rows.add(texts.get("trust.why"), texts.said(seen.why()), "strong");
        }
        rows.add(texts.get("trust.subject"), seen.subject(), "mono");
        rows.add(
                texts.get("trust.names"),
                seen.names().isEmpty() ? texts.get("trust.names.none") : seen.names(),
                "mono");
        rows.add(
                texts.get("trust.valid"),
                texts.get(
                        "trust.valid.days", "from", day(seen.from()), "until", day(seen.until())));
    }

    private String day(String instant) {
        return texts.figures().published(instant.replaceFirst("T.*", ""));
    }

    /** What a changed key means for a person who did not expect it: step by step. */
    private VBox toDo() {
        VBox steps = Bits.column(4, Bits.line(texts.get("trust.changed.do"), "section-title"));
        for (String step : List.of("ask", "compare", "forget")) {
            steps.getChildren().add(Bits.text(texts.get("trust.changed.do." + step), "secondary"));
        }
        return steps;
    }

    private HBox unknown() {
        Desk desk = ui.desk();
        Button accept =
                Bits.button(
                        texts.get(certificate() ? "trust.certificate.accept" : "trust.accept"),
                        () -> {
                            close.run();
                            Asking.run(
                                    ui,
                                    desk.accept(question),
                                    () -> ui.navigator().say(texts.get("trust.accepted")));
                        });
        accept.setId("trust-accept");
        return Bits.row(
                8, Bits.spring(), Bits.button(texts.get("trust.later"), this::later), accept);
    }

    private HBox stopped() {
        Desk desk = ui.desk();
        return Bits.row(
                8,
                Bits.spring(),
                Bits.button(texts.get("trust.stop"), this::later),
                Bits.button(
                        texts.get("trust.forget"),
                        () -> {
                            close.run();
                            Asking.run(
                                    ui,
                                    desk.forget(question),
                                    () -> ui.navigator().say(texts.get("trust.forgotten")));
                        },
                        "danger"));
    }

    private void later() {
        close.run();
        ui.desk().dismiss(question);
    }
}
