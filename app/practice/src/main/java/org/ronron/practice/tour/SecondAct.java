package org.ronron.practice.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.ronron.core.desk.Subscription;
import org.ronron.core.engine.OperationView;
import org.ronron.practice.collective.PracticeOwner;

/** The same evening, after the laptop died: the move goes on, is done, and is looked at. */
final class SecondAct {
    private static final Duration MOVE = Duration.ofSeconds(120);

    private SecondAct() {}

    static void play(Stage stage) throws TourException {
        goesOn(stage);
        byHand(stage);
        isDone(stage);
        looksAround(stage);
        theme(stage);
        language(stage);
        sample(stage);
    }

    private static void goesOn(Stage stage) throws TourException {
        stage.hand().click("#rail-operations");
        stage.eye()
                .until(
                        "the operation of before",
                        Stage.PATIENCE,
                        () ->
                                stage.desk().state().operations().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(true));
        stage.done(9, "goes-on");
    }

    /** The plan waits for whoever writes the machine's file; the tour's own servers play them. */
    private static void byHand(Stage stage) throws TourException {
        CompletableFuture<PracticeOwner.Change> asked = new CompletableFuture<>();
        Subscription heard = PracticeOwner.of(stage.desk(), asked::complete);
        try {
            PracticeOwner.Change change =
                    stage.eye()
                            .until(
                                    "a step for whoever writes the machine's configuration",
                                    MOVE,
                                    () -> Optional.ofNullable(asked.getNow(null)));
            stage.hand().click(".operations-page .list-cell");
            stage.eye().until(".step-line", Stage.PATIENCE);
            stage.eye().blink();
            stage.done(10, "by-hand", "node", change.node(), "zone", change.zone());
            stage.tell(Acts.OWNER + change.node() + " " + change.zone());
        } finally {
            heard.close();
        }
    }

    private static void isDone(Stage stage) throws TourException {
        OperationView ended =
                stage.eye()
                        .until(
                                "the move to be done and settled",
                                MOVE,
                                () ->
                                        stage.desk().state().operations().stream()
                                                .filter(SecondAct::ended)
                                                .findFirst());
        if (ended.state() == OperationView.State.STOPPED) {
            throw new TourException("the move stopped: " + why(stage, ended));
        }
        // Garage says of what is staged that somebody did it, until it is asked again.
        stage.eye()
                .until(
                        "the finding of what was staged to be gone",
                        MOVE,
                        () ->
                                stage.desk().state().collective().stream()
                                                .flatMap(c -> c.findings().stream())
                                                .noneMatch(f -> f.kind().equals("staged"))
                                        ? Optional.of(true)
                                        : Optional.empty());
        stage.eye().blink();
        stage.hand().click(".operations-page .list-cell");
        stage.eye().until(".step-line", Stage.PATIENCE);
        stage.eye().blink();
        stage.done(11, "done");
    }

    private static boolean ended(OperationView operation) {
        return operation.state() == OperationView.State.DONE
                || operation.state() == OperationView.State.STOPPED;
    }

    /** Each step's state, with its fault and what a probe found. */
    static String why(Stage stage, OperationView operation) {
        return operation.steps().stream()
                .map(
                        step ->
                                step.state()
                                        + step.fault()
                                                .map(f -> " " + stage.texts().what(f))
                                                .orElse("")
                                        + step.evidence().map(e -> " " + e).orElse(""))
                .collect(Collectors.joining("; "));
    }

    private static void looksAround(Stage stage) throws TourException {
        stage.hand().click("#rail-topology");
        stage.eye()
                .until(
                        FirstAct.NODE + " in " + FirstAct.TO,
                        MOVE,
                        () ->
                                stage.desk().state().collective().stream()
                                        .flatMap(c -> c.nodes().stream())
                                        .filter(n -> n.name().equals(FirstAct.NODE))
                                        .filter(n -> n.zone().equals(FirstAct.TO))
                                        .findFirst());
        stage.hand().click("part:node-" + FirstAct.NODE);
        stage.done(12, "after", "node", FirstAct.NODE, "zone", FirstAct.TO);
        stage.hand().click("#rail-connections");
        stage.done(13, "connections");
        stage.hand().click("#rail-history");
        stage.done(14, "history");
    }

    private static void theme(Stage stage) throws TourException {
        stage.hand().click("#rail-topology");
        set(stage, "theme", "dark");
        stage.done(15, "dark");
        set(stage, "theme", "light");
    }

    private static void language(Stage stage) throws TourException {
        String other = stage.texts().locale().getLanguage().equals("fr") ? "en" : "fr";
        set(stage, "language", other);
        stage.done(16, "language");
        set(stage, "language", stage.texts().locale().getLanguage());
    }

    private static void set(Stage stage, String key, String value) throws TourException {
        stage.desk().setPreference(key, value).join();
        stage.eye()
                .until(
                        key + " " + value,
                        Stage.PATIENCE,
                        () ->
                                Optional.ofNullable(stage.desk().state().preferences().get(key))
                                        .filter(value::equals));
        stage.eye().blink();
        stage.eye().blink();
    }

    private static void sample(Stage stage) throws TourException {
        stage.desk().openSample("deuxfleurs").join();
        stage.eye().untilPart("part:node-pamplemousse", Stage.PATIENCE);
        stage.eye().untilPart("part:node-celeri", Stage.PATIENCE);
        stage.done(17, "sample");
    }
}
