package org.ronron.ui.pages.requests;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.RequestFact;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Request;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/**
 * The answer on the right. One that somebody decided or is at work on says who and when, and offers
 * nothing.
 */
final class DecideCard extends VBox {
    /** What it is made from: while it is equal, what is being typed stays. */
    private record Made(Request request, List<String> connections, Optional<String> operation) {
        /** Notes are no reason to begin anew. */
        boolean same(@Nullable Made other) {
            return other != null
                    && request.ref().equals(other.request.ref())
                    && request.fact().version().equals(other.request.fact().version())
                    && request.fact().state() == other.request.fact().state()
                    && request.fact().settled().equals(other.request.fact().settled())
                    && connections.equals(other.connections)
                    && operation.equals(other.operation);
        }
    }

    private final Ui ui;
    private final Texts texts;
    private @Nullable Made made;
    private @Nullable DecideForm form;

    DecideCard(Ui ui) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        getStyleClass().addAll("card", "decide");
        setId("request-decide");
    }

    void show(Request request, Collective now, DeskState state) {
        Optional<OperationView> operation = Making.underWay(state.operations(), request);
        Made next = new Made(request, connections(now), operation.map(OperationView::id));
        if (!next.same(made)) {
            made = next;
            form = null;
            if (operation.isPresent()) {
                underWay(operation.get());
            } else if (request.fact().waits()) {
                DecideForm fresh = new DecideForm(ui, request, now);
                form = fresh;
                getChildren().setAll(fresh);
            } else {
                settled(request, state);
            }
        }
        if (form != null) {
            form.show(now, state.operations());
        }
    }

    private static List<String> connections(Collective now) {
        return now.endpoints().stream()
                .map(
                        e ->
                                e.id()
                                        + " "
                                        + e.type()
                                        + " "
                                        + e.name()
                                        + " "
                                        + e.settings().get("maker"))
                .toList();
    }

    private void underWay(OperationView operation) {
        Button see =
                Bits.button(
                        texts.get("requests.underWay.see"),
                        () -> ui.navigator().operation(operation.id()),
                        "accent",
                        "wide");
        see.setId("request-operation");
        getChildren()
                .setAll(
                        Bits.line(texts.get("requests.underWay"), "section-title"),
                        Bits.text(texts.get("requests.underWay.text"), "secondary"),
                        see);
    }

    private void settled(Request request, DeskState state) {
        RequestFact fact = request.fact();
        RequestWords words = new RequestWords(texts);
        getChildren()
                .setAll(
                        Bits.line(texts.get("requests.settled"), "section-title"),
                        Marked.text(
                                texts, RequestWords.mark(request), words.state(request), "strong"));
        fact.settled().ifPresent(w -> getChildren().add(Bits.text(words.who(w, state.at()))));
        fact.settled()
                .map(w -> Clean.words(w.text(), 1_000))
                .filter(text -> !text.isEmpty())
                .ifPresent(
                        text ->
                                getChildren()
                                        .add(
                                                Bits.text(
                                                        texts.get("requests.quote", "text", text),
                                                        "secondary")));
        String why =
                switch (fact.state()) {
                    case CLAIMED -> "requests.settled.claimed";
                    case OTHER -> "requests.settled.other";
                    case PENDING, ASIDE, ACCEPTED, REFUSED, WITHDRAWN -> "requests.settled.over";
                };
        getChildren().add(Bits.text(texts.get(why), "note"));
    }

    /** The field to begin with. */
    void focus() {
        if (form != null) {
            form.focus();
        }
    }

    void forget() {
        made = null;
        form = null;
        getChildren().clear();
    }
}
