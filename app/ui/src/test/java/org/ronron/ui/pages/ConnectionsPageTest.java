package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fault;
import org.ronron.core.desk.DeskState;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.ui.pages.connections.ConnectionsPage;

class ConnectionsPageTest {
    private static final String TOKEN = "s3cr3t-of-the-garage";

    private static Rig<ConnectionsPage> rig(Secrets.State vault) {
        DeskState state =
                Examples.state(
                        Optional.of(Examples.collective("own")), List.of(), List.of(), vault);
        return Rig.french(state, ConnectionsPage::new);
    }

    private static void fill(Rig<ConnectionsPage> rig) {
        rig.press("connections.add");
        rig.type("connection-name", "garage-maison");
        rig.type("field-url", "https://garage.example:3903");
        rig.type("field-token", TOKEN);
    }

    @Test
    void listsEachConnectionWithItsStateInWords() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        String read = rig.read();
        assertTrue(read.contains("garage-maison"), read);
        assertTrue(read.contains("répond"), read);
        assertTrue(read.contains("ne répond plus"), read);
        assertTrue(read.contains("v2.1.0 · il y a 8"), read);
        assertTrue(read.contains("Écriture\u00a0: encore 42"), read);
        assertEquals(1, rig.page.badge(rig.desk.state()));
    }

    @Test
    void switchesWritingOnForATime() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        FxWindow.run(
                () -> {
                    MenuButton menu =
                            FxWindow.all(rig.view).stream()
                                    .filter(MenuButton.class::isInstance)
                                    .map(MenuButton.class::cast)
                                    .findFirst()
                                    .orElseThrow();
                    menu.getItems().forEach(MenuItem::fire);
                });
        String endpoint = "allowWriting " + Examples.GARAGE;
        assertEquals(
                List.of(endpoint + " PT15M", endpoint + " PT1H", endpoint + " PT12H"),
                rig.desk.calls);
    }

    @Test
    void refusesAFormThatIsNotRightBeforeAnythingIsAsked() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.press("connections.add");
        rig.type("field-url", "garage.example");
        rig.press("connections.test");
        String read = rig.read();
        assertTrue(read.contains(rig.texts.get("form.url")), read);
        assertTrue(read.contains(rig.texts.get("form.required")), read);
        assertEquals(List.of(), rig.desk.calls);
    }

    @Test
    void aTestSaysWhatAnswered() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        fill(rig);
        rig.press("connections.test");
        String read = rig.read();
        assertEquals(List.of("test garage-maison"), rig.desk.calls);
        assertEquals(
                "https://garage.example:3903", rig.desk.drafts.getFirst().settings().get("url"));
        assertEquals("22", rig.desk.drafts.getFirst().settings().get("port"));
        assertTrue(read.contains("v2.1.0"), read);
        assertTrue(read.contains("1 machine"), read);
    }

    @Test
    void aTestThatFailsSaysTheRemedyAndNeverTheSecret() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.desk.refuse("test", Examples.unreachable());
        fill(rig);
        rig.press("connections.test");
        String read = rig.read();
        assertTrue(read.contains(rig.texts.what(Examples.unreachable())), read);
        assertTrue(read.contains(rig.texts.remedy(Examples.unreachable())), read);
        assertTrue(read.contains(rig.texts.get("effect.none")), read);
        assertTrue(read.contains("R-NET-01"), read);
        assertFalse(read.contains(TOKEN), read);
        assertEquals(List.of("token=" + TOKEN), rig.desk.secretsSeen);
        assertArrayEquals(
                new char[TOKEN.length()], rig.desk.drafts.getFirst().secrets().get("token"));
    }

    @Test
    void keepsASecretOnlyOnceTheVaultIsMade() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.ABSENT);
        fill(rig);
        rig.press("connections.add.go");
        assertEquals(List.of(), rig.desk.calls);
        assertTrue(rig.read().contains(rig.texts.get("vault.create.why")));
        rig.type("vault-passphrase", "douze chats ronronnent");
        rig.type("vault-passphrase-again", "douze chats");
        rig.press("vault.create");
        assertTrue(rig.read().contains(rig.texts.get("vault.differ")));
        assertEquals(List.of(), rig.desk.calls);
        rig.type("vault-passphrase-again", "douze chats ronronnent");
        rig.press("vault.create");
        assertEquals(List.of("createVault", "add garage-maison"), rig.desk.calls);
        assertFalse(rig.read().contains(TOKEN));
    }

    @Test
    void aWrongPassphraseKeepsTheFormAndSaysSo() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.LOCKED);
        rig.desk.refuse("unlockVault", Fault.of(OwnError.VAULT_PASSPHRASE, ""));
        fill(rig);
        rig.press("connections.add.go");
        rig.type("vault-passphrase", "faux");
        rig.press("vault.unlock");
        String read = rig.read();
        assertTrue(read.contains(rig.texts.get("error.R-VLT-01.what")), read);
        rig.type("vault-passphrase", "vrai");
        rig.press("vault.unlock");
        assertEquals(List.of("unlockVault", "unlockVault", "add garage-maison"), rig.desk.calls);
        assertTrue(
                rig.navigator.ways.contains(
                        "say " + rig.texts.get("connections.added", "name", "garage-maison")));
    }

    @Test
    void removingAsksOnceAndSaysWhatStays() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.press("connections.remove");
        assertEquals(List.of(), rig.desk.calls);
        var overlay = java.util.Objects.requireNonNull(rig.navigator.overlay);
        assertTrue(FxWindow.read(overlay).contains(rig.texts.get("connections.remove.text")));
        FxWindow.press(overlay, rig.texts.get("connections.remove.go"));
        assertEquals(List.of("remove " + Examples.GARAGE), rig.desk.calls);
        assertEquals(List.of("overlay", "closeOverlay"), rig.navigator.ways);
    }

    @Test
    void aSampleIsConnectedToNothing() {
        DeskState state =
                Examples.state(
                        Optional.of(Examples.collective("sample")),
                        List.of(),
                        List.of(),
                        Secrets.State.ABSENT);
        var rig = Rig.of(Locale.ENGLISH, state, ConnectionsPage::new);
        String read = rig.read();
        assertTrue(read.contains("This sample is connected to nothing."), read);
        assertFalse(read.contains(rig.texts.get("connections.add")), read);
    }
}
