package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronron.api.Action;
import org.ronron.api.Effect;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.PlanJson;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;

/** Whom to write to is read right before the call, reaches the system, and is kept nowhere. */
final class LiveValuesTest extends EngineRig {
    private static final String MAIL = "mail.send";

    @BeforeEach
    void contact() {
        rig.world.contacts.put("email", SpacePlans.EMAIL);
        rig.world.contacts.put("name", SpacePlans.NAME);
        rig.world.echoing.add(MAIL);
    }

    private static Plan plan(StepClass stepClass) {
        return SpacePlans.plan("op", "chats", SpacePlans.writing(Rig.call(0, stepClass, MAIL)));
    }

    @ParameterizedTest
    @EnumSource(StepClass.class)
    void theSystemIsGivenThemAndNothingKeepsThem(StepClass stepClass) throws Exception {
        rig.begin(plan(stepClass));
        assertEquals(OperationView.State.DONE, rig.state("op"));
        assertEquals(
                Json.obj()
                        .with("to", SpacePlans.EMAIL)
                        .with("person", SpacePlans.NAME)
                        .with("template", "space.ready"),
                rig.world.given.getFirst());
        nowhere();
    }

    @ParameterizedTest
    @EnumSource(StepClass.class)
    void aSystemThatEchoesThemInItsFaultTellsNobody(StepClass stepClass) throws Exception {
        rig.world.mishap("echo", () -> {});
        rig.begin(plan(stepClass));
        assertTrue(
                rig.journal.events.stream()
                        .anyMatch(e -> e.body().object("fault").members().containsKey("details")),
                "a fault was kept");
        nowhere();
    }

    @Test
    void whatASystemReportsOfItsProgressIsShownWithoutThem() throws Exception {
        List<String> seen = new ArrayList<>();
        rig.world.during.put(MAIL, () -> seen.add(rig.view("op").toString()));
        rig.crash =
                name -> {
                    if (name.equals(CrashPoints.AFTER_PERFORM)) {
                        seen.add(rig.view("op").toString());
                    }
                };
        rig.begin(plan(StepClass.PROBEABLE));
        assertEquals(2, seen.size());
        assertTrue(seen.getLast().contains("sending"), seen.getLast());
        seen.forEach(LiveValuesTest::without);
    }

    private void nowhere() {
        rig.journal.events.forEach(e -> without(e.toString()));
        rig.journal.history.forEach(h -> without(h.toString()));
        rig.journal.rows.forEach(r -> without(r.toString()));
        without(rig.view("op").toString());
        without(PlanJson.write(rig.view("op").plan()).toString());
    }

    private static void without(String text) {
        assertFalse(text.contains(SpacePlans.NAME), text);
        assertFalse(text.contains("asso.test"), text);
    }

    @Test
    void oneThatCannotBeReadChangesNothing() throws Exception {
        rig.world.contacts.clear();
        rig.begin(plan(StepClass.ONE_SHOT));
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(0, rig.world.times(MAIL));
        assertEquals(Optional.of(OwnError.CONTACT_GONE), fault(0));
        assertEquals(
                Optional.of(Effect.NONE),
                rig.view("op").steps().getFirst().fault().map(f -> f.effect()));
        assertEquals(List.of(Kind.INTENT, Kind.REFUSED, Kind.STOPPED), rig.journal.kinds(0));
        contact();
        rig.engine.tryAgain("op", Rig.ME);
        rig.run();
        assertEquals(1, rig.world.times(MAIL));
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }

    @Test
    void aSourceThatBreaksChangesNothingEither() throws Exception {
        rig.world.contacts.put("email", "\u0000broken " + SpacePlans.EMAIL);
        rig.begin(plan(StepClass.ONE_SHOT));
        assertEquals(OperationView.State.STOPPED, rig.state("op"));
        assertEquals(Optional.of(OwnError.INTERNAL), fault(0));
        assertEquals(List.of(Kind.INTENT, Kind.REFUSED, Kind.STOPPED), rig.journal.kinds(0));
        nowhere();
    }

    /** A locked vault is no refusal: the step is begun once its source can be read. */
    @Test
    void aSourceWhoseSecretIsLockedIsWaitedFor() throws Exception {
        rig.world.locked.add("charon");
        rig.begin(plan(StepClass.ONE_SHOT));
        assertEquals(List.of(), rig.journal.kinds(0));
        rig.world.locked.clear();
        rig.engine.poll();
        rig.run();
        assertEquals(OperationView.State.DONE, rig.state("op"));
    }

    @Test
    void theyStandInNoWordsOfTheirHolder() throws Exception {
        Action action =
                new Action(
                        "mail",
                        MAIL,
                        Json.obj().with("to", new LiveValue("email", "", "h").json()));
        LiveArguments live = LiveArguments.of(action, rig.world);
        assertEquals(SpacePlans.EMAIL, live.action().arguments().word("to"));
        assertEquals("LiveArguments[1]", live.toString());
        assertEquals(List.of(), LiveArguments.sources(action));
    }
}
