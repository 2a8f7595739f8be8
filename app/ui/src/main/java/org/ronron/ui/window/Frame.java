package org.ronron.ui.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.Pages;
import org.ronron.ui.pages.requests.RequestsPage;
import org.ronron.ui.pages.spaces.SpacesPage;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Navigator;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Tokens;
import org.ronron.ui.parts.Ui;
import org.ronron.ui.topology.TopologyPage;

/** The same frame around every page, in one language and one theme. */
final class Frame extends StackPane implements Navigator {
    private static final double FOLDS_BELOW = 1180;

    private final Ui ui;
    private final TopologyPage topology;
    private final Pages pages;
    private final List<Page> rail = new ArrayList<>();
    private final TopBar topBar;
    private final Rail railView;
    private final Tray tray;
    private final FindingsStrip findings;
    private final Questions questions;
    private final BorderPane middle = new BorderPane();
    private final BorderPane column = new BorderPane();
    private final BorderPane main = new BorderPane(column);
    private final Overlays overlays = new Overlays();
    private final Toast toast = new Toast();
    private Page current;
    private @Nullable DeskState state;

    Frame(WindowSetting setting, Texts texts, Executor fx, Tokens tokens) {
        ui = new Ui(setting.desk(), texts, this, fx, setting.clock(), setting.zone());
        topology = new TopologyPage(ui, tokens);
        pages = new Pages(ui, setting.practise());
        rail.add(topology);
        rail.addAll(pages.rail());
        current = pages.welcome();
        topBar = new TopBar(ui, this::palette, this::unlock);
        railView = new Rail(ui, rail, this::help);
        tray = new Tray(ui);
        findings = new FindingsStrip(ui);
        questions = new Questions(ui, overlays);
        column.setTop(findings);
        BorderPane right = new BorderPane(main);
        right.setBottom(tray);
        middle.setLeft(railView);
        middle.setCenter(right);
        middle.setTop(topBar);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        StackPane.setMargin(toast, new Insets(0, 0, 64, 0));
        Bits.shown(tray, false);
        getChildren().addAll(middle, overlays, toast);
        widthProperty().addListener((of, before, now) -> fold(now.doubleValue() < FOLDS_BELOW));
    }

    private void fold(boolean folded) {
        topBar.fold(folded);
        railView.fold(folded);
        if (state != null) {
            railView.show(state, current.id());
        }
    }

    String page() {
        return current.id();
    }

    void show(DeskState next) {
        boolean opened = next.collective().isPresent();
        state = next;
        topBar.show(next);
        findings.show(next);
        if (!opened && !current.equals(pages.welcome())) {
            turnTo(pages.welcome());
        } else if (opened && current.equals(pages.welcome())) {
            turnTo(topology);
        } else {
            turnTo(current);
        }
        questions.show(next);
    }

    void tick(Instant now) {
        topBar.tick(now);
    }

    @Override
    public void go(String page) {
        Stream.concat(rail.stream(), Stream.of(pages.review(), pages.welcome()))
                .filter(p -> p.id().equals(page))
                .findFirst()
                .ifPresent(this::turnTo);
    }

    private void turnTo(Page page) {
        if (state == null) {
            return;
        }
        if (!page.equals(current)) {
            overlays.close();
            toast.hush();
            inspect(null);
        }
        current = page;
        if (!page.view().equals(column.getCenter())) {
            column.setCenter(page.view());
        }
        boolean reviewing = page.equals(pages.review());
        railView.show(state, reviewing ? pages.reviewing() : page.id());
        tray.show(state);
        Bits.shown(tray, !state.staged().isEmpty() && state.collective().isPresent() && !reviewing);
        page.show(state);
    }

    @Override
    public void review(Plan plan) {
        pages.review(plan);
        turnTo(pages.review());
    }

    @Override
    public void operation(String id) {
        pages.operation(id);
        go("operations");
    }

    @Override
    public void space(String name) {
        pages.spaces().open(name);
        go(SpacesPage.ID);
    }

    @Override
    public void request(RequestRef ref) {
        pages.request(ref);
        go(RequestsPage.ID);
    }

    @Override
    public void inspect(@Nullable Region content) {
        if (content == null) {
            main.setRight(null);
            return;
        }
        if (!content.getStyleClass().contains("inspector-content")) {
            content.getStyleClass().add("inspector-content");
        }
        if (main.getRight() instanceof ScrollPane scroll) {
            // styling a new one would cost more than all that stands in it
            scroll.setContent(content);
            scroll.setVvalue(0);
            return;
        }
        ScrollPane scroll = Bits.scroll(content);
        scroll.getStyleClass().add("inspector");
        main.setRight(scroll);
    }

    @Override
    public void overlay(Region content) {
        overlays.overlay(content);
    }

    @Override
    public void beside(Region content, Node anchor) {
        overlays.beside(content, anchor);
    }

    @Override
    public void closeOverlay() {
        overlays.close();
    }

    @Override
    public void show(Fault fault) {
        if (fault.code() == OwnError.VAULT_LOCKED) {
            unlock();
        } else {
            overlay(new FaultCard(fault, ui.texts(), overlays::close));
        }
    }

    @Override
    public void say(String text) {
        toast.say(text);
    }

    void palette() {
        if (state != null) {
            overlay(
                    new Palette(
                            ui.texts(),
                            Entries.of(
                                    ui,
                                    state,
                                    rail,
                                    topology,
                                    pages.spaces(),
                                    this::help,
                                    this::unlock),
                            overlays::close));
        }
    }

    private void help() {
        overlay(new HelpCard(ui));
    }

    private void unlock() {
        overlay(new VaultCard(ui, overlays::close));
    }

    /** Takes the last staging back, unless something lies over the page. */
    void undo() {
        if (!overlays.isOpen() && state != null && !state.staged().isEmpty()) {
            ui.desk().staging().unstageLast();
            say(ui.texts().get("tray.undone"));
        }
    }

    void refresh() {
        ui.desk().refresh();
    }
}
