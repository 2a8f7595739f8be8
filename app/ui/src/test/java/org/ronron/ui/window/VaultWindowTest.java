package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.core.desk.DeskState;
import org.ronron.core.port.Secrets;

/** The vault's lock in the window: seen, turned by hand and by keys, and told that one is there. */
class VaultWindowTest {
    private static final DeskState STATE = States.of(Deuxfleurs.own(), "fr", "light");

    private final WindowRig rig = new WindowRig(States.vault(STATE, Secrets.State.OPEN));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void onePressLocksAndTheNextAsksForThePassphrase() {
        assertEquals("Coffre ouvert", sign().getText());
        press("vault-sign");
        rig.settle();
        assertTrue(rig.desk.calls.contains("lockVault"), rig.desk.calls.toString());
        rig.desk.show(States.vault(STATE, Secrets.State.LOCKED));
        rig.settle();
        assertEquals("Ouvrir le coffre", sign().getText());
        press("vault-sign");
        rig.settle();
        assertTrue(rig.shows("unlock-passphrase"));
    }

    @Test
    void thePaletteLocksToo() {
        find("fermer le coffre maintenant");
        assertTrue(rig.desk.calls.contains("lockVault"), rig.desk.calls.toString());
        rig.desk.show(States.vault(STATE, Secrets.State.LOCKED));
        rig.settle();
        find("ouvrir le coffre");
        assertTrue(rig.shows("unlock-passphrase"));
    }

    @Test
    void aForgottenPassphraseBeginsANewVault() {
        rig.desk.show(States.vault(STATE, Secrets.State.LOCKED));
        rig.settle();
        press("vault-sign");
        press("unlock-forgotten");
        type("forgotten-passphrase", "new");
        press("forgotten-go");
        assertTrue(rig.texts().contains("Les deux phrases"), rig.texts());
        type("forgotten-passphrase-again", "new");
        press("forgotten-go");
        rig.awaitText("vault.aside-1");
        assertTrue(rig.desk.calls.contains("renewVault"), rig.desk.calls.toString());
    }

    private void type(String id, String words) {
        TextField field = (TextField) rig.find(id);
        Fx.run(() -> field.setText(words));
    }

    @Test
    void aSecretMadeForNothingIsShownAndRemoved() {
        find("jamais envoyés");
        rig.awaitText("s3-key");
        rig.shoot("vault-unused");
        Fx.run(() -> ((Button) rig.scene().getRoot().lookup(".dialog .small")).fire());
        rig.awaitText("Il n’y en a aucun.");
        assertTrue(rig.desk.calls.contains("discard made/7K2F/s3-key"), rig.desk.calls.toString());
    }

    @Test
    void theSessionsKeyringOpensItWhereThePersonWishedThat() {
        rig.desk.keyring = Secrets.Keyring.OFF;
        rig.desk.show(States.vault(STATE, Secrets.State.LOCKED));
        rig.settle();
        press("vault-sign");
        rig.shoot("vault-keyring-off");
        assertFalse(rig.find("unlock-keyring").isVisible());
        CheckBox wish = (CheckBox) rig.find("unlock-keyring-use");
        Fx.run(wish::fire);
        type("unlock-passphrase", "miaou");
        rig.hand.press(KeyCode.ENTER).release(KeyCode.ENTER);
        rig.settle();
        Fx.await("wished", () -> rig.desk.calls.contains("useKeyring true"));

        rig.desk.keyring = Secrets.Keyring.ON;
        press("vault-sign");
        rig.shoot("vault-keyring-on");
        press("unlock-keyring");
        assertTrue(rig.desk.calls.contains("unlockByKeyring"), rig.desk.calls.toString());
        find("avec le trousseau");
        Fx.await("no more", () -> rig.desk.calls.contains("useKeyring false"));
    }

    @Test
    void aPreferenceSaysAfterHowLong() {
        find("mise en veille");
        assertTrue(
                rig.desk.calls.stream().anyMatch(c -> c.equals("setPreference vault.idle never")),
                rig.desk.calls.toString());
    }

    @Test
    void aSampleAndPracticeHaveNoLock() {
        DeskState sample = States.of(Deuxfleurs.sample(), "fr", "light");
        rig.desk.show(States.vault(sample, Secrets.State.LOCKED));
        rig.settle();
        assertFalse(sign().isVisible());
    }

    @Test
    void everyKeyAndEveryMoveOfTheHandIsTold() {
        int before = rig.desk.touches.get();
        rig.hand.press(KeyCode.SHIFT).release(KeyCode.SHIFT);
        rig.settle();
        int keyed = rig.desk.touches.get();
        assertTrue(keyed > before);
        rig.glide("vault-sign");
        assertTrue(rig.desk.touches.get() > keyed);
    }

    private Button sign() {
        return (Button) rig.find("vault-sign");
    }

    private void press(String id) {
        Button button = (Button) rig.find(id);
        Fx.run(button::fire);
        rig.settle();
    }

    private void find(String words) {
        press("search");
        TextField typed = (TextField) rig.find("palette-text");
        Fx.run(() -> typed.setText(words));
        rig.settle();
        rig.hand.press(KeyCode.ENTER).release(KeyCode.ENTER);
        rig.settle();
    }
}
