package org.ronron.ui.pages.spaces;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Space;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** The spaces of the collective: searched as one types, one of them open beside the list. */
public final class SpacesPage implements Page {
    public static final String ID = "spaces";

    private static final double GAP = 12;

    private final Ui ui;
    private final Texts texts;
    private final BorderPane view = new BorderPane();
    private final TextField typed = new TextField();
    private final FilterPills pills;
    private final SpaceTable table;
    private final Label none = Bits.text("", "secondary");
    private final SpaceDetail detail;
    private final HBox body;
    private final VBox overview;
    private final NoSpaces nothing;
    private final SpaceSearch search = new SpaceSearch();
    private final Looking looking;
    private String open = "";
    private Optional<Space> drawn = Optional.empty();
    private boolean filling;
    private SpaceIndex latest = SpaceIndex.EMPTY;

    public SpacesPage(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
        view.getStyleClass().addAll("page", "spaces-page");
        pills = new FilterPills(texts, this::filter);
        table = new SpaceTable(ui);
        looking = new Looking(ui, this::redraw);
        detail = new SpaceDetail(ui, this::close, looking::again);
        nothing = new NoSpaces(ui);
        typed.setId("spaces-search");
        typed.setPromptText(texts.get("spaces.search"));
        typed.setAccessibleText(texts.get("spaces.search"));
        typed.setPrefWidth(320);
        typed.textProperty().addListener((of, before, now) -> type(now));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setPlaceholder(none);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((of, before, now) -> selected(now));
        HBox header =
                Bits.row(
                        GAP,
                        Bits.whole(texts.get("page.spaces"), "page-title"),
                        typed,
                        Bits.spring(),
                        pills);
        HBox.setHgrow(table, Priority.ALWAYS);
        body = new HBox(GAP, table);
        body.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        overview = Bits.column(GAP, header, body);
        overview.getStyleClass().add("page-content");
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        view.setCenter(overview);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-layers";
    }

    @Override
    public Region view() {
        return view;
    }

    /** How many there are; no alarm. */
    @Override
    public int badge(DeskState state) {
        return state.collective().map(c -> c.spaces().size()).orElse(0);
    }

    @Override
    public boolean badgeIsQuiet() {
        return true;
    }

    /** Opens this space; the caller then shows the page. */
    public void open(String name) {
        typed.clear();
        pills.choose(Filter.ALL);
        search.filter(Filter.ALL);
        fill();
        turn(name);
        table.scrollTo(Math.max(0, search.place(name) - 3));
    }

    /** The first few that hold all the words typed. */
    public List<Space> find(String words, int most) {
        SpaceSearch once = new SpaceSearch();
        once.over(index(ui.desk().state()));
        once.type(words);
        return once.found().stream().limit(most).toList();
    }

    @Override
    public void show(DeskState state) {
        SpaceIndex now = index(state);
        if (!now.equals(search.index())) {
            search.over(now);
            pills.count(now);
            table.room(now.spaces().size());
            fill();
        }
        boolean empty = now.spaces().isEmpty() && open.isEmpty();
        view.setCenter(empty ? nothing : overview);
        if (empty) {
            nothing.show(state);
        }
        table.silent(silent(state));
        draw(state);
    }

    /** Folded anew only when the desk has other spaces. */
    @SuppressWarnings("ReferenceEquality") // the same list as long as nothing of it has changed
    private SpaceIndex index(DeskState state) {
        List<Space> spaces = state.collective().map(Collective::spaces).orElse(List.of());
        if (spaces != latest.spaces()) {
            latest = SpaceIndex.of(spaces);
        }
        return latest;
    }

    private static Set<String> silent(DeskState state) {
        return state.collective().stream()
                .filter(c -> !c.kind().equals("sample"))
                .flatMap(c -> c.endpoints().stream())
                .filter(e -> e.state() != EndpointView.State.FINE)
                .map(EndpointView::id)
                .collect(Collectors.toSet());
    }

    private void type(String words) {
        search.type(words);
        fill();
    }

    private void filter(Filter filter) {
        search.filter(filter);
        fill();
    }

    /** The lines that were found; the one that is open stays chosen, if it is among them. */
    private void fill() {
        filling = true;
        table.fill(search.found());
        int place = open.isEmpty() ? -1 : search.place(open);
        if (place >= 0) {
            table.getSelectionModel().select(place);
        }
        none.setText(texts.get("spaces.none.found"));
        filling = false;
    }

    private void selected(@Nullable Space space) {
        if (!filling && space != null && !space.name().equals(open)) {
            turn(space.name());
        }
    }

    private void turn(String name) {
        open = name;
        drawn = Optional.empty();
        looking.at(name);
        if (!name.isEmpty() && body.getChildren().size() == 1) {
            table.narrow(true);
            body.getChildren().add(detail);
        }
        redraw();
    }

    private void close() {
        open = "";
        looking.at("");
        body.getChildren().remove(detail);
        table.getSelectionModel().clearSelection();
        table.narrow(false);
        typed.requestFocus();
    }

    private void redraw() {
        draw(ui.desk().state());
    }

    private void draw(DeskState state) {
        if (open.isEmpty() || state.collective().isEmpty()) {
            return;
        }
        Optional<Space> space = state.collective().get().space(open);
        if (space.isEmpty()) {
            detail.showUnknown(open, state);
        } else {
            if (drawn.isPresent() && !drawn.equals(space)) {
                looking.again();
            }
            detail.show(space.get(), state, search.index(), looking);
        }
        drawn = space;
    }

    /** From the field into the list; Enter opens the first. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        } else if (event.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
            table.requestFocus();
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        } else {
            return;
        }
        event.consume();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
            close();
            event.consume();
        }
    }
}
