package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fault;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.StepState;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.port.OwnError;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.window.RonronWindow;
import org.ronron.ui.window.WindowSetting;

/** From what is staged to an operation that stopped, through the real window of 1366x768. */
class WalkTest {
    private final FakeDesk desk = new FakeDesk(staged());
    private final Stage stage = FxWindow.on(Stage::new);
    private final Scene scene =
            FxWindow.on(
                    () -> {
                        RonronWindow window =
                                new RonronWindow(
                                        new WindowSetting(
                                                desk,
                                                InstantSource.fixed(Examples.NOW),
                                                ZoneId.of("Europe/Paris"),
                                                Locale.FRENCH,
                                                () -> {}),
                                        new FxBridge());
                        window.show(stage);
                        return window.scene();
                    });

    private static DeskState staged() {
        return with(Examples.state(), List.<NodeChange>copyOf(Examples.plan().moves()));
    }

    private static DeskState with(DeskState state, List<NodeChange> moves) {
        Map<String, String> preferences = new HashMap<>(state.preferences());
        preferences.put("theme", "light");
        return new DeskState(
                state.collective(),
                state.collectives(),
                moves,
                state.operations(),
                HistoryPageTest.history(6).history(),
                state.questions(),
                state.vault(),
                preferences,
                state.trouble(),
                false,
                state.at());
    }

    private Parent root() {
        return scene.getRoot();
    }

    @Test
    void aStagedMoveIsReviewedAppliedStoppedAndHandedOver() {
        FxWindow.press(root(), "Relire avant d’appliquer");
        assertEquals(List.of("review"), desk.calls);
        assertTrue(read().contains("Relire\u00a0: porter onion de dathomir à corrin"), read());
        FxWindow.shoot(scene, "window-review");

        desk.refuse("apply", Fault.of(OwnError.WRITING_OFF, "garage-maison"));
        FxWindow.press(root(), "Appliquer ces 5 étapes");
        FxWindow.shoot(scene, "window-review-writing-off");
        FxWindow.press(root(), "Permettre l’écriture 1 h et appliquer");
        assertEquals(
                List.of(
                        "review",
                        "apply 7K2F",
                        "allowWriting " + Examples.GARAGE + " PT1H",
                        "apply 7K2F"),
                desk.calls);

        desk.become(with(Examples.with(ExampleOperations.stopped(StepState.REFUSED)), List.of()));
        FxWindow.settle();
        assertTrue(read().contains("arrêtée à l’étape 3 sur 5"), read());
        FxWindow.shoot(scene, "window-operation-stopped");
        FxWindow.press(root(), "Passer la main, avec un mot");
        FxWindow.type(root(), "hand-over-word", "Demander à Max le jeton.");
        FxWindow.shoot(scene, "window-hand-over");
        FxWindow.press(root(), "Passer la main");
        assertEquals(
                "handOver " + Examples.OPERATION + " Demander à Max le jeton.",
                desk.calls.getLast());
        assertFalse(read().contains("Ce que votre collègue doit savoir"), read());
        FxWindow.run(stage::close);
    }

    @Test
    void theRailLeadsToEveryPage() {
        for (String page : List.of("Connexions", "Historique", "Opérations")) {
            FxWindow.press(root(), page);
            assertTrue(read().contains(page), read());
            assertFalse(read().contains("["), read());
            FxWindow.shoot(scene, "window-" + page);
            if (page.equals("Historique")) {
                columnsFillTheTable();
            }
        }
        desk.become(Examples.welcome("theme", "dark", "name", "Camille"));
        FxWindow.settle();
        assertTrue(read().contains("Par où commencer"), read());
        FxWindow.shoot(scene, "window-welcome");
        FxWindow.run(stage::close);
        assertEquals(Optional.empty(), desk.state().collective());
    }

    private void columnsFillTheTable() {
        TableView<?> table = (TableView<?>) FxWindow.on(() -> root().lookup(".table-view"));
        double columns =
                FxWindow.on(() -> table.getColumns().stream().mapToDouble(c -> c.getWidth()).sum());
        assertEquals(table.getWidth(), columns, 20);
    }

    private String read() {
        return FxWindow.read(root());
    }
}
