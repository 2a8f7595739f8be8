package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.StepClass;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** The vault is locked when nobody is there, and keeps at hand what is needed and nothing else. */
class VaultDeskTest {
    private static final Duration BEFORE_15 = Duration.ofMinutes(15).minus(Ticks.BEAT);

    private final Rig rig = new Rig();
    private Workspace.EndpointRow garage = row("g", "u1", "s3cret");

    @BeforeEach
    void open() {
        rig.system.answers.put("u1", () -> rig.said("f", Rig.node("celeri", "neptune")));
        rig.system.answers.put("u2", () -> rig.said("f", Rig.node("onion", "jupiter")));
        rig.done(rig.desk.start());
        rig.done(rig.desk.create("Ours", "own"));
        garage = add("g", "u1", "s3cret");
    }

    @Test
    void fifteenMinutesWithoutAPersonLockIt() {
        rig.pass(BEFORE_15);
        assertEquals(Secrets.State.OPEN, rig.desk.state().vault());
        rig.pass(Ticks.BEAT);
        assertEquals(Secrets.State.LOCKED, rig.desk.state().vault());
    }

    @Test
    void whoMovesAHandIsThere() {
        rig.pass(BEFORE_15);
        rig.desk.vault().touched();
        rig.pass(Duration.ofMinutes(15));
        assertEquals(Secrets.State.OPEN, rig.desk.state().vault());
        rig.pass(Ticks.BEAT);
        assertEquals(Secrets.State.LOCKED, rig.desk.state().vault());
    }

    @Test
    void howLongIsAPreference() {
        rig.done(rig.desk.setPreference("vault.idle", "5"));
        rig.pass(Duration.ofMinutes(5));
        assertEquals(Secrets.State.LOCKED, rig.desk.state().vault());
        unlock();
        rig.done(rig.desk.setPreference("vault.idle", "never"));
        rig.pass(Duration.ofHours(3));
        assertEquals(Secrets.State.OPEN, rig.desk.state().vault());
        rig.refused(rig.desk.setPreference("vault.idle", "0"));
    }

    @Test
    void aSleepLocksItWhateverThePreference() {
        rig.done(rig.desk.setPreference("vault.idle", "never"));
        rig.now = rig.now.plusSeconds(25);
        rig.pass(Ticks.BEAT);
        assertEquals(Secrets.State.OPEN, rig.desk.state().vault());
        rig.now = rig.now.plusSeconds(31);
        rig.pass(Ticks.BEAT);
        assertEquals(Secrets.State.LOCKED, rig.desk.state().vault());
    }

    @Test
    void lockedByHandWhatIsShownStaysAndSaysSo() {
        add("h", "u2", "other");
        rig.done(rig.desk.vault().lock());
        int asked = rig.system.asked.get();
        rig.done(rig.desk.refresh());
        assertEquals(asked, rig.system.asked.get());
        for (EndpointView endpoint : collective().endpoints()) {
            assertEquals(EndpointView.State.LOCKED, endpoint.state());
            assertTrue(endpoint.answered().isPresent());
            assertTrue(rig.connections.dropped.contains(endpoint.id()));
        }
        assertEquals(2, collective().nodes().size());
        assertEquals(
                List.of("vault-locked g, h"),
                rig.findings().stream()
                        .map(f -> f.kind() + " " + f.details().get("endpoints"))
                        .toList());
        unlock();
        assertEquals(asked + 2, rig.system.asked.get());
        assertEquals(List.of(), rig.findings());
    }

    @Test
    void whatNeedsNoSecretIsAskedAllTheSame() {
        rig.add("open", "u2");
        rig.done(rig.desk.vault().lock());
        int asked = rig.system.asked.get();
        rig.done(rig.desk.refresh());
        assertEquals(asked + 1, rig.system.asked.get());
    }

    @Test
    void anOperationUnderWayKeepsWhatItsRemainingStepsNeed() throws Exception {
        Workspace.EndpointRow done = add("h", "u2", "other");
        operation(OperationView.State.WAITING, done, StepState.DONE, garage, StepState.WAITING);
        rig.pass(Duration.ofMinutes(15));
        assertEquals(Secrets.State.LOCKED, rig.desk.state().vault());
        assertArrayEquals("s3cret".toCharArray(), get(garage).orElseThrow());
        assertThrows(StorageException.class, () -> get(done));
        assertFalse(rig.sessions().locked(garage.id()));
        assertTrue(rig.sessions().locked(done.id()));
        assertEquals(EndpointView.State.LOCKED, state("h"));
        assertEquals(EndpointView.State.FINE, state("g"));

        rig.carrying.operations.clear();
        rig.carrying.moved.run();
        rig.run();
        assertThrows(StorageException.class, () -> get(garage));
        assertTrue(rig.sessions().locked(garage.id()));
    }

    @Test
    void anOperationThatStandsStillKeepsNothing() {
        operation(OperationView.State.STOPPED, garage, StepState.DONE, garage, StepState.REFUSED);
        rig.done(rig.desk.vault().lock());
        assertThrows(StorageException.class, () -> get(garage));
    }

    @Test
    void overASleepNothingIsKept() {
        operation(OperationView.State.RUNNING, garage, StepState.DONE, garage, StepState.RUNNING);
        rig.done(rig.desk.vault().lock());
        assertFalse(rig.sessions().locked(garage.id()));
        rig.now = rig.now.plusSeconds(60);
        rig.pass(Ticks.BEAT);
        assertTrue(rig.sessions().locked(garage.id()));
        assertThrows(StorageException.class, () -> get(garage));
        rig.carrying.calls.clear();
        unlock();
        assertTrue(rig.carrying.calls.contains("poll"));
        assertFalse(rig.sessions().locked(garage.id()));
    }

    @Test
    void aForgottenPassphraseLosesTheSecretsAndNothingElse() {
        rig.done(rig.desk.vault().lock());
        char[] passphrase = "another one".toCharArray();
        assertEquals("vault.aside-1", rig.done(rig.desk.vault().renew(passphrase)));
        assertArrayEquals(new char[11], passphrase);
        assertEquals(Secrets.State.OPEN, rig.desk.state().vault());
        assertEquals(1, collective().endpoints().size());
        assertEquals(1, collective().nodes().size());
        assertEquals("history.vault-renewed", rig.history().getFirst());
        assertTrue(rig.vault.values.isEmpty());
    }

    @Test
    void aSecretMadeForNothingIsFoundAndCanBeRemoved() throws Exception {
        List<String> operations = List.of("sent", "given", "waits", "again");
        for (String id : operations) {
            begun(id);
            rig.vault.values.put("made/" + id + "/key", "x");
        }
        rig.vault.values.put("made/lost/key", "x");
        event(
                "sent",
                Kind.INTENT,
                Json.obj().with("secrets", Json.texts(List.of("made/sent/key"))));
        event("sent", Kind.CANCELLED, Json.obj());
        event("given", Kind.INTENT, Json.obj());
        event("given", Kind.CANCELLED, Json.obj());
        event("again", Kind.CANCELLED, Json.obj());
        event("again", Kind.RESUMED, Json.obj());
        assertEquals(
                List.of(
                        new Vault.Unused("made/given/key", "key", Optional.of("title of given")),
                        new Vault.Unused("made/lost/key", "key", Optional.empty())),
                rig.done(rig.desk.vault().unused()));
        rig.refused(rig.desk.vault().discard("made/sent/key"));
        rig.refused(rig.desk.vault().discard(garage.secrets().values().iterator().next()));
        rig.done(rig.desk.vault().discard("made/given/key"));
        assertFalse(rig.vault.values.containsKey("made/given/key"));
        assertTrue(rig.vault.values.containsKey("made/sent/key"));
        assertEquals(1, rig.done(rig.desk.vault().unused()).size());
    }

    private void begun(String id) throws StorageException {
        rig.journal.begin(
                new Journal.OperationRow(
                        id, collective().id(), "title of " + id, Json.obj(), "Ada", 0),
                row(id, Kind.BEGUN, Json.obj()));
    }

    private void event(String id, Kind kind, Json.Obj body) {
        rig.journal.append(row(id, kind, body));
    }

    private static JournalEvent row(String id, Kind kind, Json.Obj body) {
        return new JournalEvent("e", id, 0, kind, 0, "Ada", JournalEvent.FORMAT, body);
    }

    private void unlock() {
        rig.done(rig.desk.vault().unlock("good".toCharArray()));
    }

    private Optional<char[]> get(Workspace.EndpointRow row) throws StorageException {
        return rig.secrets.get(row.secrets().values().iterator().next());
    }

    private org.ronron.core.model.Collective collective() {
        return rig.desk.state().collective().orElseThrow();
    }

    private EndpointView.State state(String name) {
        return collective().endpoints().stream()
                .filter(e -> e.name().equals(name))
                .map(EndpointView::state)
                .findFirst()
                .orElseThrow();
    }

    private static Workspace.EndpointRow row(String name, String url, String token) {
        return new Workspace.EndpointRow(
                name, "", "fake", name, Map.of("url", url), Map.of("token", token), 0);
    }

    private Workspace.EndpointRow add(String name, String url, String token) {
        rig.done(
                rig.desk.add(
                        new EndpointDraft(
                                "fake",
                                name,
                                Map.of("url", url),
                                Map.of("token", token.toCharArray()))));
        return rig.workspace.endpoints(collective().id()).stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void operation(
            OperationView.State state,
            Workspace.EndpointRow first,
            StepState one,
            Workspace.EndpointRow second,
            StepState two) {
        Plan plan =
                new Plan(
                        "p",
                        collective().id(),
                        List.of(),
                        Map.of(),
                        Instant.EPOCH,
                        List.of(step(0, first), step(1, second)),
                        List.of(),
                        Plan.CutOff.NOBODY,
                        Optional.empty());
        rig.carrying.operations.add(
                new OperationView(
                        "p",
                        plan,
                        "",
                        "Ada",
                        Instant.EPOCH,
                        state,
                        List.of(view(one), view(two)),
                        Optional.empty(),
                        List.of()));
    }

    private static Step step(int index, Workspace.EndpointRow on) {
        return new Step(
                index,
                List.of(),
                Step.Kind.CALL,
                StepClass.PROBEABLE,
                "fake",
                "step",
                Map.of(),
                on.name(),
                Optional.of(new Action(on.id(), "move", Json.obj())),
                "",
                "",
                Duration.ofSeconds(5),
                "");
    }

    private static OperationView.StepView view(StepState state) {
        return new OperationView.StepView(
                state,
                Optional.empty(),
                Optional.empty(),
                "",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
