package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;

class ConnectingTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void open() {
        rig.done(rig.desk.start());
        rig.done(rig.desk.create("Ours", "own"));
        rig.system.answers.put("u1", () -> rig.said("f", Rig.node("celeri", "neptune")));
    }

    @Test
    void aTestAsksOnceKeepsNothingAndNeedsNoOpenVault() {
        rig.vault.state = Secrets.State.ABSENT;
        EndpointDraft draft = draft("g", "u1", "s3cret");
        assertEquals("f", rig.done(rig.desk.test(draft)).fingerprint());
        assertEquals(List.of("s3cret"), rig.connections.secretsFound);
        assertEquals(List.of(), endpoints());
        assertTrue(rig.vault.values.isEmpty());
        assertArrayEquals("s3cret".toCharArray(), draft.secrets().get("token"));
    }

    @Test
    void aConnectionIsKeptReadOnlyWithItsSecretInTheVault() {
        EndpointDraft draft = draft("g", "u1", "s3cret");
        rig.done(rig.desk.add(draft));
        EndpointView view = endpoints().getFirst();
        assertEquals(EndpointView.State.FINE, view.state());
        assertTrue(view.writableUntil().isEmpty());
        assertEquals(List.of("s3cret"), List.copyOf(rig.vault.values.values()));
        assertArrayEquals(new char[6], draft.secrets().get("token"));
        assertEquals("history.connection-added", rig.history().getFirst());
        rig.done(rig.desk.remove(view.id()));
        assertTrue(rig.vault.values.isEmpty());
    }

    @Test
    void whatIsNotValidIsRefusedAndLeavesNothing() {
        rig.done(rig.desk.add(draft("g", "u1", "")));
        assertEquals(OwnError.NAME_TAKEN, refused(draft("G ", "u1", "")));
        assertEquals(CommonError.BAD_SETTING, refused(draft("h", "", "")));
        assertEquals(CommonError.BAD_SETTING, refused(draft(" ", "u1", "")));
        assertEquals(CommonError.BAD_SETTING, refused(draft("h", "bad", "s")));
        assertEquals(
                OwnError.UNKNOWN_TYPE,
                refused(new EndpointDraft("other", "h", Map.of(), Map.of())));
        rig.vault.state = Secrets.State.LOCKED;
        assertEquals(OwnError.VAULT_LOCKED, refused(draft("h", "u1", "s")));
        assertEquals(1, endpoints().size());
        assertTrue(rig.vault.values.isEmpty());
    }

    @Test
    void aSampleIsNeverConnected() {
        rig.done(rig.desk.openSample("framaspace"));
        assertEquals(CommonError.BAD_SETTING, refused(draft("g", "u1", "")));
        int asked = rig.system.asked.get();
        rig.done(rig.desk.refresh());
        assertEquals(asked, rig.system.asked.get());
    }

    @Test
    void aKeyNotSeenBeforeIsAskedForOnce() {
        untrusted(CommonError.TRUST_UNKNOWN, "fingerprint", "SHA256:new", "algorithm", "x509");
        rig.done(rig.desk.add(draft("g", "u1", "")));
        assertEquals(EndpointView.State.ASKING, endpoints().getFirst().state());
        DeskState.TrustQuestion question = rig.desk.state().questions().getFirst();
        assertEquals("SHA256:new", question.fingerprint());
        rig.system.answers.put("u1", () -> rig.said("f", Rig.node("celeri", "neptune")));
        rig.done(rig.desk.accept(question));
        assertEquals("SHA256:new", rig.trust.keys.getFirst().fingerprint());
        assertEquals(List.of(), rig.desk.state().questions());
        assertEquals(EndpointView.State.FINE, endpoints().getFirst().state());
        assertEquals("history.trusted", rig.history().getFirst());
        assertEquals(OwnError.INTERNAL, rig.refused(rig.desk.accept(question)).code());
    }

    @Test
    void whatIsAmissWithTheWayIsFoundBesideWhatTheSystemSays() {
        rig.connections.remarks.add(
                org.ronron.api.FindingFact.of(
                        "expired-certificate",
                        org.ronron.api.Severity.WARN,
                        "",
                        "address",
                        "https://a",
                        "until",
                        "2026-02-01T00:00:00Z"));
        rig.done(rig.desk.add(draft("g", "u1", "")));
        assertEquals(
                List.of("expired-certificate"),
                rig.findings().stream().map(org.ronron.core.model.Finding::kind).toList());
    }

    @Test
    void whatACertificateSaysOfItselfIsInTheQuestion() {
        untrusted(
                CommonError.TRUST_UNKNOWN,
                "algorithm",
                "x509",
                "why",
                "expired",
                "subject",
                "CN=a",
                "names",
                "a, b",
                "from",
                "2026-01-01T00:00:00Z",
                "until",
                "2026-02-01T00:00:00Z");
        rig.done(rig.desk.add(draft("g", "u1", "")));
        assertEquals(
                java.util.Optional.of(
                        new DeskState.Certificate(
                                "expired",
                                "CN=a",
                                "a, b",
                                "2026-01-01T00:00:00Z",
                                "2026-02-01T00:00:00Z")),
                rig.desk.state().questions().getFirst().certificate());
    }

    @Test
    void aChangedKeyCannotBeAcceptedOnlyForgotten() {
        untrusted(CommonError.TRUST_CHANGED, "known", "SHA256:old", "seen", "SHA256:new");
        rig.trust.accept(
                new org.ronron.core.port.Trust.TrustedKey(
                        "https://a", "x509", "SHA256:old", 0, ""));
        rig.done(rig.desk.add(draft("g", "u1", "")));
        DeskState.TrustQuestion question = rig.desk.state().questions().getFirst();
        assertTrue(question.changed());
        assertEquals(EndpointView.State.STOPPED, endpoints().getFirst().state());
        assertEquals(CommonError.TRUST_CHANGED, rig.refused(rig.desk.accept(question)).code());
        assertEquals(1, rig.trust.keys.size());
        untrusted(CommonError.TRUST_UNKNOWN, "fingerprint", "SHA256:new", "algorithm", "x509");
        rig.done(rig.desk.forget(question));
        assertEquals(List.of(), rig.trust.keys);
        assertEquals("history.forgotten", rig.history().getFirst());
        assertEquals(1, rig.desk.state().questions().size());
        assertTrue(!rig.desk.state().questions().getFirst().changed());
    }

    @Test
    void aQuestionPutAwayComesBackWhenAPersonAsksForAll() {
        untrusted(CommonError.TRUST_UNKNOWN, "fingerprint", "SHA256:new", "algorithm", "x509");
        rig.done(rig.desk.add(draft("g", "u1", "")));
        rig.desk.dismiss(rig.desk.state().questions().getFirst());
        rig.run();
        assertEquals(List.of(), rig.desk.state().questions());
        rig.done(rig.desk.refresh());
        assertEquals(1, rig.desk.state().questions().size());
    }

    @Test
    void aDraftsKeyIsAskedForAsWell() {
        untrusted(CommonError.TRUST_UNKNOWN, "fingerprint", "SHA256:new", "algorithm", "x509");
        EndpointDraft draft = draft("g", "u1", "");
        assertEquals(CommonError.TRUST_UNKNOWN, rig.refused(rig.desk.test(draft)).code());
        rig.done(rig.desk.accept(rig.desk.state().questions().getFirst()));
        assertEquals(1, rig.trust.keys.size());
        assertEquals(List.of(), rig.desk.state().questions());
    }

    @Test
    void anUnlockedVaultLetsWhatWaitedForItBeAsked() {
        rig.done(rig.desk.add(draft("g", "u1", "")));
        rig.vault.state = Secrets.State.LOCKED;
        assertEquals(
                OwnError.VAULT_PASSPHRASE,
                rig.refused(rig.desk.vault().unlock("bad".toCharArray())).code());
        int asked = rig.system.asked.get();
        char[] good = "good".toCharArray();
        rig.done(rig.desk.vault().unlock(good));
        assertEquals(Secrets.State.OPEN, rig.desk.state().vault());
        assertEquals(asked + 1, rig.system.asked.get());
        assertArrayEquals(new char[4], good);
    }

    private void untrusted(CommonError code, String... details) {
        Fault fault = Fault.of(code, "g", details).with("address", "https://a");
        rig.system.answers.put(
                "u1",
                () -> {
                    throw new ConnectorException(fault);
                });
    }

    private Object refused(EndpointDraft draft) {
        return rig.refused(rig.desk.add(draft)).code();
    }

    private List<EndpointView> endpoints() {
        return rig.desk.state().collective().orElseThrow().endpoints();
    }

    private static EndpointDraft draft(String name, String url, String token) {
        return new EndpointDraft(
                "fake", name, Map.of("url", url), Map.of("token", token.toCharArray()));
    }
}
