package org.ronron.ui.pages.welcome;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.DeskState;
import org.ronron.core.port.Workspace.CollectiveRow;
import org.ronron.resources.Files;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** Where a volunteer begins: practise, look at a sample, connect machines, or go on. */
public final class WelcomePage implements Page {
    public static final String ID = "welcome";

    private final Ui ui;
    private final Texts texts;
    private final Runnable practise;
    private final ScrollPane view = new ScrollPane();
    private final Label greeting = Bits.text("", "greeting");
    private final NameField name;
    private final Choices choices;
    private final FlowPane own = new FlowPane(8, 8);
    private List<CollectiveRow> drawn = List.of();

    /**
     * @param practise opens the practice collective; called on the FX thread
     */
    public WelcomePage(Ui ui, Runnable practise) {
        this.ui = ui;
        this.texts = ui.texts();
        this.practise = practise;
        this.name = new NameField(ui);
        this.choices = new Choices(ui);
        Region cat = new Region();
        cat.getStyleClass().add("logo-large");
        own.setAlignment(Pos.CENTER);
        own.getStyleClass().add("own-collectives");
        HBox cards = new HBox(14, practice(), samples(), machines());
        cards.setAlignment(Pos.CENTER);
        VBox content =
                Bits.column(
                        16,
                        cat,
                        greeting,
                        Bits.text(texts.get("welcome.what"), "secondary"),
                        name,
                        own,
                        cards,
                        Bits.text(texts.get("welcome.promise"), "note"),
                        choices);
        content.setAlignment(Pos.CENTER);
        content.getStyleClass().add("welcome");
        view.setContent(content);
        view.setFitToWidth(true);
        view.setFitToHeight(true);
        view.getStyleClass().addAll("page", "welcome-page");
    }

    private WelcomeCard practice() {
        Button begin = wide("welcome.practise.go", this::practise, "accent");
        begin.setDefaultButton(true);
        return new WelcomeCard(
                texts.get("welcome.practise"), texts.get("welcome.practise.text"), begin);
    }

    private WelcomeCard samples() {
        HBox ways = Bits.row(8);
        for (String sample : Files.SAMPLES) {
            String label = sample.substring(0, 1).toUpperCase(Locale.ROOT) + sample.substring(1);
            Button open = Bits.button(label, () -> sample(sample), "wide");
            open.setAccessibleText(texts.get("welcome.sample.go", "name", label));
            open.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(open, javafx.scene.layout.Priority.ALWAYS);
            ways.getChildren().add(open);
        }
        return new WelcomeCard(texts.get("welcome.sample"), texts.get("welcome.sample.text"), ways);
    }

    private WelcomeCard machines() {
        WelcomeCard card =
                new WelcomeCard(texts.get("welcome.connect"), texts.get("welcome.connect.text"));
        TextField collective = new TextField();
        collective.setId("welcome-collective");
        collective.setPromptText(texts.get("welcome.connect.name"));
        collective.setAccessibleText(texts.get("welcome.connect.name"));
        collective.setOnAction(e -> create(collective.getText()));
        Button create = wide("welcome.connect.create", () -> create(collective.getText()));
        create.disableProperty().bind(collective.textProperty().map(String::isBlank).orElse(true));
        Button connect =
                wide(
                        "welcome.connect.go",
                        () -> {
                            card.ask(collective, create);
                            collective.requestFocus();
                        });
        card.ask(connect);
        return card;
    }

    private Button wide(String label, Runnable action, String... classes) {
        Button button = Bits.button(texts.get(label), action, classes);
        button.getStyleClass().add("wide");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void practise() {
        name.keep();
        practise.run();
    }

    private void sample(String sample) {
        name.keep();
        Asking.run(ui, ui.desk().openSample(sample), () -> ui.navigator().go("topology"));
    }

    private void create(String collective) {
        if (!collective.isBlank()) {
            name.keep();
            Asking.run(
                    ui,
                    ui.desk().create(collective.strip(), "own"),
                    () -> ui.navigator().go("connections"));
        }
    }

    private void open(CollectiveRow row) {
        name.keep();
        Asking.run(ui, ui.desk().open(row.id()), () -> ui.navigator().go("topology"));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-home";
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(DeskState state) {
        int hour = LocalTime.ofInstant(ui.clock().instant(), ui.zone()).getHour();
        String hello = texts.get(hour >= 18 || hour < 5 ? "welcome.evening" : "welcome.day");
        greeting.setText(
                NameField.name(state)
                        .map(n -> texts.get("welcome.greetingName", "hello", hello, "name", n))
                        .orElseGet(() -> texts.get("welcome.greeting", "hello", hello)));
        name.show(state);
        choices.show(state);
        own(state.collectives());
    }

    private void own(List<CollectiveRow> all) {
        List<CollectiveRow> mine = all.stream().filter(c -> c.kind().equals("own")).toList();
        if (!mine.equals(drawn)) {
            drawn = mine;
            own.getChildren().setAll(Bits.line(texts.get("welcome.own"), "secondary"));
            mine.forEach(c -> own.getChildren().add(Bits.button(c.name(), () -> open(c))));
        }
        Bits.shown(own, !mine.isEmpty());
    }
}
