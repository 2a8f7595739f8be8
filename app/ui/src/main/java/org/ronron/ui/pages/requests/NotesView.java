package org.ronron.ui.pages.requests;

import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.api.RequestFact;
import org.ronron.core.model.Request;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Words between colleagues, the oldest first, and a way to add one. */
final class NotesView extends VBox {
    private static final int LONG = 2_000;

    NotesView(Ui ui, Request request, Instant now) {
        super(8);
        Texts texts = ui.texts();
        RequestWords words = new RequestWords(texts);
        setId("request-notes");
        getChildren().add(Bits.line(texts.get("requests.notes"), "section-title"));
        for (RequestFact.Word note : request.fact().notes()) {
            getChildren()
                    .add(
                            Bits.column(
                                    2,
                                    Bits.text(Clean.words(note.text(), LONG)),
                                    Bits.text(words.who(note, now), "note")));
        }
        if (request.fact().notes().isEmpty()) {
            getChildren().add(Bits.text(texts.get("requests.notes.none"), "secondary"));
        }
        Button add =
                Bits.button(
                        texts.get("requests.notes.add"),
                        () ->
                                ui.navigator()
                                        .overlay(
                                                new AnswerCard(
                                                        ui, request, AnswerRequest.Answer.NOTE)),
                        "small");
        add.setId("request-note");
        Bits.shown(add, RequestFilter.open(request));
        getChildren().add(add);
    }
}
