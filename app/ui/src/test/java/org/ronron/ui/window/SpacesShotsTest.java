package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Space;

/** Pictures of the page of spaces, to be looked at; no text of it is missing or cut. */
class SpacesShotsTest {
    private static void shoot(
            Collective of, String name, String language, String theme, Consumer<WindowRig> then) {
        var state = States.preferring(Farm.state(of), Map.of("language", language, "theme", theme));
        try (WindowRig rig = SpacesPageTest.opened(state)) {
            rig.desk.spaces.slowLook = Optional.empty();
            rig.desk.spaces.look = Farm.look(Farm.AMAP);
            then.accept(rig);
            rig.shoot("spaces-" + name + "-" + language + "-" + theme);
            assertFalse(rig.texts().contains("["), rig.texts());
            assertEquals(List.of(), rig.cut());
        }
    }

    private static void choose(WindowRig rig, String name) {
        TableView<?> table = (TableView<?>) rig.find("spaces-table");
        Fx.run(
                () -> {
                    for (int i = 0; i < table.getItems().size(); i++) {
                        if (((Space) table.getItems().get(i)).name().equals(name)) {
                            table.getSelectionModel().select(i);
                        }
                    }
                });
        rig.awaitShown("space-says");
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void aFew(String language, String theme) {
        shoot(Farm.few(), "few", language, theme, rig -> {});
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void veryMany(String language, String theme) {
        shoot(Farm.many(10_000), "many", language, theme, rig -> {});
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void oneIsOpen(String language, String theme) {
        shoot(
                Farm.few(),
                "open",
                language,
                theme,
                rig -> {
                    choose(rig, Farm.AMAP);
                    rig.awaitShown("link-check");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void oneIsWrong(String language, String theme) {
        shoot(
                Farm.silent(Farm.few()),
                "wrong",
                language,
                theme,
                rig -> {
                    rig.desk.spaces.slowLook = Optional.of(new CompletableFuture<>());
                    choose(rig, "chorale-eloi");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void removing(String language, String theme) {
        shoot(
                Farm.few(),
                "remove",
                language,
                theme,
                rig -> {
                    choose(rig, Farm.AMAP);
                    rig.awaitShown("link-check");
                    SpacesPageTest.press(rig, "space-remove");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void anotherQuota(String language, String theme) {
        shoot(
                Farm.few(),
                "quota",
                language,
                theme,
                rig -> {
                    choose(rig, Farm.AMAP);
                    rig.awaitShown("link-check");
                    SpacesPageTest.press(rig, "space-quota");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void none(String language, String theme) {
        shoot(Farm.bare(), "none", language, theme, rig -> {});
    }
}
