package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.api.StepClass;
import org.ronron.core.json.JsonText;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.PlanJson;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.Secrets;

/**
 * Ronron makes a secret once, keeps it before it says that it is about to send it, and sends that.
 */
final class MadeSecretsTest {
    private static final MadeSecret KEY = MadeSecret.of("op", "key", MadeSecret.Kind.S3_SECRET);

    private final Rig rig = new Rig();
    private final Plan plan = plan(StepClass.PROBEABLE);

    private static Plan plan(StepClass stepClass) {
        Step call = Rig.call(0, stepClass, "make");
        return Rig.plan("op", Rig.sending(call, KEY));
    }

    @Test
    void itIsInTheVaultBeforeTheIntent() throws Exception {
        rig.crash =
                name -> {
                    if (name.equals(CrashPoints.BEFORE_INTENT)) {
                        assertEquals(List.of(KEY.name()), rig.vault.puts);
                        assertTrue(intents().isEmpty());
                    }
                };
        rig.begin(plan);
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(List.of(KEY.name()), rig.vault.puts);
        assertEquals(List.of(KEY.name()), intents().getFirst().body().texts("secrets"));
    }

    @Test
    void killedBetweenTheVaultAndTheIntentItIsNotMadeAgain() throws Exception {
        assertEquals(value(CrashPoints.AFTER_SECRETS), rig.vault.value(KEY.name()));
        assertEquals(List.of(KEY.name()), rig.vault.puts);
        assertEquals(1, rig.world.times("make"));
        assertEquals(1, intents().size());
    }

    @Test
    void killedBetweenTheIntentAndTheCallItIsNotMadeAgain() throws Exception {
        assertEquals(value(CrashPoints.AFTER_INTENT), rig.vault.value(KEY.name()));
        assertEquals(List.of(KEY.name()), rig.vault.puts);
        assertEquals(1, rig.world.times("make"));
        assertEquals(2, intents().size());
    }

    /** What was in the vault when the program died there; afterwards it has gone on to its end. */
    private String value(String point) throws Exception {
        rig.crash =
                name -> {
                    if (name.equals(point)) {
                        throw new Rig.Crash(name);
                    }
                };
        assertThrows(Rig.Crash.class, () -> rig.begin(plan));
        String made = rig.vault.value(KEY.name());
        assertEquals(0, rig.world.times("make"));
        rig.restart();
        assertEquals(OperationView.State.DONE, rig.state("op"));
        return made;
    }

    @Test
    void aCallThatIsTriedAgainSendsTheSame() throws Exception {
        rig.world.mishap("make", World.fails(CommonError.UNREACHABLE, Effect.NONE));
        rig.begin(plan(StepClass.IDEMPOTENT));
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(2, intents().size());
        assertEquals(List.of(KEY.name()), rig.vault.puts);
    }

    @Test
    void withoutAnOpenVaultNothingIsBegun() throws Exception {
        rig.vault.state = Secrets.State.LOCKED;
        rig.begin(plan);
        assertTrue(intents().isEmpty());
        assertEquals(OperationView.State.RUNNING, rig.state("op"));
        rig.vault.state = Secrets.State.OPEN;
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }

    @Test
    void whatCannotBeKeptIsNotSent() throws Exception {
        rig.vault.full = true;
        rig.begin(plan);
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertTrue(intents().isEmpty());
        assertEquals(0, rig.world.times("make"));
        rig.vault.full = false;
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }

    @Test
    void theValueIsNowhereButInTheVault() throws Exception {
        rig.begin(plan);
        String value = rig.vault.value(KEY.name());
        for (JournalEvent event : rig.journal.events) {
            assertFalse(JsonText.write(event.body()).contains(value));
        }
        assertFalse(JsonText.write(PlanJson.write(plan)).contains(value));
        assertFalse(rig.view("op").toString().contains(value));
        assertTrue(JsonText.write(PlanJson.write(plan)).contains(KEY.name()));
    }

    @Test
    void eachKindLooksAsItSaysAndNoTwoAreEqual() throws Exception {
        VaultInMemory vault = new VaultInMemory();
        SecretMaker maker = new SecretMaker(vault, new SecureRandom());
        Set<String> seen = new HashSet<>();
        for (MadeSecret.Kind kind : MadeSecret.Kind.values()) {
            Set<Character> letters = new HashSet<>();
            for (int i = 0; i < 500; i++) {
                MadeSecret secret = MadeSecret.of("op", kind.name() + i, kind);
                maker.make(Rig.sending(Rig.call(0, StepClass.PROBEABLE, "make"), secret));
                String value = vault.value(secret.name());
                assertTrue(seen.add(value), value);
                assertTrue(value.startsWith(kind.prefix()), value);
                String rest = value.substring(kind.prefix().length());
                assertEquals(kind.length(), rest.length());
                rest.chars().forEach(c -> letters.add((char) c));
            }
            Set<Character> alphabet = new HashSet<>();
            kind.alphabet().chars().forEach(c -> alphabet.add((char) c));
            assertEquals(kind.alphabet().length(), alphabet.size(), "a letter twice");
            assertEquals(alphabet, letters);
        }
        assertNotEquals(0, seen.size());
    }

    private List<JournalEvent> intents() {
        return rig.journal.events.stream().filter(e -> e.kind() == Kind.INTENT).toList();
    }

    @Test
    void severalInOneStepAreAllMade() throws Exception {
        MadeSecret id = MadeSecret.of("op", "id", MadeSecret.Kind.S3_KEY_ID);
        Step call = Rig.sending(Rig.call(0, StepClass.PROBEABLE, "make"), KEY, id);
        rig.begin(Rig.plan("op", call));
        assertEquals(List.of(KEY.name(), id.name()), rig.vault.puts);
        assertEquals(
                Json.texts(List.of(KEY.name(), id.name())),
                intents().getFirst().body().at("secrets"));
    }
}
