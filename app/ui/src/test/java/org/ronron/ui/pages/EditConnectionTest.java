package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fault;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.Secrets;
import org.ronron.ui.pages.connections.ConnectionsPage;

/** A connection that is there is changed in its form. */
class EditConnectionTest {
    private static final String ID = Examples.GARAGE;

    private static Rig<ConnectionsPage> rig(Secrets.State vault) {
        var rig =
                Rig.french(
                        Examples.state(
                                Optional.of(Examples.collective("own")),
                                List.of(),
                                List.of(),
                                vault),
                        ConnectionsPage::new);
        rig.press("connections.edit");
        return rig;
    }

    @Test
    void showsWhatIsThereAndSinceWhenASecretIsKept() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        String read = rig.read();
        assertTrue(read.contains("Modifier «\u00a0garage-maison\u00a0»"), read);
        assertTrue(read.contains("Gardé dans le coffre depuis le "), read);
        assertTrue(read.contains("relais.example"), "the way is open when it is set: " + read);
    }

    @Test
    void isTriedThenKeptAndSecretsNotTypedStayOut() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.type("field-url", "https://garage2.example:3903");
        rig.press("connections.edit.go");
        assertEquals(
                List.of("test " + ID + " garage-maison", "edit " + ID + " garage-maison"),
                rig.desk.calls);
        EndpointDraft draft = rig.desk.drafts.getLast();
        assertEquals("https://garage2.example:3903", draft.settings().get("url"));
        assertEquals("relais.example", draft.settings().get("via"));
        assertEquals(Map.of(), draft.secrets());
        assertTrue(
                rig.navigator.ways.contains(
                        "say " + rig.texts.get("connections.edited", "name", "garage-maison")));
    }

    @Test
    void whatDoesNotAnswerIsKeptOnlyWhenAPersonSaysSo() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.desk.refuse("test", Examples.unreachable());
        rig.press("connections.edit.go");
        assertEquals(List.of("test " + ID + " garage-maison"), rig.desk.calls);
        assertTrue(rig.read().contains(rig.texts.what(Examples.unreachable())));
        rig.press("connections.edit.anyway");
        assertEquals("edit " + ID + " garage-maison", rig.desk.calls.getLast());
    }

    @Test
    void aSecretCanBeForgottenWhereItIsNotNeeded() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.press("secret.forget");
        rig.press("connections.edit.go");
        EndpointDraft draft = rig.desk.drafts.getLast();
        assertEquals(List.of("viaPassphrase"), List.copyOf(draft.secrets().keySet()));
        assertArrayEquals(new char[0], draft.secrets().get("viaPassphrase"));
    }

    @Test
    void aSecretTypedAnewIsSentAndNeverShown() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.type("field-token", "n3w-t0ken");
        rig.press("connections.edit.go");
        assertEquals(List.of("token=n3w-t0ken", "token=n3w-t0ken"), rig.desk.secretsSeen);
        assertFalse(rig.read().contains("n3w-t0ken"));
    }

    @Test
    void aLockedVaultIsOpenedFirst() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.LOCKED);
        rig.press("connections.edit.go");
        assertEquals(List.of(), rig.desk.calls);
        rig.type("vault-passphrase", "douze chats");
        rig.press("vault.unlock");
        assertEquals("unlockVault", rig.desk.calls.getFirst());
        assertEquals("edit " + ID + " garage-maison", rig.desk.calls.getLast());
    }

    @Test
    void aNameThatIsTakenKeepsTheForm() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        Fault taken = Fault.of(OwnError.NAME_TAKEN, "onion", "name", "onion");
        rig.desk.refuse("edit", taken);
        rig.type("connection-name", "onion");
        rig.press("connections.edit.go");
        assertTrue(rig.read().contains(rig.texts.what(taken)));
        assertTrue(rig.read().contains("Modifier"));
    }

    @Test
    void aWayThatNoSshUnderstandsIsSaid() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.type("field-via", "relais.example, -oProxyCommand=x");
        rig.press("connections.test");
        assertTrue(rig.read().contains(rig.texts.get("form.via")));
        assertEquals(List.of(), rig.desk.calls);
    }

    @Test
    void aPrivateKeyThatOthersMayReadIsSaid() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.desk.look = new OwnFiles.Look(OwnFiles.Kind.PRIVATE_KEY, true);
        rig.type("field-viaKeyFile", "~/.ssh/k");
        rig.focus("field-viaKeyFile");
        rig.focus("connection-name");
        assertTrue(rig.read().contains("chmod 600 ~/.ssh/k"), rig.read());
        rig.desk.look = new OwnFiles.Look(OwnFiles.Kind.PUBLIC_KEY, true);
        rig.focus("field-viaKeyFile");
        rig.focus("connection-name");
        assertTrue(rig.read().contains(rig.texts.get("file.public")), rig.read());
    }
}
