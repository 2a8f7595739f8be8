package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.OwnFiles;

/** Several machines at once: tried side by side, kept one by one. */
class SeveralTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void open() {
        rig.done(rig.desk.start());
        rig.done(rig.desk.create("Ours", "own"));
    }

    @Test
    void eachTrialHasItsOwnAnswerAndNothingIsKept() {
        rig.system.answers.put("u1", () -> rig.said("f", Rig.node("onion", "corrin")));
        untrusted("u2", "SHA256:two");
        List<CompletableFuture<Trial>> all =
                List.of(tryOut("a", "u1"), tryOut("b", "u2"), tryOut("c", "u3"));
        assertTrue(rig.done(all.get(0)).seen().isPresent());
        assertEquals("SHA256:two", question(all.get(1)).fingerprint());
        assertEquals(CommonError.UNREACHABLE, rig.done(all.get(2)).fault().orElseThrow().code());
        assertEquals(List.of(), collective().endpoints());
        assertEquals(List.of(), rig.desk.state().questions(), "no card lies over the list");
    }

    @Test
    void noMoreThanFourAreTriedAtOnce() {
        List<CompletableFuture<Trial>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rig.system.answers.put("u" + i, () -> rig.said("f", Rig.node("onion", "corrin")));
            all.add(tryOut("m" + i, "u" + i));
        }
        rig.runState();
        assertEquals(4, rig.waiting());
        rig.run();
        all.forEach(trial -> assertTrue(rig.done(trial).seen().isPresent()));
        assertEquals(10, rig.system.asked.get());
    }

    @Test
    void aKeyOfATrialIsAcceptedLikeAnyOtherAndOnlyWhileItStands() {
        untrusted("u1", "SHA256:one");
        DeskState.TrustQuestion one = question(tryOut("a", "u1"));
        rig.done(rig.desk.accept(one));
        assertEquals("SHA256:one", rig.trust.keys.getFirst().fingerprint());
        assertEquals("history.trusted", rig.history().getFirst());
        assertEquals(OwnError.INTERNAL, rig.refused(rig.desk.accept(one)).code());
        DeskState.TrustQuestion again = question(tryOut("a", "u1"));
        rig.desk.configuring().trialsOver();
        assertEquals(OwnError.INTERNAL, rig.refused(rig.desk.accept(again)).code());
    }

    @Test
    void whatAnsweredIsKeptWithOurOwnWordsOnItsMachine() {
        rig.system.answers.put("u1", () -> rig.said("f", Rig.node("onion", "")));
        EndpointDraft draft = draft("a", "u1");
        Trial trial = rig.done(rig.desk.configuring().tryOut(draft));
        rig.done(
                rig.desk
                        .configuring()
                        .add(draft, trial.seen().orElseThrow(), "corrin", "stockage"));
        EndpointView kept = collective().endpoints().getFirst();
        assertEquals(EndpointView.State.FINE, kept.state());
        assertTrue(kept.writableUntil().isEmpty());
        Node onion = collective().nodes().getFirst();
        assertEquals("corrin", onion.zone());
        assertTrue(onion.zoneByHand());
        assertEquals("stockage", onion.notes().role());
        assertEquals(1, rig.system.asked.get(), "it was just asked");
        rig.restart();
        assertEquals("corrin", collective().nodes().getFirst().zone());
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        rig.system.answers.put("u1", () -> rig.said("f", Rig.node("onion", "")));
        rig.add("a", "u1");
        EndpointDraft draft = draft("A", "u1");
        Trial trial = rig.done(rig.desk.configuring().tryOut(draft));
        Fault refused =
                rig.refused(
                        rig.desk
                                .configuring()
                                .add(draft, trial.seen().orElseThrow(), "corrin", ""));
        assertEquals(OwnError.NAME_TAKEN, refused.code());
        assertEquals(1, collective().endpoints().size());
    }

    @Test
    void theSshConfigurationIsReadWhenAPersonAsks() {
        rig.files.texts.put(OwnFiles.SSH_CONFIG, "Host onion\n  User camille\n");
        var list = rig.done(rig.desk.configuring().sshHosts());
        assertEquals("camille", list.hosts().getFirst().user());
    }

    private CompletableFuture<Trial> tryOut(String name, String url) {
        return rig.desk.configuring().tryOut(draft(name, url));
    }

    private DeskState.TrustQuestion question(CompletableFuture<Trial> trial) {
        return rig.done(trial).question().orElseThrow();
    }

    private void untrusted(String url, String fingerprint) {
        Fault fault =
                Fault.of(CommonError.TRUST_UNKNOWN, "g", "fingerprint", fingerprint)
                        .with("address", "ssh://" + url);
        rig.system.answers.put(
                url,
                () -> {
                    throw new ConnectorException(fault);
                });
    }

    private Collective collective() {
        return rig.desk.state().collective().orElseThrow();
    }

    private static EndpointDraft draft(String name, String url) {
        return new EndpointDraft("fake", name, Map.of("url", url), Map.of());
    }
}
