package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ronron.core.desk.DeskState;

/**
 * What a person reads before a key is trusted, in the real window; no key press trusts by itself.
 */
class TrustCardTest {
    private static final DeskState OPEN = States.of(Deuxfleurs.own(), "fr", "light");

    private static DeskState.TrustQuestion question(boolean changed) {
        return new DeskState.TrustQuestion(
                "onion",
                "onion",
                "ssh://onion.dathomir.example:22",
                "ssh-ed25519",
                "SHA256:977Vxtr3jb7eAM7U",
                changed ? "SHA256:Bt3p0nqC0zN1l0kq" : "",
                changed);
    }

    @Test
    void aCertificateSaysWhyItIsAskedForWhomAndUntilWhen() {
        try (WindowRig rig = new WindowRig(States.asking(OPEN, CardShotsTest.CERTIFICATE))) {
            String read = rig.texts();
            assertTrue(read.contains("signé par lui-même"), read);
            assertTrue(read.contains("CN=garage.deuxfleurs.example"), read);
            assertTrue(read.contains("10.83.0.4"), read);
            assertTrue(read.contains("du 2 mars 2026 au 28 février 2036"), read);
            assertTrue(read.contains("SHA256: 977V xtr3 jb7e AM7U"), read);
        }
    }

    @Test
    void aCertificateThatChangedIsCalledOne() {
        DeskState.TrustQuestion changed =
                new DeskState.TrustQuestion(
                        "g",
                        "garage",
                        "https://garage.example:3903",
                        "x509",
                        "SHA256:977Vxtr3",
                        "SHA256:Bt3p0nqC",
                        true);
        try (WindowRig rig = new WindowRig(States.asking(OPEN, changed))) {
            assertTrue(rig.texts().contains("Le certificat de « garage » a changé"), rig.texts());
        }
    }

    @Test
    void noKeyPressTrustsOrForgetsByItself() {
        for (boolean changed : new boolean[] {false, true}) {
            DeskState.TrustQuestion question = question(changed);
            try (WindowRig rig = new WindowRig(States.asking(OPEN, question))) {
                rig.hand.push(KeyCode.ENTER);
                rig.hand.push(KeyCode.SPACE);
                rig.settle();
                assertEquals(
                        List.of(),
                        rig.desk.calls.stream()
                                .filter(c -> c.startsWith("accept") || c.startsWith("forget"))
                                .toList());
                boolean any =
                        Fx.on(
                                () ->
                                        rig.scene().getRoot().lookupAll(".trust .button").stream()
                                                .map(Button.class::cast)
                                                .anyMatch(Button::isDefaultButton));
                assertFalse(any);
            }
        }
    }

    @Test
    void aChangedKeySaysThatEverythingStoppedAndWhatToDo() {
        try (WindowRig rig = new WindowRig(States.asking(OPEN, question(true)))) {
            String read = rig.texts();
            assertTrue(read.contains("Tout est arrêté sur cette connexion"), read);
            assertTrue(read.contains("1. Demandez"), read);
            assertTrue(read.contains("SHA256: Bt3p 0nqC 0zN1 l0kq"), read);
            assertFalse(read.contains("Accepter cette clé"), read);
        }
    }
}
