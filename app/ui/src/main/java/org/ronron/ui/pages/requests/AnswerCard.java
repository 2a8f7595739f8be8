package org.ronron.ui.pages.requests;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Request;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/**
 * An answer that is no space: refuse, ask for a detail, put aside, or a word for colleagues. What
 * touches a system or writes to somebody becomes a plan, to be read again.
 */
final class AnswerCard extends VBox {
    private final Ui ui;
    private final Request request;
    private final AnswerRequest.Answer answer;
    private final TextArea text = new TextArea();
    private final CheckBox tell = new CheckBox();
    private final Label problem = Bits.text("", "state-bad");
    private final Button go;

    AnswerCard(Ui ui, Request request, AnswerRequest.Answer answer) {
        super(12);
        this.ui = ui;
        this.request = request;
        this.answer = answer;
        Texts texts = ui.texts();
        String key = "requests.answer." + answer.name().toLowerCase(Locale.ROOT);
        getStyleClass().addAll("card", "dialog");
        setId("answer-card");
        text.setId("answer-text");
        text.setWrapText(true);
        text.setPrefRowCount(4);
        Label ask = Bits.text(texts.get(key + ".ask"), "secondary");
        ask.setLabelFor(text);
        text.setAccessibleText(ask.getText());
        tell.setId("answer-tell");
        tell.setText(texts.get("requests.answer.tell"));
        tell.setWrapText(true);
        tell.setSelected(canTell());
        Label cannot = Bits.text(texts.get("requests.answer.cannotTell"), "note");
        boolean outward =
                answer == AnswerRequest.Answer.REFUSE || answer == AnswerRequest.Answer.ASK;
        Bits.shown(tell, outward && canTell());
        Bits.shown(cannot, outward && !canTell());
        go = Bits.button("", this::go, answer == AnswerRequest.Answer.REFUSE ? "danger" : "accent");
        go.setId("answer-go");
        go.setText(texts.get(goes(key)));
        tell.selectedProperty().addListener((of, before, now) -> go.setText(texts.get(goes(key))));
        go.disableProperty().bind(text.textProperty().map(String::isBlank).orElse(true));
        problem.setId("answer-problem");
        Bits.shown(problem, false);
        String name = new RequestWords(texts).organisation(request);
        getChildren()
                .addAll(
                        Bits.text(texts.get(key, "organisation", name), "section-title"),
                        ask,
                        text,
                        tell,
                        cannot,
                        problem,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                go));
    }

    /** What the button says: whether there is a plan to read again before anything happens. */
    private String goes(String key) {
        return settles() ? key + ".settle" : key + ".go";
    }

    private boolean settles() {
        return request.ref().byHand() && !tells();
    }

    private boolean tells() {
        return tell.isSelected()
                && (answer == AnswerRequest.Answer.REFUSE || answer == AnswerRequest.Answer.ASK);
    }

    /** Somebody can carry the letter: a mail connection, or the source that knows the address. */
    private boolean canTell() {
        boolean mail =
                ui.desk().state().collective().map(Collective::endpoints).stream()
                        .flatMap(java.util.List::stream)
                        .anyMatch(e -> e.type().equals("mail"));
        return mail || (!request.ref().byHand() && answer == AnswerRequest.Answer.REFUSE);
    }

    private void go() {
        AnswerRequest given =
                new AnswerRequest(
                        request.ref(),
                        request.fact().version(),
                        Clean.line(request.fact().organisation(), 200),
                        answer,
                        text.getText().strip(),
                        tells());
        setDisable(true);
        if (settles()) {
            CompletableFuture<Void> done = ui.desk().spaces().settle(given);
            Asking.ask(ui, done, nothing -> settled(), this::refused);
        } else {
            Asking.ask(
                    ui,
                    ui.desk().spaces().plan(given),
                    plan -> {
                        ui.navigator().closeOverlay();
                        ui.navigator().review(plan);
                    },
                    this::refused);
        }
    }

    private void settled() {
        ui.navigator().closeOverlay();
        ui.navigator().say(ui.texts().get("requests.answer.kept"));
    }

    /** What was typed stays, to be sent again. */
    private void refused(Fault fault) {
        setDisable(false);
        problem.setText(ui.texts().what(fault) + " " + ui.texts().remedy(fault));
        Bits.shown(problem, true);
    }
}
