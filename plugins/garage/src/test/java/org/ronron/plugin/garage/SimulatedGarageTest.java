package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Calm;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.practice.garage.GarageSimulator.Trouble;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** Bad days of a cluster, on the simulator. */
class SimulatedGarageTest {
    private static final int ONION = 4;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Instant now = Instant.parse("2026-11-23T20:00:00Z");
    private GarageSimulator garage;
    private Lender lender;
    private Session session;

    @BeforeEach
    void start() throws Exception {
        garage = new GarageSimulator(threads);
        lender = new Lender(Map.of("token", garage.token()), () -> now);
        Map<String, String> settings =
                Map.of("url", "" + garage.adminUrl(1), "peers", "" + garage.adminUrl(3));
        session = lender.open(new GarageConnector(), settings, true, Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        lender.close();
        garage.close();
        threads.shutdownNow();
    }

    @Test
    void aMoveIsDoneAfterTwoCleanLooksInARow() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        Json.Obj applied = perform(steps.get(1));
        assertEquals(applied.at("usableForecast"), applied.at("usable"));
        Action settle = steps.get(2);

        Evidence look = actions().probe(settle);
        assertTrue(look.found().contains("live [2, 1]"), look.found());
        int looks = 1;
        while (!look.found().startsWith(Calm.FIRST)) {
            assertEquals(Verdict.PENDING, look.verdict());
            look = actions().probe(settle, Optional.of(look));
            assertTrue(looks++ < 20, look.found());
        }
        assertTrue(looks > 4, "metadata in three rounds, then blocks: " + looks);
        assertEquals(Verdict.PENDING, look.verdict());
        Evidence first = look;
        now = now.plusSeconds(1);
        assertEquals(
                first,
                actions().probe(settle, Optional.of(first)),
                "a look right after is no second one, and the first keeps its time");
        assertEquals(Verdict.PENDING, actions().probe(settle).verdict());

        now = now.plus(Settling.CALM.apart());
        garage.resyncErrors(2, 1);
        Evidence dirty = actions().probe(settle, Optional.of(first));
        assertEquals(Verdict.PENDING, dirty.verdict());
        assertFalse(dirty.found().startsWith(Calm.FIRST), dirty.found());
        garage.resyncErrors(2, 0);
        Evidence again = actions().probe(settle, Optional.of(dirty));
        assertTrue(again.found().startsWith(Calm.FIRST), again.found());
        now = now.plus(Settling.CALM.apart());
        assertEquals(Verdict.DONE, actions().probe(settle, Optional.of(again)).verdict());
        assertEquals(
                List.of("POST /v2/UpdateClusterLayout", "POST /v2/ApplyClusterLayout"),
                garage.changes());
    }

    @Test
    void aNodeThatDiesDuringTheMoveHoldsItUp() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        perform(steps.get(1));
        garage.kill(2);
        Action seen = new Action("e", "node.seen", Json.obj().with("node", garage.id(2)));
        assertEquals(Verdict.PENDING, actions().probe(seen).verdict());
        for (int i = 0; i < 10; i++) {
            Evidence look = actions().probe(steps.get(2));
            assertEquals(Verdict.PENDING, look.verdict());
            assertTrue(look.found().endsWith("silent 1"), look.found());
        }
        Observation seenNow = observe();
        assertEquals(List.of("down"), kinds(seenNow));
        assertFalse(seenNow.clusters().getFirst().healthy());
        assertTrue(seenNow.clusters().getFirst().busy());
        ConnectorException e = assertThrows(ConnectorException.class, () -> steps("bespin"));
        assertEquals(GarageError.CHANGE_UNDER_WAY, e.fault().code());

        garage.start(2);
        assertEquals(Verdict.DONE, actions().probe(seen).verdict());
    }

    @Test
    void blocksThatCannotBeBroughtAreFound() throws Exception {
        garage.resyncErrors(2, 7);
        Observation seen = observe();
        assertEquals(List.of("resync"), kinds(seen));
        assertEquals("7", seen.findings().getFirst().details().get("blocks"));
        assertEquals("courgette", seen.findings().getFirst().details().get("node"));
    }

    @Test
    void twoLayoutsUnderOneNumberStopEverything() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        garage.disagree(3);
        Fault fault = refused(GarageError.LAYOUTS_DIFFER, steps.get(1));
        assertEquals(Effect.UNKNOWN, fault.effect());
        assertEquals(List.of("differ"), kinds(observe()));
        for (int i = 0; i < 12; i++) {
            Optional<Evidence> look = probed(steps.get(2));
            if (look.isEmpty()) {
                return;
            }
            assertEquals(Verdict.PENDING, look.get().verdict());
        }
        throw new AssertionError("never told that the layouts differ");
    }

    private Optional<Evidence> probed(Action settle) {
        try {
            return Optional.of(actions().probe(settle));
        } catch (ConnectorException e) {
            assertEquals(GarageError.LAYOUTS_DIFFER, e.fault().code());
            return Optional.empty();
        }
    }

    @Test
    void moreInTheStagingThanOursIsNotApplied() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        garage.stageAsSomebodyElse(2, "scorpio");
        Fault fault = refused(GarageError.STAGED_BY_OTHERS, steps.get(1));
        assertEquals("onion → corrin, courgette → scorpio", fault.details().get("staged"));
        assertEquals("onion → corrin", fault.details().get("plan"));
        assertEquals(List.of("staged"), kinds(observe()));
        assertEquals(1, garage.changes().size());
    }

    @Test
    void lessInTheStagingThanOursIsNotApplied() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        garage.admin(2).post("/v2/RevertClusterLayout", "");
        refused(GarageError.STAGED_BY_OTHERS, steps.get(1));
        assertEquals(Verdict.NOT_DONE, actions().probe(steps.get(0)).verdict());
    }

    @Test
    void anotherZoneForOurNodeIsNotOursAndIsNotTakenBack() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        garage.stageAsSomebodyElse(ONION, "scorpio");
        assertEquals(Verdict.NOT_OURS, actions().probe(steps.get(0)).verdict());
        Action back = actions().inverse(steps.get(0)).orElseThrow();
        refused(GarageError.STAGED_BY_OTHERS, back);
        refused(GarageError.STAGED_BY_OTHERS, steps.get(1));
    }

    @Test
    void whatIsStagedAlreadyRefusesAPlanAndAStep() throws Exception {
        List<Action> steps = steps("corrin");
        garage.stageAsSomebodyElse(2, "scorpio");
        refused(GarageError.STAGED_BY_OTHERS, steps.get(0));
        ConnectorException e = assertThrows(ConnectorException.class, () -> steps("bespin"));
        assertEquals(GarageError.STAGED_BY_OTHERS, e.fault().code());
        assertEquals(List.of(), garage.changes());
    }

    @Test
    void takingBackBeforeTheApplyLeavesNothing() throws Exception {
        String before = observe().fingerprint();
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        assertFalse(before.equals(observe().fingerprint()));
        perform(actions().inverse(steps.get(0)).orElseThrow());
        assertEquals(before, observe().fingerprint());
        assertTrue(actions().inverse(steps.get(1)).isEmpty());
    }

    @Test
    void anApplyThatGarageRefusesChangesNothing() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        garage.trouble("ApplyClusterLayout", Trouble.REFUSED);
        Fault fault = refused(GarageError.APPLY_REFUSED, steps.get(1));
        assertEquals(Effect.NONE, fault.effect());
        assertEquals("Internal error: Invalid new layout version", fault.details().get("message"));
        perform(steps.get(1));
    }

    @Test
    void aPreviewThatContradictsThePlanIsNotApplied() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        Action apply = steps.get(1);
        long usable = apply.arguments().number("usable").orElseThrow();
        Json.Obj other = apply.arguments().with("usable", usable + 1);
        Fault fault =
                refused(
                        GarageError.PREVIEW_DIFFERS,
                        new Action(apply.endpointId(), apply.verb(), other));
        assertEquals(Effect.NONE, fault.effect());
        assertEquals("" + usable, fault.details().get("found"));
        assertEquals("" + (usable + 1), fault.details().get("planned"));
        assertEquals(Verdict.NOT_DONE, actions().probe(apply).verdict());
        perform(apply);
        assertEquals(Verdict.DONE, actions().probe(apply).verdict());
    }

    @Test
    void anAnswerThatNeverComesLeavesItOpen() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        garage.trouble("ApplyClusterLayout", Trouble.HANG);
        try (Session hasty =
                lender.open(
                        new GarageConnector(),
                        Map.of("url", "" + garage.adminUrl(1)),
                        true,
                        Duration.ofMillis(700))) {
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class,
                            () ->
                                    hasty.capability(Actions.class)
                                            .orElseThrow()
                                            .perform(steps.get(1), new Unheard()));
            assertEquals(Effect.UNKNOWN, e.fault().effect());
        }
        assertEquals(Verdict.NOT_DONE, actions().probe(steps.get(1)).verdict());
    }

    @Test
    void aLayoutThatMovedOnIsSaidAndProbedForWhatItIs() throws Exception {
        List<Action> steps = steps("corrin");
        perform(steps.get(0));
        garage.stageAsSomebodyElse(2, "scorpio");
        garage.admin(2).post("/v2/ApplyClusterLayout", "{\"version\":2}");
        assertEquals(Verdict.APPEARED, actions().probe(steps.get(1)).verdict());
        Fault fault = refused(GarageError.LAYOUT_MOVED_ON, steps.get(1));
        assertEquals("2", fault.details().get("found"));
        refused(GarageError.LAYOUT_MOVED_ON, steps.get(0));
        garage.stageAsSomebodyElse(ONION, "scorpio");
        garage.admin(2).post("/v2/ApplyClusterLayout", "{\"version\":3}");
        assertEquals(Verdict.NOT_OURS, actions().probe(steps.get(1)).verdict());
    }

    @Test
    void aNodeWithoutARoleCannotBeMoved() {
        ConnectorException e =
                assertThrows(
                        ConnectorException.class,
                        () ->
                                placement()
                                        .steps(
                                                observe().clusters().getFirst().state(),
                                                List.of(new Move("0000", "corrin")),
                                                "m1"));
        assertEquals(GarageError.IMPOSSIBLE, e.fault().code());
    }

    @Test
    void aVerbThatGarageDoesNotKnowIsNotOffered() {
        Action deployed = new Action("e", "node.zone", Json.obj());
        assertThrows(IllegalArgumentException.class, () -> actions().describe(deployed));
    }

    @Test
    void whatIsDescribedIsWhatIsSent() throws Exception {
        List<Action> steps = steps("corrin");
        assertEquals(
                "curl -X POST -H \"Authorization: Bearer $token\" -H 'Content-Type:"
                        + " application/json' --data '{\"version\":2}' '"
                        + garage.adminUrl(1)
                        + "/v2/ApplyClusterLayout'",
                actions().describe(steps.get(1)).exactCall());
        String stage = actions().describe(steps.get(0)).exactCall();
        assertTrue(stage.contains("\"zone\":\"corrin\",\"capacity\":500000000000"), stage);
        assertTrue(stage.contains("\"tags\":[\"onion\"]"), stage);
    }

    private Fault refused(ErrorCode code, Action action) {
        ConnectorException e = assertThrows(ConnectorException.class, () -> perform(action));
        assertEquals(code, e.fault().code(), e.fault().toString());
        assertEquals(Lender.ENDPOINT, e.fault().endpoint());
        return e.fault();
    }

    private Json.Obj perform(Action action) throws ConnectorException {
        return actions().perform(action, new Unheard());
    }

    private List<Action> steps(String zone) throws ConnectorException {
        Json.Obj state = observe().clusters().getFirst().state();
        return placement().steps(state, List.of(new Move(garage.id(ONION), zone)), "m1").stream()
                .map(Placement.PlacementStep::action)
                .toList();
    }

    private Observation observe() throws ConnectorException {
        return session.capability(Inventory.class).orElseThrow().observe();
    }

    private static List<String> kinds(Observation seen) {
        return seen.findings().stream().map(FindingFact::kind).toList();
    }

    private Placement placement() {
        return session.capability(Placement.class).orElseThrow();
    }

    private Actions actions() {
        return session.capability(Actions.class).orElseThrow();
    }
}
