package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement.Config;
import org.ronron.api.Placement.Phase;
import org.ronron.api.Placement.PlacementStep;
import org.ronron.layout.work.Evacuation;
import org.ronron.layout.work.EvacuationError;
import org.ronron.practice.nomad.NomadSimulator.Trouble;
import org.ronron.resources.Texts;

/** Onion is carried from dathomir to corrin, with and without what may go wrong. */
class MovingTest extends Rig {
    private List<PlacementStep> steps() throws ConnectorException {
        return placement().steps(state(), List.of(to("onion", "corrin")), "op7");
    }

    private Move to(String name, String zone) {
        return new Move(nomad.id(name), zone);
    }

    private static List<String> texts(List<PlacementStep> steps) {
        return steps.stream().map(PlacementStep::text).toList();
    }

    private Verdict probe(PlacementStep step) throws ConnectorException {
        return probe(step.action()).verdict();
    }

    @Test
    void theWholeWay() throws Exception {
        List<PlacementStep> steps = steps();
        assertEquals(
                List.of("step.drain", "step.empty", "step.zone", "step.eligible", "step.ready"),
                texts(steps));
        assertEquals(
                List.of(Phase.LEAVE, Phase.LEAVE, Phase.ARRIVE, Phase.ARRIVE, Phase.ARRIVE),
                steps.stream().map(PlacementStep::phase).toList());
        assertEquals(
                new Config(
                        "/etc/nomad.d/nomad.hcl",
                        "datacenter = \"dathomir\"",
                        "datacenter = \"corrin\"",
                        "systemctl restart nomad"),
                steps.get(2).config().orElseThrow());

        assertEquals(Verdict.NOT_DONE, probe(steps.get(0)));
        perform(steps.get(0).action());
        assertEquals(Verdict.DONE, probe(steps.get(0)));
        assertEquals(Verdict.PENDING, probe(steps.get(1)));
        assertEquals("{running=3}", probe(steps.get(1).action()).found());
        pass(3);
        assertEquals(Verdict.DONE, probe(steps.get(1)));
        assertEquals(Verdict.DONE, probe(steps.get(0)), "complete, and still with our mark");

        assertEquals(Verdict.PENDING, probe(steps.get(2)));
        nomad.edit("onion", "corrin");
        nomad.restart("onion");
        assertEquals(
                Verdict.PENDING, probe(steps.get(2)), "ready all the while, and not there yet");
        pass(2);
        assertEquals(Verdict.DONE, probe(steps.get(2)));

        assertEquals(Verdict.NOT_DONE, probe(steps.get(3)));
        assertEquals(Verdict.PENDING, probe(steps.get(4)));
        perform(steps.get(3).action());
        assertEquals(Verdict.DONE, probe(steps.get(3)));
        assertEquals(Verdict.DONE, probe(steps.get(4)));
        pass(2);
        assertTrue(nomad.liveOn("onion") > 0, "what runs everywhere has come back");
        assertEquals(
                List.of(
                        "POST /v1/node/" + nomad.id("onion") + "/drain",
                        "POST /v1/node/" + nomad.id("onion") + "/eligibility"),
                nomad.changes());
    }

    @Test
    void completeIsNotEmpty() throws Exception {
        perform(action(Evacuation.DRAIN, "onion", "m"));
        nomad.forceDrain("onion");
        Action empty = action(Evacuation.EMPTY, "onion", "m");
        assertEquals(Verdict.PENDING, probe(empty).verdict());
        pass(3);
        assertEquals(Verdict.DONE, probe(empty).verdict());
    }

    @Test
    void ofSeveralAllLeaveBeforeHandsTouchThem() throws Exception {
        List<PlacementStep> two =
                placement().steps(state(), List.of(to("onion", "a"), to("ananas", "a")), "op7");
        assertEquals(
                "drain empty drain empty zone eligible ready zone eligible ready",
                texts(two).stream()
                        .map(text -> text.replace("step.", ""))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void aMachineThatTookNoWorkIsNotGivenAny() throws Exception {
        nomad.eligible("onion", false);
        assertEquals(List.of("step.drain", "step.empty", "step.zone"), texts(steps()));
    }

    @Test
    void theForecastSaysWhatHasToFindAPlace() throws Exception {
        Forecast forecast = placement().forecast(state(), List.of(to("onion", "corrin")));
        assertEquals(2, forecast.workloadsToMove().orElseThrow());
        assertEquals(List.of("nowhere", "room", "everywhere"), keys(forecast));
        assertEquals("pinned", forecast.warnings().get(0).details().get("value"));
        assertEquals("800", forecast.warnings().get(1).details().get("value"));
        assertEquals("node-exporter", forecast.warnings().get(2).details().get("value"));

        List<Move> all = new ArrayList<>();
        observe().nodes().forEach(n -> all.add(new Move(n.key(), "corrin")));
        Forecast none = placement().forecast(state(), all);
        assertEquals("noRoom", none.warnings().getFirst().key());
        assertEquals("0", none.warnings().getFirst().details().get("free"));
    }

    private static List<String> keys(Forecast forecast) {
        return forecast.warnings().stream().map(Forecast.Warning::key).toList();
    }

    @Test
    void aMachineThatIsAwayCannotBeEmptied() throws Exception {
        nomad.kill("onion");
        pass(13);
        Fault fault = refused(EvacuationError.AWAY, this::steps);
        assertEquals("onion", fault.details().get("node"));
        assertEquals(
                "« Chez Zoé » dit down. Rien n’a été changé.",
                Texts.of(Locale.FRENCH, List.of(new NomadConnector()))
                        .what(fault)
                        .replace('\u00a0', ' ')
                        .replaceFirst("^.* : ", ""));
        Action drain = action(Evacuation.DRAIN, "onion", "m");
        refused(EvacuationError.AWAY, () -> perform(drain));
        assertEquals(List.of(), nomad.changes());
    }

    @Test
    void whatSomebodyElseEmptiesIsTheirs() throws Exception {
        Json.Obj before = state();
        nomad.drainAsSomebodyElse("onion");
        refused(EvacuationError.BY_OTHERS, this::steps);
        List<PlacementStep> planned =
                placement().steps(before, List.of(to("onion", "corrin")), "op7");
        Action drain = planned.getFirst().action();
        refused(EvacuationError.BY_OTHERS, () -> perform(drain));
        assertEquals(Verdict.NOT_OURS, probe(drain).verdict());
        Action stop = inverse(drain).orElseThrow();
        refused(EvacuationError.BY_OTHERS, () -> perform(stop));
        assertEquals(List.of(), nomad.changes());
    }

    @Test
    void undoingADrainGivesTheMachineBack() throws Exception {
        Action drain = steps().getFirst().action();
        perform(drain);
        Action stop = inverse(drain).orElseThrow();
        assertEquals(Evacuation.STOP, stop.verb());
        assertEquals(Verdict.NOT_DONE, probe(stop).verdict());
        pass(3);
        assertEquals(Verdict.NOT_DONE, probe(stop).verdict(), "ended, and still without work");
        perform(stop);
        assertEquals(Verdict.DONE, probe(stop).verdict());
        assertEquals("yes", node("onion").labels().get("eligible"));
        Action eligible = action(Evacuation.ELIGIBLE, "onion", "m");
        assertEquals(Evacuation.INELIGIBLE, inverse(eligible).orElseThrow().verb());
        assertTrue(inverse(stop).isEmpty());
    }

    @Test
    void whoDoesNotSeeAllServicesMovesNothing() throws Exception {
        as("partial", Map.of());
        refused(NomadError.SEES_TOO_LITTLE, this::steps);
    }

    @Test
    void theFaultyVersionIsNotChanged() throws Exception {
        nomad.version("1.11.2");
        assertEquals(List.of("faulty"), kinds());
        refused(NomadError.VERSION_NOT_CHANGED, this::steps);
    }

    @Test
    void aTokenThatOnlyReadsLacksTheRight() throws Exception {
        as("read", Map.of());
        Action drain = steps().getFirst().action();
        Fault fault = refused(CommonError.RIGHT_MISSING, () -> perform(drain));
        assertEquals("/v1/node/" + nomad.id("onion") + "/drain", fault.details().get("right"));
        assertEquals(Verdict.NOT_DONE, probe(drain).verdict());
    }

    @Test
    void aTokenForWritingIsUsedForChangesOnly() throws Exception {
        as("read", Map.of("writeToken", "write"));
        perform(steps().getFirst().action());
        assertEquals("yes", node("onion").labels().get("draining"));
    }

    @Test
    void whatNomadRefusesIsToldInItsWords() throws Exception {
        nomad.trouble("/drain", Trouble.SERVER_GONE);
        Action drain = steps().getFirst().action();
        Fault fault = assertThrows(ConnectorException.class, () -> perform(drain)).fault();
        assertEquals(NomadError.REFUSED, fault.code());
        assertEquals(Effect.UNKNOWN, fault.effect());
        assertTrue(String.valueOf(fault.details().get("message")).contains("connection refused"));
    }

    @Test
    void aMachineIsSeenAgain() throws Exception {
        Action seen = action(Evacuation.SEEN, "onion", "");
        assertEquals(Verdict.DONE, probe(seen).verdict());
        nomad.kill("onion");
        pass(13);
        assertEquals(Verdict.PENDING, probe(seen).verdict());
        nomad.purge("onion");
        assertEquals(Verdict.PENDING, probe(seen).verdict());
        nomad.start("onion");
        pass(2);
        assertEquals(Verdict.DONE, probe(seen).verdict());
    }

    private interface Call {
        Object run() throws ConnectorException;
    }

    private static Fault refused(ErrorCode code, Call call) {
        Fault fault = assertThrows(ConnectorException.class, call::run).fault();
        assertEquals(code, fault.code(), fault.toString());
        assertEquals(Effect.NONE, fault.effect());
        return fault;
    }
}
