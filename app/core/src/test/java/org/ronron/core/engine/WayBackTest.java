package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Placement;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;

/** The way back of a machine that two systems know, from each point at which one may stop. */
final class WayBackTest {
    private final Rig rig = new Rig();

    @Test
    void anEmptiedMachineIsTakenBackWithoutHands() throws Exception {
        begin("apply");
        assertEquals(List.of("undrain"), verbs(undo("dathomir", "dathomir")));
    }

    @Test
    void whatWasCarriedIsCarriedBackBeforeItMayServeAgain() throws Exception {
        begin("apply");
        pass("empty");
        rig.engine.confirm("op", MoveRig.CARRY, Rig.ME);
        rig.run();
        Plan back = undo("dathomir", "dathomir");
        assertEquals(List.of("step.hands.carry", "node.seen", "undrain"), verbs(back));
        assertEquals(
                Map.of("node", "onion", "from", "corrin", "zone", "dathomir"),
                back.steps().getFirst().values());
        assertEquals(List.of(List.of(), List.of(0), List.of(1)), needs(back));
    }

    @Test
    void aStagingIsTakenBackFirst() throws Exception {
        rig.world.readOnly.add("none");
        begin("apply");
        pass("empty");
        rig.world.mishap(
                "apply",
                World.fails(org.ronron.api.CommonError.SERVER_ERROR, org.ronron.api.Effect.NONE));
        there();
        Plan back = undo("dathomir", "dathomir");
        assertEquals(List.of("unstage", "step.hands.carry", "node.seen", "undrain"), verbs(back));
    }

    /** The layout stays for good, so the move is planned back; the scheduler has not moved yet. */
    @Test
    void aChangeForGoodIsMovedBackAndWhatDidNotMoveServesAgain() throws Exception {
        rig.world.placements.put("garage", placement("garage"));
        begin("forever-apply");
        pass("empty");
        there();
        assertEquals(1, rig.world.times("forever-apply"));
        Plan back = undo("corrin", "dathomir");
        assertEquals(
                List.of("step.hands.carry", "node.seen", "move garage dathomir", "undrain"),
                verbs(back));
        assertEquals(List.of(List.of(), List.of(0), List.of(1), List.of(0, 1)), needs(back));
        assertEquals(Optional.of("op"), back.undoes());
    }

    @Test
    void whatHasMovedInBothIsMovedBackInBoth() throws Exception {
        rig.world.placements.put("garage", placement("garage"));
        rig.world.placements.put("nomad", placement("nomad"));
        begin("forever-apply");
        pass("empty");
        there();
        pass("zone");
        assertEquals(1, rig.world.times("eligible"));
        Plan back = undo("corrin", "corrin");
        assertEquals(
                List.of(
                        "step.hands.carry",
                        "node.seen",
                        "move garage dathomir",
                        "move nomad dathomir"),
                verbs(back));
    }

    private void begin(String apply) throws Exception {
        MoveRig.nothingYet(rig.world);
        rig.begin(MoveRig.plan(apply));
    }

    private void pass(String verb) {
        rig.world.verdicts.put(verb, Verdict.DONE);
        rig.engine.poll();
        rig.run();
    }

    private void there() throws Exception {
        rig.engine.confirm("op", MoveRig.CARRY, Rig.ME);
        rig.world.verdicts.put("node.seen", Verdict.PENDING);
        rig.run();
        rig.engine.poll();
        rig.run();
        pass("node.seen");
    }

    private Plan undo(String inGarage, String inNomad) throws Exception {
        return rig.engine.undoPlan("op", picture(inGarage, inNomad));
    }

    private static List<String> verbs(Plan plan) {
        List<String> verbs = new ArrayList<>();
        for (Step step : plan.steps()) {
            verbs.add(step.action().map(Action::verb).orElse(step.text()));
        }
        return verbs;
    }

    private static List<List<Integer>> needs(Plan plan) {
        return plan.steps().stream().map(Step::needs).toList();
    }

    private static Placement placement(String endpoint) {
        return new Placement() {
            @Override
            public Forecast forecast(Json.Obj state, List<Move> moves) {
                return new Forecast(
                        1,
                        1,
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        true,
                        1,
                        1,
                        Map.of(),
                        List.of(),
                        false);
            }

            @Override
            public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String mark) {
                String verb = "move " + endpoint + " " + moves.getFirst().zone();
                return List.of(
                        PlacementStep.call("step.move", new Action(endpoint, verb, Json.obj())));
            }
        };
    }

    private static Collective picture(String inGarage, String inNomad) {
        List<Node.Presence> presences =
                List.of(presence("garage", inGarage), presence("nomad", inNomad));
        OptionalLong none = OptionalLong.empty();
        Node onion =
                new Node(
                        "onion",
                        "onion",
                        inGarage,
                        false,
                        Node.State.FINE,
                        NodeFact.Machine.PHYSICAL,
                        Optional.empty(),
                        Optional.empty(),
                        none,
                        none,
                        none,
                        none,
                        presences,
                        List.of(),
                        true,
                        "",
                        Notes.EMPTY);
        return new Collective(
                Rig.COLLECTIVE,
                "Ours",
                "own",
                List.of(),
                List.of(onion),
                List.of(cluster("garage"), cluster("nomad")),
                List.of(endpoint("garage"), endpoint("nomad")),
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    private static Node.Presence presence(String endpoint, String zone) {
        return new Node.Presence(endpoint, endpoint, endpoint, "key", "all", "member", Map.of())
                .in(zone);
    }

    private static Cluster cluster(String endpoint) {
        return new Cluster(endpoint, "all", endpoint, OptionalInt.empty(), true, false, Json.obj());
    }

    private static EndpointView endpoint(String id) {
        return new EndpointView(
                id,
                id,
                id,
                "",
                EndpointView.State.FINE,
                "1",
                "as planned",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
