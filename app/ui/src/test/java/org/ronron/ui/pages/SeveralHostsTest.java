package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.ronron.api.Login;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.desk.Trial;
import org.ronron.core.hosts.HostLine;
import org.ronron.core.hosts.HostList;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Secrets;
import org.ronron.ui.pages.connections.ConnectionsPage;

/** Several machines at once, from where they are written down. */
class SeveralHostsTest {
    private static final String TABLE =
            """
            adresse;zone;rôle
            camille@celery.example:2222;neptune;web
            leek.example;corrin;stockage
            onion.example;corrin;
            :::;;
            """;

    static Rig<ConnectionsPage> rig(Secrets.State vault) {
        EndpointView onion =
                new EndpointView(
                        "e-onion",
                        ExampleHost.TYPE,
                        "Onion.example",
                        "onion.example:22",
                        EndpointView.State.FINE,
                        "Debian 12",
                        "print",
                        Optional.of(Examples.NOW),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("host", "ONION.example"),
                        Map.of(),
                        Login.NOT_TOLD);
        return Rig.french(
                Examples.state(
                        Optional.of(Examples.collectiveOf(List.of(onion))),
                        List.of(),
                        List.of(),
                        vault),
                ConnectionsPage::new);
    }

    private static Rig<ConnectionsPage> pasted() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.press("hosts.several");
        rig.type("hosts-table", TABLE);
        rig.press("hosts.table.go");
        return rig;
    }

    static Trial asking(String name, String fingerprint) {
        TrustQuestion question =
                new TrustQuestion(
                        "draft",
                        name,
                        "ssh://" + name + ":22",
                        "ssh-ed25519",
                        fingerprint,
                        "",
                        false);
        return new Trial(
                Optional.empty(), Optional.of(Examples.unreachable()), Optional.of(question));
    }

    private static void fire(Rig<?> rig, String id) {
        FxWindow.run(
                () ->
                        FxWindow.all(rig.view).stream()
                                .filter(n -> id.equals(n.getId()))
                                .map(ButtonBase.class::cast)
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no " + id))
                                .fire());
        FxWindow.settle();
    }

    @Test
    void nothingIsReadBeforeAPersonSaysSo() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN);
        rig.press("hosts.several");
        assertTrue(rig.read().contains("~/.ssh/config"), rig.read());
        assertEquals(List.of(), rig.desk.calls);
        rig.desk.hosts =
                new HostList(
                        List.of(
                                new HostLine(
                                        "config:1",
                                        "leek",
                                        "leek.example",
                                        OptionalInt.empty(),
                                        "camille",
                                        "~/.ssh/k",
                                        "relais.example",
                                        "",
                                        "")),
                        List.of());
        rig.press("hosts.ssh.go");
        assertEquals(List.of("sshHosts"), rig.desk.calls);
        fire(rig, "hosts-try");
        EndpointDraft draft = rig.desk.drafts.getLast();
        assertEquals(
                Map.of(
                        "host", "leek.example",
                        "port", "22",
                        "user", "camille",
                        "keyFile", "~/.ssh/k",
                        "via", "relais.example",
                        "viaKeyFile", "~/.ssh/k"),
                draft.settings());
    }

    @Test
    void whatIsThereIsMarkedAndABadLineIsSaidWithItsNumber() {
        Rig<ConnectionsPage> rig = pasted();
        String read = rig.read();
        assertTrue(read.contains(rig.texts.get("hosts.state.existing")), read);
        assertTrue(read.contains(rig.texts.count("hosts.try", 2)), read);
        fire(rig, "hosts-remarks");
        assertTrue(rig.read().contains("Ligne 5"), rig.read());
    }

    @Test
    void aLineWithoutAUserNeedsOneForAll() {
        Rig<ConnectionsPage> rig = pasted();
        fire(rig, "hosts-try");
        assertEquals(List.of(), rig.desk.calls);
        assertTrue(rig.navigator.ways.contains("say " + rig.texts.get("hosts.all.user")));
        rig.type("field-user", "ronron");
        fire(rig, "hosts-try");
        assertEquals(List.of("tryOut celery.example", "tryOut leek.example"), rig.desk.calls);
        assertEquals("camille", rig.desk.drafts.get(0).settings().get("user"));
        assertEquals("2222", rig.desk.drafts.get(0).settings().get("port"));
        assertEquals("ronron", rig.desk.drafts.get(1).settings().get("user"));
    }

    @Test
    void whatAnsweredIsKeptWithItsZoneAndRole() {
        Rig<ConnectionsPage> rig = pasted();
        rig.type("field-user", "ronron");
        rig.desk.trials.put(
                "leek.example",
                new Trial(Optional.empty(), Optional.of(Examples.unreachable()), Optional.empty()));
        fire(rig, "hosts-try");
        assertTrue(rig.read().contains(rig.texts.get("hosts.state.failed")), rig.read());
        rig.desk.calls.clear();
        fire(rig, "hosts-add");
        assertEquals(List.of("add celery.example neptune web"), rig.desk.calls);
        assertTrue(rig.read().contains(rig.texts.get("hosts.state.added")), rig.read());
        assertTrue(rig.navigator.ways.contains("say " + rig.texts.count("hosts.added", 1)));
    }

    @Test
    void keysAreAcceptedOnlyOnceCompared() {
        Rig<ConnectionsPage> rig = pasted();
        rig.type("field-user", "ronron");
        rig.desk.trials.put("celery.example", asking("celery.example", "SHA256:abcdefgh"));
        rig.desk.trials.put("leek.example", asking("leek.example", "SHA256:ijklmnop"));
        fire(rig, "hosts-try");
        String read = rig.read();
        assertTrue(read.contains("SHA256: abcd efgh"), read);
        assertFalse(read.contains(rig.texts.count("hosts.keys.together", 2)), read);
        rig.desk.calls.clear();
        rig.desk.trials.clear();
        fire(rig, "compared-leek.example");
        fire(rig, "accept-compared");
        assertEquals(
                List.of("accept ssh://leek.example:22", "tryOut leek.example"), rig.desk.calls);
        assertTrue(rig.read().contains(rig.texts.count("hosts.add", 1)), rig.read());
        assertTrue(rig.read().contains("SHA256: abcd efgh"), "the other still stands");
        rig.desk.calls.clear();
        fire(rig, "accept-celery.example");
        assertEquals(
                List.of("accept ssh://celery.example:22", "tryOut celery.example"), rig.desk.calls);
    }

    @Test
    void aPassphraseForAllGoesIntoTheVaultAndNowhereElse() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.LOCKED);
        rig.press("hosts.several");
        rig.type("hosts-table", "camille@leek.example");
        rig.press("hosts.table.go");
        rig.type("field-passphrase", "s3cret");
        fire(rig, "hosts-try");
        assertEquals(List.of("passphrase=s3cret"), rig.desk.secretsSeen);
        rig.desk.calls.clear();
        fire(rig, "hosts-add");
        assertEquals(List.of(), rig.desk.calls);
        rig.type("vault-passphrase", "douze chats");
        rig.press("vault.unlock");
        assertEquals(List.of("unlockVault", "add leek.example  "), rig.desk.calls);
        rig.desk.drafts.forEach(
                d ->
                        d.secrets()
                                .values()
                                .forEach(v -> assertEquals("\0".repeat(6), new String(v))));
    }
}
