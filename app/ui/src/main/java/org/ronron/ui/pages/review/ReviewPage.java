package org.ronron.ui.pages.review;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Rights;
import org.ronron.core.port.OwnError;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Copying;
import org.ronron.ui.pages.shared.Permission;
import org.ronron.ui.pages.shared.PlanWords;
import org.ronron.ui.pages.shared.Strip;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** The plan, read before it is applied. Nothing is touched from here but by the one button. */
public final class ReviewPage implements Page {
    public static final String ID = "review";

    private final Ui ui;
    private final Texts texts;
    private final Applying applying;
    private final BorderPane view = new BorderPane();
    private final Label age = Bits.line("", "note");
    private final Strip strip;
    private @Nullable Plan plan;
    private @Nullable Button apply;
    private boolean forbidden;

    public ReviewPage(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
        this.applying = new Applying(ui.desk());
        this.strip = new Strip(texts);
        view.getStyleClass().addAll("page", "review-page");
        view.setCenter(Bits.text(texts.get("review.none"), "empty"));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-check-square";
    }

    @Override
    public Region view() {
        return view;
    }

    /** The page in the rail that its plan belongs to. */
    public String from() {
        return plan == null ? "topology" : Origin.of(plan).page();
    }

    /** Puts this plan on the page. */
    public void open(Plan next) {
        plan = next;
        DeskState state = ui.desk().state();
        String title =
                texts.get(
                        "review.title",
                        "plan",
                        new PlanWords(texts).title(next, state.collective()));
        strip.hide();
        forbidden = false;
        VBox content = Bits.column(12, header(title), strip, body(next));
        content.getStyleClass().add("page-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        view.setCenter(scroll);
        view.setBottom(bar(next, title));
        show(state);
    }

    @Override
    public void show(DeskState state) {
        if (plan == null) {
            return;
        }
        age.setText(
                texts.get(
                        "review.meta",
                        "id",
                        plan.shortId(),
                        "age",
                        texts.figures().age(plan.computed(), ui.clock().instant()),
                        "time",
                        texts.figures().time(plan.computed(), ui.zone())));
        moved(plan, state);
        rights(plan, state);
    }

    /** What our logins may not do is said on the button, before anybody tries. */
    private void rights(Plan of, DeskState state) {
        List<Fault> missing = state.collective().map(c -> Rights.missing(of, c)).orElse(List.of());
        if (apply == null) {
            return;
        }
        apply.setText(
                missing.isEmpty()
                        ? texts.count("review.apply", of.steps().size())
                        : texts.get(
                                "review.apply.forbidden",
                                "endpoint",
                                missing.getFirst().endpoint()));
        if (forbidden != !missing.isEmpty()) {
            forbidden = !missing.isEmpty();
            apply.setDisable(forbidden);
            strip.hide();
        }
        if (forbidden && !strip.isVisible()) {
            strip(missing.getFirst(), "review.connections", () -> ui.navigator().go("connections"));
        }
    }

    private HBox header(String title) {
        HBox header =
                Bits.row(
                        8,
                        Bits.button(texts.get("review.back"), this::back, "small"),
                        Bits.line(title, "page-title"),
                        Bits.spring(),
                        age);
        age.setMinWidth(Region.USE_PREF_SIZE);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void back() {
        if (plan == null) {
            ui.navigator().go("topology");
        } else {
            Origin.of(plan).back(ui.navigator());
        }
    }

    private HBox body(Plan of) {
        StepTable steps = new StepTable(ui, of.steps());
        HBox.setHgrow(steps, Priority.ALWAYS);
        VBox right =
                Bits.column(
                        12,
                        new ForecastCard(texts, of),
                        words("review.preview", "review.preview.text"),
                        words("review.undo", wayBack(of)));
        Bits.shown(right.getChildren().get(1), !of.forecasts().isEmpty());
        if (LoadCard.of(of)) {
            right.getChildren().add(1, new LoadCard(texts, of));
        }
        right.getStyleClass().add("side");
        HBox body = new HBox(10, steps, right);
        body.setAlignment(Pos.TOP_LEFT);
        body.setFillHeight(false);
        return body;
    }

    private static String wayBack(Plan of) {
        if (of.undoes().isPresent()) {
            return "review.undo.again";
        }
        return of.changes().stream()
                .findFirst()
                .map(
                        change ->
                                switch (change) {
                                    case MakeSpace make -> "review.undo.space";
                                    case AlterSpace alter -> "review.undo.alter";
                                    case AnswerRequest answer -> "review.undo.answer";
                                    case BackupChange backup -> "review.undo.backup";
                                    case Mend mend -> "review.undo.mend";
                                    default -> "review.undo.text";
                                })
                .orElse("review.undo.text");
    }

    private VBox words(String title, String text) {
        VBox card =
                Bits.column(
                        8,
                        Bits.line(texts.get(title), "section-title"),
                        Bits.text(texts.get(text), "secondary"));
        card.getStyleClass().add("card");
        return card;
    }

    private HBox bar(Plan of, String title) {
        Button go =
                Bits.button(
                        texts.count("review.apply", of.steps().size()),
                        () -> send(of, applying.apply(of)),
                        "accent");
        go.setDefaultButton(true);
        apply = go;
        HBox bar =
                Bits.row(
                        12,
                        Bits.line(texts.get("review.untouched"), "secondary"),
                        Bits.spring(),
                        Bits.button(
                                texts.get("review.copy"),
                                () -> Copying.copy(ui, PlanText.of(of, title, texts))),
                        go);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("tray");
        return bar;
    }

    private void send(Plan sent, CompletableFuture<String> promise) {
        busy(true);
        Asking.ask(
                ui,
                promise,
                id -> {
                    busy(false);
                    ui.navigator().operation(id);
                },
                fault -> {
                    busy(false);
                    refused(sent, fault);
                });
    }

    private void refused(Plan sent, Fault fault) {
        if (fault.code() == OwnError.PLAN_STALE) {
            strip(fault, "review.again", () -> compute(sent));
        } else if (Permission.isMissing(fault)) {
            strip(fault, "review.allow", () -> send(sent, applying.allowAndApply(sent)));
        } else {
            ui.navigator().show(fault);
        }
    }

    private void strip(Fault fault, String label, Runnable help) {
        strip.show(
                texts.what(fault),
                texts.remedy(fault),
                fault.code().id(),
                Bits.button(texts.get(label), help));
    }

    private void compute(Plan old) {
        Asking.ask(ui, applying.again(old), this::open, ui.navigator()::show);
    }

    private void busy(boolean busy) {
        if (apply != null) {
            apply.setDisable(busy || forbidden);
        }
    }

    /** Says so, before anybody tries, when an endpoint has said something else since. */
    private void moved(Plan of, DeskState state) {
        if (state.operations().stream().anyMatch(o -> o.plan().id().equals(of.id()))) {
            return;
        }
        List<String> names =
                state.collective().stream()
                        .flatMap(c -> c.endpoints().stream())
                        .filter(e -> differs(of, e))
                        .map(EndpointView::name)
                        .toList();
        if (!names.isEmpty() && !strip.isVisible()) {
            strip.show(
                    texts.get("review.moved", "names", String.join(", ", names)),
                    texts.get("review.moved.remedy"),
                    "",
                    Bits.button(texts.get("review.again"), () -> compute(of)));
        }
    }

    private static boolean differs(Plan plan, EndpointView endpoint) {
        String basis = plan.basis().get(endpoint.id());
        return basis != null
                && !endpoint.fingerprint().isEmpty()
                && !basis.equals(endpoint.fingerprint());
    }
}
