package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.desk.DeskState;
import org.ronron.core.plan.MoveNode;

/** Pictures of the window as it is, to be looked at; no text of it is missing. */
class ShotsTest {
    @ParameterizedTest
    @CsvSource({"fr,light", "fr,dark", "en,light", "en,dark"})
    void topology(String language, String theme) {
        DeskState state = States.of(Deuxfleurs.own(), language, theme);
        DeskState staged =
                States.staged(
                        state,
                        List.of(new MoveNode("n:onion", "corrin", MoveNode.Truth.WILL_CARRY)));
        try (WindowRig rig = new WindowRig(staged)) {
            rig.shoot("topology-" + language + "-" + theme);
            assertFalse(rig.texts().contains("["), rig.texts());
        }
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void sample(String language, String theme) {
        try (WindowRig rig = new WindowRig(States.of(Deuxfleurs.sample(), language, theme))) {
            if (theme.equals("dark")) {
                rig.size(CardShotsTest.WIDE, CardShotsTest.WIDE * 9 / 16);
            }
            rig.shoot("sample-" + language + "-" + theme);
            assertFalse(rig.texts().contains("["), rig.texts());
        }
    }

    @Test
    void welcome() {
        try (WindowRig rig = new WindowRig(States.welcome())) {
            rig.shoot("welcome");
            assertTrue(Files.exists(Path.of("target", "shots", "welcome.png")));
        }
    }
}
