package org.ronron.ui.pages.requests;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.ronron.api.RequestFact;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.NameCheck;
import org.ronron.core.model.Request;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Chip;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** What helps to decide: what the organisation says of itself, and what is known already. */
final class RequestDetail extends VBox {
    private static final int REASON = 900;
    private static final int WHOLE = 10_000;
    private static final double WRAP = 260;
    private static final double SOURCE = 70;

    /** All that is drawn: while it is equal, nothing is drawn anew. */
    private record Drawn(Request request, Earlier earlier, NameCheck check, String place) {}

    private final Ui ui;
    private final Texts texts;
    private final RequestWords words;
    private final ContactView contact;
    private @Nullable Drawn drawn;

    RequestDetail(Ui ui) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.words = new RequestWords(texts);
        this.contact = new ContactView(ui);
        setId("request-detail");
    }

    /** In a card that scrolls. */
    VBox card() {
        ScrollPane scroll = Bits.scroll(this);
        VBox card = new VBox(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card.getStyleClass().addAll("card", "request-detail");
        return card;
    }

    void show(Request request, Collective now, DeskState state) {
        Drawn next =
                new Drawn(
                        request,
                        Earlier.of(request, now),
                        NameCheck.of(request.fact().wished(), now.spaces()),
                        place(now));
        if (!next.equals(drawn)) {
            drawn = next;
            draw(next, state.at());
        }
        if (!contact.isOpen(request.ref())) {
            contact.read(request.ref());
        }
    }

    /** Whom to write to does not stay; the rest is there when one comes back. */
    void leave() {
        contact.forget();
    }

    /** Nothing of it stays. */
    void forget() {
        contact.forget();
        drawn = null;
        getChildren().clear();
    }

    /** The domain that spaces here live under, as far as one of them tells. */
    private static String place(Collective now) {
        return now.spaces().stream()
                .filter(s -> s.address().startsWith(s.name() + "."))
                .map(s -> s.address().substring(s.name().length()))
                .findFirst()
                .orElse("");
    }

    private void draw(Drawn of, Instant now) {
        RequestFact fact = of.request().fact();
        getChildren().setAll(head(of.request()), facts(of));
        String reason = Clean.words(fact.purpose(), WHOLE);
        if (!reason.isEmpty()) {
            getChildren().add(section("requests.reason", reason(reason)));
        }
        getChildren().add(new KnownView(ui, of.request(), of.earlier(), now).section());
        getChildren().add(new NotesView(ui, of.request(), now));
    }

    private HBox head(Request request) {
        Label name = Bits.text(words.organisation(request), "page-title");
        name.setId("request-organisation");
        FlowPane who = new FlowPane(8, 4, name);
        who.setPrefWrapLength(WRAP);
        who.setRowValignment(VPos.CENTER);
        who.setMinWidth(0);
        name.maxWidthProperty().bind(who.widthProperty());
        HBox.setHgrow(who, Priority.ALWAYS);
        String kind = words.kind(request);
        if (!kind.isEmpty()) {
            who.getChildren().add(new Chip(kind));
        }
        Label source = Bits.text(source(request), "note");
        source.setTextAlignment(TextAlignment.RIGHT);
        source.setMinWidth(SOURCE);
        HBox row = Bits.row(8, who, source);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private String source(Request request) {
        return request.ref().byHand()
                ? texts.get("requests.byHand")
                : texts.get(
                        "requests.source",
                        "key",
                        Clean.line(request.ref().key(), 16),
                        "version",
                        Clean.line(request.fact().version(), 8),
                        "source",
                        Clean.line(request.source(), 20));
    }

    private KeyValues facts(Drawn of) {
        RequestFact fact = of.request().fact();
        KeyValues rows = new KeyValues(140);
        add(rows, "requests.sector", words.sector(of.request()));
        fact.employees().ifPresent(n -> add(rows, "requests.employees", figure(n)));
        fact.budget()
                .ifPresent(
                        n ->
                                add(
                                        rows,
                                        "requests.budget",
                                        texts.get("requests.euros", "n", figure(n))));
        rows.add(texts.get("requests.contact"), contact);
        rows.add(texts.get("requests.wished"), wished(of));
        fact.accounts().ifPresent(n -> add(rows, "requests.accounts", figure(n)));
        add(rows, "requests.office", OptionWords.choice(texts, "office", fact.office()));
        return rows;
    }

    private void add(KeyValues rows, String key, String value) {
        if (!value.isEmpty()) {
            rows.add(texts.get(key), value);
        }
    }

    private String figure(long n) {
        return texts.figures().whole(n);
    }

    private Node wished(Drawn of) {
        String wished = Clean.line(of.request().fact().wished(), 60);
        if (wished.isEmpty()) {
            return Bits.text(texts.get("requests.wished.none"));
        }
        boolean name =
                of.check().state() == NameCheck.State.FREE
                        || of.check().state() == NameCheck.State.TAKEN;
        Label address = Bits.text(name ? wished + of.place() : wished, "mono");
        RequestWords.Said said = words.name(of.check());
        boolean open = RequestFilter.open(of.request());
        HBox state = Marked.text(texts, said.mark(), said.text(), "small-words");
        state.setId("request-name-state");
        Bits.shown(state, open);
        return Bits.column(2, address, state);
    }

    /** In quotes, as it was written; what is long unfolds. */
    private Node reason(String reason) {
        String open = texts.get("requests.quote", "text", reason);
        if (reason.length() <= REASON) {
            return Bits.text(open, "secondary", "reason");
        }
        Label text =
                Bits.text(
                        texts.get("requests.quote", "text", Clean.words(reason, REASON)),
                        "secondary",
                        "reason");
        Button more = Bits.button(texts.get("requests.reason.more"), () -> {}, "small");
        more.setOnAction(
                e -> {
                    text.setText(open);
                    Bits.shown(more, false);
                });
        return Bits.column(6, text, more);
    }

    private VBox section(String title, Node content) {
        return Bits.column(8, Bits.line(texts.get(title), "section-title"), content);
    }
}
