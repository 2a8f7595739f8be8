package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.port.Secrets;

/**
 * What lies over the page, in French and light, and in English and dark: no word is cut, none is
 * missing. With a display the English window is of 1920x1080; the headless screen is too small.
 */
class CardShotsTest {
    private record Shot(String name, DeskState state, Consumer<WindowRig> then) {}

    static final double WIDE =
            System.getProperty("fx.platform", "headless").equals("headless") ? 1366 : 1920;
    private static final DeskState.TrustQuestion NEW =
            new DeskState.TrustQuestion(
                    "onion",
                    "onion",
                    "ssh://onion.dathomir.example:22",
                    "ssh-ed25519",
                    "SHA256:977Vxtr3jb7eAM7UUlPWECqk6PTBvxWaoL9CJ4xyv9A",
                    "",
                    false);
    static final DeskState.TrustQuestion CHANGED =
            new DeskState.TrustQuestion(
                    "onion",
                    "onion",
                    "ssh://onion.dathomir.example:22",
                    "ssh-ed25519",
                    "SHA256:977Vxtr3jb7eAM7UUlPWECqk6PTBvxWaoL9CJ4xyv9A",
                    "SHA256:Bt3p0nqC0zN1l0kqY0r6mXr2Qw8pS5cZb7Uo1yFh2Lk",
                    true);

    static final DeskState.TrustQuestion CERTIFICATE =
            new DeskState.TrustQuestion(
                    "garage",
                    "garage-maison",
                    "https://garage.deuxfleurs.example:3903",
                    "x509",
                    "SHA256:977Vxtr3jb7eAM7UUlPWECqk6PTBvxWaoL9CJ4xyv9A",
                    "",
                    false,
                    Optional.of(
                            new DeskState.Certificate(
                                    "signed by itself",
                                    "CN=garage.deuxfleurs.example",
                                    "garage.deuxfleurs.example, 10.83.0.4",
                                    "2026-03-02T09:00:00Z",
                                    "2036-02-28T09:00:00Z")));

    private static List<Shot> shots() {
        Collective own =
                Variants.silentSince(Deuxfleurs.own(), States.NOW.minus(Duration.ofHours(3)));
        DeskState open = States.of(own, "fr", "light");
        return List.of(
                new Shot("help", open, rig -> press(rig, "rail-help")),
                new Shot("palette", open, rig -> press(rig, "search")),
                new Shot("trust-new", States.asking(open, NEW), rig -> {}),
                new Shot("trust-changed", States.asking(open, CHANGED), rig -> {}),
                new Shot("trust-certificate", States.asking(open, CERTIFICATE), rig -> {}),
                new Shot("findings", open, rig -> press(rig, "findings-see")),
                new Shot(
                        "vault",
                        States.vault(open, Secrets.State.LOCKED),
                        rig -> press(rig, "vault-sign")),
                new Shot(
                        "vault-forgotten",
                        States.vault(open, Secrets.State.LOCKED),
                        rig -> {
                            press(rig, "vault-sign");
                            press(rig, "unlock-forgotten");
                        }),
                new Shot("vault-open", States.vault(open, Secrets.State.OPEN), rig -> {}),
                new Shot(
                        "unplaced",
                        States.of(Variants.withUnplaced(own, "prune"), "fr", "light"),
                        rig -> {}));
    }

    private static void press(WindowRig rig, String id) {
        Button button = (Button) rig.find(id);
        Fx.run(button::fire);
        rig.settle();
    }

    @TestFactory
    Stream<DynamicTest> noWordIsCut() {
        return shots().stream()
                .flatMap(
                        shot ->
                                Stream.of(
                                        test(shot, "fr", "light", 1366, 768),
                                        test(shot, "en", "dark", WIDE, WIDE * 9 / 16)));
    }

    private static DynamicTest test(
            Shot shot, String language, String theme, double width, double height) {
        String name = shot.name() + "-" + language + "-" + theme;
        return DynamicTest.dynamicTest(name, () -> draw(shot, language, theme, width, height));
    }

    private static void draw(
            Shot shot, String language, String theme, double width, double height) {
        DeskState state =
                States.preferring(shot.state(), Map.of("language", language, "theme", theme));
        try (WindowRig rig = new WindowRig(state)) {
            rig.size(width, height);
            shot.then().accept(rig);
            rig.shoot(shot.name() + "-" + language + "-" + theme);
            assertFalse(rig.texts().contains("["), rig.texts());
            assertEquals(List.of(), rig.cut());
        }
    }
}
