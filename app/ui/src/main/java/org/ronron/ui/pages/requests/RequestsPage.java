package org.ronron.ui.pages.requests;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestRef;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.EmptyState;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/**
 * Who asks for a space, what is known of them, and the answer. Whom to write to is read while a
 * request is open and forgotten with it.
 */
public final class RequestsPage implements Page {
    public static final String ID = "requests";

    /** The type of connector by which requests come. */
    private static final String SOURCE = "charon";

    private final Ui ui;
    private final StackPane view = new StackPane();
    private final HBox desk;
    private final EmptyState nothing;
    private final RequestList list;
    private final RequestDetail detail;
    private final DecideCard decide;
    private @Nullable RequestRef open;
    private @Nullable RequestRef wanted;

    public RequestsPage(Ui ui) {
        this.ui = ui;
        Texts texts = ui.texts();
        list = new RequestList(ui, this::chosen, this::toDecide, this::write);
        detail = new RequestDetail(ui);
        decide = new DecideCard(ui);
        VBox middle = detail.card();
        HBox.setHgrow(middle, Priority.ALWAYS);
        desk = new HBox(10, list, middle, decide);
        desk.getStyleClass().add("page-content");
        Button write = Bits.button(texts.get("requests.write"), this::write, "accent");
        write.setId("requests-write-first");
        nothing = new EmptyState(texts.get("requests.none"), texts.get("requests.none.why"), write);
        view.getStyleClass().addAll("page", "requests-page");
        view.getChildren().addAll(desk, nothing);
        view.sceneProperty().addListener((of, before, now) -> left(now == null));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-inbox";
    }

    @Override
    public Region view() {
        return view;
    }

    /** Those that wait for an answer. */
    @Override
    public int badge(DeskState state) {
        return RequestFilter.waiting(requests(state));
    }

    /** Where requests come in, where there is one already, or where a space could be made. */
    @Override
    public boolean offered(DeskState state) {
        return state.collective()
                .filter(
                        c ->
                                !c.requests().isEmpty()
                                        || c.endpoints().stream()
                                                .anyMatch(e -> e.type().equals(SOURCE))
                                        || ui.desk().spaces().blueprints().stream()
                                                .anyMatch(b -> Making.missing(c, b).isEmpty()))
                .isPresent();
    }

    /** Opens one request; if it is not there yet, as soon as it is. */
    public void open(RequestRef ref) {
        wanted = ref;
        show(ui.desk().state());
    }

    @Override
    public void show(DeskState state) {
        List<Request> requests = requests(state);
        Bits.shown(desk, !requests.isEmpty());
        Bits.shown(nothing, requests.isEmpty());
        list.show(requests, state.at());
        RequestRef sought = wanted;
        if (sought != null && requests.stream().anyMatch(r -> r.ref().equals(sought))) {
            wanted = null;
            list.open(sought);
        }
        draw(state);
    }

    private static List<Request> requests(DeskState state) {
        return state.collective().map(Collective::requests).orElse(List.of());
    }

    private void chosen(Request request) {
        open = request.ref();
        draw(ui.desk().state());
    }

    private void draw(DeskState state) {
        Optional<Collective> now = state.collective();
        RequestRef ref = open;
        Optional<Request> request =
                ref == null ? Optional.empty() : now.flatMap(c -> c.request(ref));
        if (request.isPresent() && view.getScene() != null) {
            detail.show(request.get(), now.orElseThrow(), state);
            decide.show(request.get(), now.orElseThrow(), state);
        } else {
            forget();
        }
    }

    private void left(boolean gone) {
        if (gone) {
            detail.leave();
        } else {
            draw(ui.desk().state());
        }
    }

    private void forget() {
        detail.forget();
        decide.forget();
    }

    /** The organisation that asks, as it may stand on one line. */
    public static String nameOf(Texts texts, Request request) {
        return new RequestWords(texts).organisation(request);
    }

    private void toDecide() {
        decide.focus();
    }

    private void write() {
        ui.navigator().overlay(new WriteCard(ui));
    }
}
