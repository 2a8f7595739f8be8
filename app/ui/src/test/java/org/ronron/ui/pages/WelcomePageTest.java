package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.ronron.core.desk.DeskState;
import org.ronron.ui.pages.welcome.WelcomePage;

class WelcomePageTest {
    private final AtomicInteger practised = new AtomicInteger();

    private Rig<WelcomePage> rig(Locale language, DeskState state) {
        return Rig.of(language, state, ui -> new WelcomePage(ui, practised::incrementAndGet));
    }

    @Test
    void greetsInTheEveningAndOffersThreeWays() {
        String read = rig(Locale.FRENCH, Examples.welcome()).read();
        assertTrue(read.contains("Bonsoir. Par où commencer\u00a0?"), read);
        assertTrue(read.contains("S’exercer"), read);
        assertTrue(read.contains("Deuxfleurs"), read);
        assertTrue(read.contains("Connecter mes machines"), read);
        assertFalse(read.contains("["), read);
    }

    @Test
    void asksTheNameOnce() {
        Rig<WelcomePage> rig = rig(Locale.FRENCH, Examples.welcome());
        rig.type("welcome-name", " Camille ");
        rig.press("welcome.practise.go");
        assertEquals(List.of("setPreference name=Camille"), rig.desk.calls);
        assertEquals(1, practised.get());
        rig.state(Examples.welcome("name", "Camille"));
        String read = rig.read();
        assertTrue(read.contains("Bonsoir, Camille."), read);
        assertFalse(read.contains(rig.texts.get("welcome.name")), read);
    }

    @Test
    void opensASample() {
        Rig<WelcomePage> rig = rig(Locale.ENGLISH, Examples.welcome("name", "Camille"));
        FxWindow.press(rig.view, "Framaspace");
        assertEquals(List.of("openSample framaspace"), rig.desk.calls);
        assertEquals(List.of("go topology"), rig.navigator.ways);
    }

    @Test
    void createsACollectiveBeforeItConnects() {
        Rig<WelcomePage> rig = rig(Locale.FRENCH, Examples.welcome("name", "Camille"));
        rig.press("welcome.connect.go");
        rig.type("welcome-collective", "Les Chatons du Vercors");
        rig.press("welcome.connect.create");
        assertEquals(List.of("create Les Chatons du Vercors own"), rig.desk.calls);
        assertEquals(List.of("go connections"), rig.navigator.ways);
    }

    @Test
    void listsOnesOwnCollectives() {
        Rig<WelcomePage> rig = rig(Locale.FRENCH, Examples.state());
        FxWindow.run(() -> rig.page.show(rig.desk.state()));
        FxWindow.press(
                (javafx.scene.Parent)
                        FxWindow.on(
                                () ->
                                        FxWindow.all(rig.view).stream()
                                                .filter(
                                                        n ->
                                                                n.getStyleClass()
                                                                        .contains(
                                                                                "own-collectives"))
                                                .findFirst()
                                                .orElseThrow()),
                "Deuxfleurs");
        assertEquals(List.of("open collective"), rig.desk.calls);
    }

    @Test
    @SuppressWarnings("unchecked")
    void languageAndThemeAreKept() {
        Rig<WelcomePage> rig = rig(Locale.FRENCH, Examples.welcome("name", "Camille"));
        FxWindow.run(
                () -> {
                    ((ComboBox<String>) rig.view.lookup("#choice-language")).setValue("en");
                    ((ComboBox<String>) rig.view.lookup("#choice-theme")).setValue("dark");
                });
        assertEquals(
                List.of("setPreference language=en", "setPreference theme=dark"), rig.desk.calls);
    }
}
