package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.Workspace;

/** A connection that is there becomes another, under the same id. */
class EditingTest {
    private final Rig rig = new Rig();
    private String id = "";

    @BeforeEach
    void connect() {
        rig.system.answers.put("u1", () -> rig.said("f1", Rig.node("celeri", "neptune")));
        rig.system.answers.put("u2", () -> rig.said("f2", Rig.node("onion", "corrin")));
        rig.done(rig.desk.start());
        rig.done(rig.desk.create("Ours", "own"));
        rig.done(rig.desk.add(draft("g", "u1", Map.of("token", "s3cret"))));
        id = view().id();
        rig.connections.dropped.clear();
    }

    @Test
    void aSecretNotTypedAnewStaysAndTheIdToo() {
        String name = row().secrets().get("token");
        rig.done(edit(draft("g", "u2", Map.of())));
        assertEquals(id, view().id());
        assertEquals("u2", view().settings().get("url"));
        assertEquals("f2", view().fingerprint());
        assertEquals(name, row().secrets().get("token"));
        assertEquals(Set.of("token"), view().kept().keySet());
        assertEquals(List.of("s3cret"), List.copyOf(rig.vault.values.values()));
        assertTrue(rig.connections.dropped.contains(id));
        assertEquals("history.connection-changed", rig.history().getFirst());
    }

    @Test
    void aSecretTypedAnewTakesTheOldOnesPlaceAndIsWiped() {
        String old = row().secrets().get("token");
        EndpointDraft draft = draft("g", "u1", Map.of("token", "an0ther"));
        rig.done(edit(draft));
        assertNotEquals(old, row().secrets().get("token"));
        assertEquals(List.of("an0ther"), List.copyOf(rig.vault.values.values()));
        assertArrayEquals(new char[7], draft.secrets().get("token"));
        assertEquals("history.connection-changed", rig.history().getFirst());
    }

    @Test
    void aSecretLeftEmptyOnPurposeIsForgotten() {
        rig.done(edit(draft("g", "u1", Map.of("token", ""))));
        assertEquals(Map.of(), row().secrets());
        assertTrue(rig.vault.values.isEmpty());
    }

    @Test
    void aNewNameAloneIsItsOwnLineAndLeavesWritingOn() {
        rig.done(rig.desk.allowWriting(id, Duration.ofHours(1)));
        rig.done(edit(draft("garage", "u1", Map.of())));
        assertEquals("garage", view().name());
        assertTrue(view().writableUntil().isPresent());
        assertEquals("history.connection-renamed", rig.history().getFirst());
    }

    @Test
    void anotherAddressEndsWriting() {
        rig.done(rig.desk.allowWriting(id, Duration.ofHours(1)));
        rig.done(edit(draft("g", "u2", Map.of())));
        assertEquals(Optional.empty(), view().writableUntil());
        assertEquals(0, row().writableUntil());
        assertEquals("history.writing-off", rig.history().getFirst());
    }

    @Test
    void whatIsRefusedLeavesTheConnectionAsItWas() {
        rig.add("h", "u2");
        Workspace.EndpointRow before = row();
        Map<String, String> vault = Map.copyOf(rig.vault.values);
        assertEquals(OwnError.NAME_TAKEN, refused(draft("H", "u1", Map.of())));
        assertEquals(CommonError.BAD_SETTING, refused(draft(" ", "u1", Map.of())));
        assertEquals(CommonError.BAD_SETTING, refused(draft("g", "", Map.of())));
        assertEquals(CommonError.BAD_SETTING, refused(draft("g", "bad", Map.of("token", "x"))));
        assertEquals(
                OwnError.UNKNOWN_TYPE,
                refused(new EndpointDraft("other", "g", Map.of("url", "u1"), Map.of())));
        rig.vault.state = Secrets.State.LOCKED;
        assertEquals(OwnError.VAULT_LOCKED, refused(draft("g", "u1", Map.of("token", "x"))));
        assertEquals(before, row());
        assertEquals(vault, rig.vault.values);
    }

    @Test
    void aLockedVaultDoesNotHinderWhatNeedsNone() {
        rig.vault.state = Secrets.State.LOCKED;
        rig.done(edit(draft("garage", "u2", Map.of())));
        assertEquals("garage", view().name());
        assertEquals(1, row().secrets().size());
    }

    @Test
    void aTrialOfTheChangeUsesTheKeptSecretAndKeepsNothing() {
        rig.connections.secretsFound.clear();
        Workspace.EndpointRow before = row();
        var seen = rig.desk.configuring().test(id, draft("g", "u2", Map.of()));
        assertEquals("f2", rig.done(seen).fingerprint());
        assertEquals(List.of("s3cret"), rig.connections.secretsFound);
        rig.connections.secretsFound.clear();
        rig.done(rig.desk.configuring().test(id, draft("g", "u2", Map.of("token", "n3w"))));
        assertEquals(List.of("n3w"), rig.connections.secretsFound);
        rig.connections.secretsFound.clear();
        rig.done(rig.desk.configuring().test(id, draft("g", "u2", Map.of("token", ""))));
        assertEquals(List.of(), rig.connections.secretsFound);
        assertEquals(before, row());
        assertEquals(1, rig.vault.values.size());
    }

    /** An answer that was under way belongs to the old address. */
    @Test
    void whatTheOldAddressStillSaysIsVoid() {
        rig.desk.refresh();
        rig.runState();
        edit(draft("g", "u2", Map.of()));
        rig.run();
        assertEquals("f2", view().fingerprint());
        assertEquals(false, rig.desk.state().refreshing());
    }

    @Test
    void aFileIsLookedAtWithoutKeepingAnything() {
        rig.files.looks.put("~/k", new OwnFiles.Look(OwnFiles.Kind.PRIVATE_KEY, true));
        assertTrue(rig.done(rig.desk.configuring().lookAt("~/k")).open());
        assertEquals(
                OwnFiles.Kind.MISSING, rig.done(rig.desk.configuring().lookAt("~/other")).kind());
    }

    private CompletableFuture<Void> edit(EndpointDraft draft) {
        return rig.desk.configuring().edit(id, draft);
    }

    private Object refused(EndpointDraft draft) {
        return rig.refused(edit(draft)).code();
    }

    private EndpointView view() {
        return rig.desk.state().collective().orElseThrow().endpoints().getFirst();
    }

    private Workspace.EndpointRow row() {
        String collective = rig.desk.state().collective().orElseThrow().id();
        return rig.workspace.endpoints(collective).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static EndpointDraft draft(String name, String url, Map<String, String> secrets) {
        Map<String, char[]> values = new HashMap<>();
        secrets.forEach((key, value) -> values.put(key, value.toCharArray()));
        return new EndpointDraft("fake", name, Map.of("url", url), values);
    }
}
