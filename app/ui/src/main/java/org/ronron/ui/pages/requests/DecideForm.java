package org.ronron.ui.pages.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.NameCheck;
import org.ronron.core.model.Request;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.SpaceChange;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/**
 * How the space would be made, and the four answers. Nothing is touched from here: what is decided
 * becomes a plan, to be read again.
 */
final class DecideForm extends VBox {
    private static final double KEYS = 92;
    private static final String QUOTA = "quota";

    private final Ui ui;
    private final Texts texts;
    private final Request request;
    private final List<Blueprint> usable;
    private final ComboBox<Blueprint> blueprints;
    private final TextField name = new TextField();
    private final VBox nameState = Bits.column(6);
    private final VBox choices = new VBox();
    private final ForecastView forecast;
    private final Button accept;
    private final Map<String, ComboBox<String>> options = new LinkedHashMap<>();
    private Collective now;
    private List<OperationView> operations = List.of();

    DecideForm(Ui ui, Request request, Collective now) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.request = request;
        this.now = now;
        this.forecast = new ForecastView(texts);
        VBox.setVgrow(this, Priority.ALWAYS);
        List<Blueprint> all = offered();
        usable = all.stream().filter(b -> Making.missing(now, b).isEmpty()).toList();
        blueprints = Combos.of("decide-blueprint", usable, b -> blueprint(b.id()));
        accept = Bits.button(texts.get("requests.accept"), this::accept, "accent", "wide");
        accept.setId("decide-accept");
        ScrollPane scroll = Bits.scroll(top(all));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Bits.shown(accept, !usable.isEmpty());
        getChildren()
                .addAll(
                        scroll,
                        accept,
                        answer("ask", AnswerRequest.Answer.ASK, ""),
                        answer("aside", AnswerRequest.Answer.ASIDE, ""),
                        answer("refuse", AnswerRequest.Answer.REFUSE, "danger"));
        if (!usable.isEmpty()) {
            blueprints.getSelectionModel().select(0);
            choose();
        }
    }

    /** Those that this request can be fulfilled by, whoever makes the space. */
    private List<Blueprint> offered() {
        String section = Making.section(now, request);
        return ui.desk().spaces().blueprints().stream()
                .filter(b -> !b.section(section).isEmpty())
                .toList();
    }

    private String blueprint(String id) {
        String key = "blueprint." + id + ".name";
        return texts.has(key) ? texts.get(key) : id;
    }

    private VBox top(List<Blueprint> all) {
        VBox top = Bits.column(10, Bits.line(texts.get("requests.decide"), "section-title"));
        if (Making.byDaemon(now, request)) {
            Label daemon = Bits.text(texts.get("requests.daemon"), "decide-daemon");
            daemon.setId("decide-daemon");
            top.getChildren().add(daemon);
        }
        if (usable.isEmpty()) {
            top.getChildren().add(new MissingView(ui, now, all, this::blueprint));
            return top;
        }
        KeyValues rows = new KeyValues(KEYS);
        rows.add(texts.get("requests.blueprint"), blueprints);
        name.setId("decide-name");
        name.getStyleClass().add("mono");
        name.setAccessibleText(texts.get("requests.name"));
        name.setText(
                request.fact().wished().isBlank()
                        ? NameCheck.suggested(request.fact().organisation()).orElse("")
                        : Clean.line(request.fact().wished(), 60));
        name.textProperty().addListener((of, before, typed) -> update());
        nameState.setId("decide-name-state");
        rows.add(texts.get("requests.name"), name);
        blueprints.setMaxWidth(Double.MAX_VALUE);
        blueprints.setOnAction(e -> choose());
        rows.add("", nameState);
        top.getChildren().addAll(Bits.column(6, rows, choices), forecast);
        return top;
    }

    private Button answer(String key, AnswerRequest.Answer answer, String... classes) {
        Button button =
                Bits.button(
                        texts.get("requests." + key),
                        () -> ui.navigator().overlay(new AnswerCard(ui, request, answer)),
                        classes);
        button.getStyleClass().add("wide");
        button.setId("decide-" + key);
        return button;
    }

    /** Lays out what there is to choose for this blueprint. */
    private void choose() {
        Blueprint blueprint = blueprints.getValue();
        options.clear();
        KeyValues rows = new KeyValues(KEYS);
        for (Blueprint.Option option : blueprint.options()) {
            ComboBox<String> box =
                    Combos.of(
                            "decide-" + option.key(),
                            option.choices(),
                            v -> OptionWords.value(texts, option, v));
            String office = request.fact().office();
            boolean wished = option.key().equals("office") && option.choices().contains(office);
            box.setValue(wished ? office : option.preset());
            row(rows, OptionWords.label(texts, option.key()), option.key(), box);
        }
        for (Blueprint.Role role : Making.chosen(now, blueprint)) {
            List<EndpointView> able = Making.able(now, role);
            ComboBox<String> box =
                    Combos.of(
                            "decide-on-" + role.id(),
                            able.stream().map(EndpointView::id).toList(),
                            id -> now.endpoint(id).map(EndpointView::name).orElse(id));
            box.setValue(able.getFirst().id());
            row(rows, ForecastView.system(texts, role.type()), "on." + role.id(), box);
        }
        choices.getChildren().setAll(rows);
        update();
    }

    private void row(KeyValues rows, String label, String key, ComboBox<String> box) {
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(label);
        box.setOnAction(e -> update());
        options.put(key, box);
        rows.add(label, box);
    }

    /** The newest picture; what is being typed stays. */
    void show(Collective picture, List<OperationView> all) {
        now = picture;
        operations = all;
        if (!usable.isEmpty()) {
            update();
        }
    }

    private void update() {
        NameCheck check = NameCheck.of(name.getText().strip(), now.spaces());
        RequestWords.Said said = new RequestWords(texts).name(check);
        boolean empty = name.getText().isBlank();
        nameState
                .getChildren()
                .setAll(
                        Marked.text(
                                texts,
                                empty ? Mark.TODO : said.mark(),
                                empty ? texts.get("requests.name.empty") : said.text(),
                                "small-words"));
        room(check);
        accept.setDisable(check.state() != NameCheck.State.FREE);
        forecast.show(now, request, blueprints.getValue(), chosen(), operations);
    }

    /**
     * Somebody who asked for more room: the space of that name can be given it instead. Only for a
     * request that was typed in, since a source is not told of it.
     */
    private void room(NameCheck check) {
        String taken = name.getText().strip();
        Blueprint blueprint = blueprints.getValue();
        boolean own =
                now.space(taken).filter(s -> s.blueprint().equals(blueprint.id())).isPresent();
        if (request.ref().byHand()
                && check.state() == NameCheck.State.TAKEN
                && own
                && !blueprint.section(QUOTA).isEmpty()) {
            Button more = Bits.button(texts.get("requests.more"), () -> more(taken), "small");
            more.setId("decide-more");
            nameState.getChildren().add(more);
        }
    }

    private void more(String space) {
        Map<String, String> quota = Map.of(QUOTA, chosen().getOrDefault(QUOTA, ""));
        plan(
                new AlterSpace(
                        space,
                        blueprints.getValue().id(),
                        QUOTA,
                        quota,
                        Optional.of(request.ref())));
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        options.forEach((key, box) -> put(chosen, key, box.getValue()));
        return chosen;
    }

    private static void put(Map<String, String> into, String key, @Nullable String value) {
        if (value != null) {
            into.put(key, value);
        }
    }

    private void accept() {
        MakeSpace make =
                new MakeSpace(
                        blueprints.getValue().id(),
                        name.getText().strip(),
                        Clean.line(request.fact().organisation(), 200),
                        chosen(),
                        Optional.of(request.ref()),
                        request.fact().version());
        plan(make);
    }

    private void plan(SpaceChange change) {
        setDisable(true);
        Asking.ask(
                ui,
                ui.desk().spaces().plan(change),
                plan -> {
                    setDisable(false);
                    ui.navigator().review(plan);
                },
                fault -> {
                    setDisable(false);
                    ui.navigator().show(fault);
                });
    }

    void focus() {
        name.requestFocus();
    }
}
