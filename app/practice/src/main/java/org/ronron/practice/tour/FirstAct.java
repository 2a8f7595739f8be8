package org.ronron.practice.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;

/** A volunteer starts the program, looks at the machines, and moves one. */
final class FirstAct {
    static final String NODE = "onion";
    static final String FROM = "dathomir";
    static final String TO = "corrin";
    private static final int MACHINES = 5;
    private static final int SYSTEMS = MACHINES + 2;
    private static final int QUESTIONS = 2;
    private static final int MOST_STEPS = 16;
    private static final Duration SERVERS = Duration.ofSeconds(60);

    private FirstAct() {}

    static void play(Stage stage) throws TourException {
        welcome(stage);
        trust(stage, QUESTIONS);
        trust(stage, QUESTIONS - 1);
        picture(stage);
        carry(stage);
        review(stage);
        apply(stage);
    }

    private static void welcome(Stage stage) throws TourException {
        stage.until(stage.texts().get("welcome.practise.go"));
        stage.hand().write("#welcome-name", stage.texts().get("tour.volunteer"));
        stage.done(1, "welcome");
        stage.clickWords(stage.texts().get("welcome.practise.go"));
    }

    /** One after the other: a machine's key, and the certificate at the far end of a tunnel. */
    private static void trust(Stage stage, int left) throws TourException {
        stage.eye()
                .until(
                        left + " questions of trust",
                        SERVERS,
                        () ->
                                Optional.of(stage.desk().state().questions())
                                        .filter(all -> all.size() == left));
        stage.eye().until("#trust-accept", Stage.PATIENCE);
        stage.eye().blink();
        boolean key =
                stage.eye().ask(() -> stage.eye().texts().stream().anyMatch(FirstAct::isMachine));
        stage.done(key ? 2 : 3, key ? "trust-key" : "trust-certificate");
        stage.hand().click("#trust-accept");
    }

    private static boolean isMachine(String text) {
        return text.startsWith("ssh://");
    }

    private static void picture(Stage stage) throws TourException {
        stage.eye()
                .until(
                        "five machines whose systems all answer",
                        SERVERS,
                        () ->
                                stage.desk()
                                        .state()
                                        .collective()
                                        .filter(c -> c.nodes().size() == MACHINES)
                                        .filter(FirstAct::allAnswer));
        stage.eye().untilPart("part:node-" + NODE, Stage.PATIENCE);
        stage.done(4, "topology");
    }

    private static boolean allAnswer(Collective collective) {
        return collective.endpoints().size() == SYSTEMS
                && collective.endpoints().stream()
                        .allMatch(e -> e.state() == EndpointView.State.FINE);
    }

    private static void carry(Stage stage) throws TourException {
        stage.hand().carry("part:node-" + NODE, "part:zone-" + TO);
        stage.eye().until("#forecast", Stage.PATIENCE);
        stage.eye().untilText(stage.texts().get("topology.forecast.row.capacity"), Stage.PATIENCE);
        stage.done(5, "forecast", "zone", TO);
        stage.hand().drop();
        stage.hand().click("#truth-ALREADY_THERE");
        stage.eye().until("#tray-review", Stage.PATIENCE);
        stage.done(6, "staged");
    }

    private static void review(Stage stage) throws TourException {
        stage.hand().click("#tray-review");
        applyButton(stage);
        stage.done(7, "review");
    }

    private static void apply(Stage stage) throws TourException {
        stage.hand().click(applyButton(stage));
        stage.clickWords(stage.texts().get("review.allow"));
        stage.eye()
                .until(
                        "an operation",
                        Stage.PATIENCE,
                        () ->
                                stage.desk().state().operations().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(true));
        stage.done(8, "under-way");
        stage.tell(Acts.UNDER_WAY);
    }

    /** It says how many steps it applies. */
    static Node applyButton(Stage stage) throws TourException {
        return stage.eye()
                .until(
                        "the button that applies the plan",
                        Stage.PATIENCE,
                        () ->
                                stage.eye().visible(".button").stream()
                                        .filter(n -> says(stage, n))
                                        .findFirst());
    }

    private static boolean says(Stage stage, Node node) {
        return node instanceof Button b
                && IntStream.rangeClosed(1, MOST_STEPS)
                        .mapToObj(n -> stage.texts().count("review.apply", n))
                        .anyMatch(text -> text.equals(b.getText()));
    }
}
