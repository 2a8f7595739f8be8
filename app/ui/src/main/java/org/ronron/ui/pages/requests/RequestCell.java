package org.ronron.ui.pages.requests;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.RequestFact;
import org.ronron.core.model.Request;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** A request in the list: who, since when, the name that is wished. */
final class RequestCell extends ListCell<Request> {
    private final Ui ui;
    private final RequestWords words;

    RequestCell(Ui ui) {
        this.ui = ui;
        this.words = new RequestWords(ui.texts());
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("request-cell");
    }

    @Override
    protected void updateItem(@Nullable Request request, boolean empty) {
        super.updateItem(request, empty);
        setText(null);
        setGraphic(empty || request == null ? null : card(request));
        if (!empty && request != null) {
            setAccessibleText(words.organisation(request) + ", " + words.state(request));
        }
    }

    private VBox card(Request request) {
        RequestFact fact = request.fact();
        String age = ui.texts().figures().age(fact.submitted(), ui.clock().instant());
        Label name = Bits.line(words.organisation(request), "strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = Bits.row(8, name, Bits.whole(age, "note"));
        HBox below = Bits.row(6);
        if (fact.state() != RequestFact.State.PENDING) {
            StateMark mark = new StateMark(RequestWords.mark(request), ui.texts());
            below.getChildren().addAll(mark, Bits.whole(words.state(request), "secondary"));
        }
        String wished = Clean.line(fact.wished(), 30);
        if (!wished.isEmpty()) {
            below.getChildren().add(Bits.line(wished, "mono", "secondary"));
        }
        String kind = words.kind(request);
        if (!kind.isEmpty() && fact.state() == RequestFact.State.PENDING) {
            below.getChildren().add(Bits.line(wished.isEmpty() ? kind : "· " + kind, "secondary"));
        }
        VBox card = Bits.column(2, head, below);
        card.getStyleClass().add("request-card");
        return card;
    }
}
