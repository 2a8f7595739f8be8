package org.ronron.ui.pages.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.RequestFact;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestRef;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** The requests on the left: those that wait, those decided, or all. Rows are made as seen. */
final class RequestList extends VBox {
    private static final double ROW = 66;
    private static final Duration MONTH = Duration.ofDays(30);

    private final Texts texts;
    private final ListView<Request> list = new ListView<>();
    private final MenuButton filter = new MenuButton();
    private final Label none = Bits.text("", "secondary");
    private final Label decided = Bits.text("", "note");
    private final Consumer<Request> chosen;
    private List<Request> all = List.of();
    private RequestFilter shown = RequestFilter.WAITING;
    private @Nullable RequestRef open;
    private Instant aged = Instant.EPOCH;
    private boolean filling;

    /**
     * @param chosen called with each request that a person selects
     * @param enter what the Enter key does
     * @param write opens the form for a request that came another way
     */
    RequestList(Ui ui, Consumer<Request> chosen, Runnable enter, Runnable write) {
        super(8);
        this.texts = ui.texts();
        this.chosen = chosen;
        getStyleClass().add("request-list");
        filters();
        list.setId("requests-list");
        list.setAccessibleText(texts.get("page.requests"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(of -> new RequestCell(ui));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((of, before, now) -> selected(now));
        list.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        enter.run();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        Button note = Bits.button(texts.get("requests.write"), write, "small");
        note.setId("requests-write");
        getChildren()
                .addAll(
                        Bits.row(
                                8,
                                Bits.whole(texts.get("page.requests"), "page-title"),
                                Bits.spring(),
                                filter),
                        list,
                        none,
                        decided,
                        note);
    }

    private void filters() {
        filter.setId("requests-filter");
        filter.getStyleClass().add("pill");
        filter.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (RequestFilter each : RequestFilter.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get(each.text()));
            item.setId("requests-filter-" + each.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(each == shown);
            item.setOnAction(e -> filter(each));
            filter.getItems().add(item);
        }
    }

    private void filter(RequestFilter next) {
        shown = next;
        ((RadioMenuItem) filter.getItems().get(next.ordinal())).setSelected(true);
        fill(true);
    }

    /**
     * Draws these. What is open stays open, even when a colleague's answer takes it out of the list
     * that is shown.
     */
    void show(List<Request> requests, Instant now) {
        boolean same = requests.equals(all);
        all = requests;
        decided.setText(decided(now));
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (!same) {
            fill(false);
        } else if (!minute.equals(aged)) {
            list.refresh(); // makes all rows anew, for their ages: not with each second
        }
        aged = minute;
    }

    private void fill(boolean another) {
        List<Request> wanted = shown.of(all);
        filling = true;
        list.getItems().setAll(wanted);
        filling = false;
        list.setMaxHeight(wanted.size() * ROW + 2);
        list.setMinHeight(wanted.isEmpty() ? 0 : ROW);
        filter.setText(texts.get(shown.text()) + "\u00a0" + texts.figures().whole(wanted.size()));
        filter.setAccessibleText(texts.get("requests.filter", "shown", filter.getText()));
        none.setText(texts.get(shown.text() + ".none"));
        Bits.shown(list, !wanted.isEmpty());
        Bits.shown(none, wanted.isEmpty());
        boolean stays = open != null && all.stream().anyMatch(r -> r.ref().equals(open));
        if (open == null || !select(open)) {
            list.getSelectionModel().clearSelection();
            if (!wanted.isEmpty() && (another || !stays)) {
                list.getSelectionModel().select(0);
            }
        }
    }

    /** Selects it among those that are shown. */
    private boolean select(RequestRef ref) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).ref().equals(ref)) {
                list.getSelectionModel().clearAndSelect(i);
                return true;
            }
        }
        return false;
    }

    /** Shows this request, in whichever list it stands. */
    void open(RequestRef ref) {
        if (!select(ref)) {
            filter(RequestFilter.ALL);
            select(ref);
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
    }

    private void selected(@Nullable Request request) {
        if (request != null && !filling) {
            open = request.ref();
            chosen.accept(request);
        }
    }

    private String decided(Instant now) {
        Instant since = now.minus(MONTH);
        long accepted = since(since, RequestFact.State.ACCEPTED);
        long refused = since(since, RequestFact.State.REFUSED);
        Bits.shown(decided, accepted + refused > 0);
        return texts.get(
                "requests.decided",
                "accepted",
                texts.count("requests.accepted", accepted),
                "refused",
                texts.count("requests.refused", refused));
    }

    private long since(Instant since, RequestFact.State state) {
        return all.stream()
                .map(Request::fact)
                .filter(f -> f.state() == state)
                .filter(f -> f.settled().filter(w -> w.at().isAfter(since)).isPresent())
                .count();
    }

    void focus() {
        list.requestFocus();
    }
}
