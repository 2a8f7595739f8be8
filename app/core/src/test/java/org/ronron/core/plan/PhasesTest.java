package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement.Config;
import org.ronron.api.Placement.Phase;
import org.ronron.api.Placement.PlacementStep;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.plan.MoveNode.Truth;

/** Machines that a scheduler and a storage cluster both know. */
final class PhasesTest extends PlannerRig {
    @BeforeEach
    void scheduler() {
        placing.add("nomad");
        scripts.put("nomad", PhasesTest::script);
    }

    /** As a scheduler's connector says it: first all drains, then all that comes back. */
    private static List<PlacementStep> script(List<Move> moves) {
        List<PlacementStep> steps = new ArrayList<>();
        for (Move move : moves) {
            Json.Obj node = Json.obj().with("node", move.nodeKey());
            steps.add(call("step.drain", "drain", node).in(Phase.LEAVE));
            steps.add(
                    PlacementStep.waiting("step.empty", new Action("nomad", "empty", node))
                            .in(Phase.LEAVE));
        }
        for (Move move : moves) {
            Json.Obj node = Json.obj().with("node", move.nodeKey());
            Config config =
                    new Config(
                            "/etc/nomad.d/nomad.hcl",
                            "datacenter = \"old\"",
                            "datacenter = \"" + move.zone() + "\"",
                            "systemctl restart nomad");
            Action seen = new Action("nomad", "node.zone", node.with("zone", move.zone()));
            steps.add(PlacementStep.owner("step.config", seen, config));
            steps.add(call("step.eligible", "eligible", node).in(Phase.ARRIVE));
        }
        return steps;
    }

    private static PlacementStep call(String text, String verb, Json.Obj arguments) {
        return PlacementStep.call(text, new Action("nomad", verb, arguments));
    }

    private static MoveNode carry(String node, String zone) {
        return new MoveNode(node, zone, Truth.WILL_CARRY);
    }

    @Test
    void oneCarriedMachineOfTwoSystems() throws Exception {
        Plan plan =
                planner.plan(
                        joined(node("onion", "dathomir", "garage", "nomad")),
                        List.of(carry("onion", "corrin")));
        assertEquals(
                List.of(
                        "step.drain",
                        "step.empty",
                        "step.hands.carry",
                        "step.hands.plug",
                        "step.stage",
                        "step.apply",
                        "step.hands.machine",
                        "step.eligible",
                        "step.settle"),
                texts(plan));
        assertEquals(
                List.of(
                        List.of(),
                        List.of(0),
                        List.of(1),
                        List.of(2),
                        List.of(3),
                        List.of(4),
                        List.of(3),
                        List.of(6),
                        List.of(5)),
                needs(plan));
        assertEquals(
                "garage",
                plan.steps().get(3).action().orElseThrow().endpointId(),
                "seen again by the system whose change waits for it");
        assertEquals(Set.of("garage", "nomad"), plan.basis().keySet());
    }

    @Test
    void theOwnersStepNamesWhoWritesTheFile() throws Exception {
        Map<String, String> texts =
                Map.of(
                        "", "step.hands.machine",
                        "salt", "step.hands.salt",
                        "nixos", "step.hands.nixos",
                        "other", "step.hands.repository");
        for (Map.Entry<String, String> owner : texts.entrySet()) {
            Node plain = node("onion", "dathomir", "garage", "nomad");
            Node node =
                    node(
                            "onion",
                            "dathomir",
                            Optional.empty(),
                            plain.presences(),
                            List.of(),
                            owner.getKey());
            Plan plan = planner.plan(joined(node), List.of(label("onion", "corrin")));
            Step step = step(plan, owner.getValue());
            assertEquals(Step.Kind.HANDS, step.kind());
            assertEquals("node.zone", step.action().orElseThrow().verb());
            assertEquals("/etc/nomad.d/nomad.hcl", step.values().get("file"));
            String diff =
                    """
                    --- a/etc/nomad.d/nomad.hcl
                    +++ b/etc/nomad.d/nomad.hcl
                    @@
                    -datacenter = "old"
                    +datacenter = "corrin\"""";
            boolean nobody = owner.getKey().isEmpty();
            assertEquals(diff + (nobody ? "\n\n$ systemctl restart nomad" : ""), step.show());
        }
    }

    @Test
    void whatIsThereAlreadyIsEmptiedAndNotCarried() throws Exception {
        Plan plan =
                planner.plan(
                        joined(node("onion", "dathomir", "garage", "nomad")),
                        List.of(label("onion", "corrin")));
        assertEquals(
                List.of(
                        "step.drain",
                        "step.empty",
                        "step.stage",
                        "step.apply",
                        "step.hands.machine",
                        "step.eligible",
                        "step.settle"),
                texts(plan));
        assertEquals(
                List.of(
                        List.of(),
                        List.of(0),
                        List.of(1),
                        List.of(2),
                        List.of(1),
                        List.of(4),
                        List.of(3)),
                needs(plan));
    }

    @Test
    void machinesOfOneZoneGoTogetherAndTheNextZoneWaitsUntilTheyAreBack() throws Exception {
        Plan plan =
                planner.plan(
                        joined(
                                node("a", "one", "garage", "nomad"),
                                node("b", "one", "garage", "nomad"),
                                node("c", "two", "garage", "nomad")),
                        List.of(carry("a", "three"), carry("b", "three"), carry("c", "three")));
        assertEquals(
                List.of(
                        "step.drain a",
                        "step.empty a",
                        "step.drain b",
                        "step.empty b",
                        "step.hands.carry a",
                        "step.hands.plug a",
                        "step.hands.carry b",
                        "step.hands.plug b",
                        "step.hands.machine a",
                        "step.eligible a",
                        "step.hands.machine b",
                        "step.eligible b",
                        "step.drain c",
                        "step.empty c",
                        "step.hands.carry c",
                        "step.hands.plug c",
                        "step.stage a, b, c",
                        "step.apply a, b, c",
                        "step.hands.machine c",
                        "step.eligible c",
                        "step.settle a, b, c"),
                named(plan));
        assertEquals(List.of(0), plan.steps().get(2).needs(), "calls of one system in turn");
        assertEquals(List.of(1), plan.steps().get(4).needs(), "its own drain only");
        assertEquals(List.of(3), plan.steps().get(6).needs());
        assertEquals(List.of(9, 11), plan.steps().get(12).needs(), "the zone before is back");
        assertEquals(List.of(5, 7, 15), plan.steps().get(16).needs(), "all are there");
        assertEquals(List.of(15), plan.steps().get(18).needs());
    }

    @Test
    void whatASystemSaysAlreadyIsNotChangedAgain() throws Exception {
        Node mixed = node("onion", "corrin", "garage", "nomad");
        List<Node.Presence> words =
                mixed.presences().stream()
                        .map(p -> p.in(p.endpointId().equals("garage") ? "corrin" : "dathomir"))
                        .toList();
        Node node = node("onion", "corrin", Optional.empty(), words, List.of(), "");
        Plan plan = planner.plan(joined(node), List.of(label("onion", "corrin")));
        assertEquals(
                List.of("step.drain", "step.empty", "step.hands.machine", "step.eligible"),
                texts(plan));
        assertEquals(Set.of("nomad"), plan.basis().keySet());
    }

    @Test
    void aFileThatASystemNamesIsNotNamedTwice() throws Exception {
        Node.Presence nomad = node("onion", "dathomir", "nomad").presences().getFirst();
        List<Node.Presence> presences = new ArrayList<>(List.of(nomad));
        for (String file : List.of("/etc/nomad.d/nomad.hcl", "/etc/salt/grains")) {
            presences.add(
                    new Node.Presence(
                            "ssh " + file,
                            "ssh",
                            "linux",
                            "onion",
                            "",
                            "",
                            Map.of("config.file", file, "config.key", "salle")));
        }
        Node node = node("onion", "dathomir", Optional.empty(), presences, List.of(), "salt");
        Plan plan = planner.plan(joined(node), List.of(label("onion", "corrin")));
        assertEquals(
                List.of(
                        "step.drain",
                        "step.empty",
                        "step.hands.salt",
                        "step.hands.salt.told",
                        "step.eligible"),
                texts(plan));
        assertEquals(List.of(2, 3), plan.steps().get(4).needs(), "after all that hands do");
    }

    @Test
    void servicesThatStartElsewhereAreNamed() throws Exception {
        Node bare = node("onion", "dathomir", "garage", "nomad");
        MoveNode carried = carry("onion", "corrin");
        assertEquals(Plan.CutOff.NOBODY, planner.plan(joined(bare), List.of(carried)).cutOff());
        workloadsToMove = 2;
        Node full = with(bare, work("nomad/1", "site"), work("nomad/2", "mail"));
        Plan plan = planner.plan(joined(full), List.of(carried));
        assertEquals(Plan.CutOff.SERVICES, plan.cutOff());
        assertEquals(List.of("mail", "site"), plan.services());
        Node more = with(bare, work("nomad/1", "site"), work("ssh/3", "bind"));
        Plan unknown = planner.plan(joined(more), List.of(carried));
        assertEquals(Plan.CutOff.NOT_KNOWN, unknown.cutOff());
        assertEquals(List.of("site"), unknown.services());
        Plan label = planner.plan(joined(more), List.of(label("onion", "corrin")));
        assertEquals(Plan.CutOff.SERVICES, label.cutOff(), "what is not carried stays on");
    }

    @Test
    void whatIsNeverMovedIsNotNamedAndWhatCanStartNowhereIsStoppedNobodyKnowsHowLong()
            throws Exception {
        workloadsToMove = 2;
        Node full =
                with(
                        node("onion", "dathomir", "garage", "nomad"),
                        work("nomad/1", "matrix"),
                        work("nomad/2", "exporter"),
                        work("nomad/3", "printer"));
        remarks = List.of(new Forecast.Warning("everywhere", Map.of("value", "exporter, dns")));
        Plan moving = planner.plan(joined(full), List.of(carry("onion", "corrin")));
        assertEquals(Plan.CutOff.SERVICES, moving.cutOff());
        assertEquals(List.of("matrix", "printer"), moving.services());
        remarks =
                List.of(
                        new Forecast.Warning("nowhere", Map.of("value", "printer")),
                        new Forecast.Warning("everywhere", Map.of("value", "exporter")));
        Plan stopping = planner.plan(joined(full), List.of(carry("onion", "corrin")));
        assertEquals(Plan.CutOff.NOT_KNOWN, stopping.cutOff());
        assertEquals(List.of("matrix"), stopping.services());
    }

    private static Workload work(String id, String name) {
        return new Workload(
                id,
                name,
                Optional.empty(),
                WorkloadFact.State.RUNNING,
                OptionalLong.of(100),
                OptionalLong.empty());
    }

    private static Node with(Node node, Workload... workloads) {
        return node(
                node.id(),
                node.zone(),
                Optional.empty(),
                node.presences(),
                List.of(workloads),
                node.owner());
    }

    private static Collective joined(Node... nodes) {
        List<Cluster> clusters = List.of(cluster("garage"), cluster("nomad"));
        List<EndpointView> endpoints = List.of(endpoint("garage"), endpoint("nomad"));
        return new Collective(
                "c",
                "Ours",
                "own",
                List.of(),
                List.of(nodes),
                clusters,
                endpoints,
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    private static Step step(Plan plan, String text) {
        return plan.steps().stream().filter(s -> s.text().equals(text)).findFirst().orElseThrow();
    }

    private static List<String> named(Plan plan) {
        assertTrue(
                plan.steps().stream()
                        .allMatch(s -> s.needs().stream().allMatch(n -> n < s.index())));
        return plan.steps().stream()
                .map(
                        s ->
                                s.text()
                                        + " "
                                        + s.values()
                                                .getOrDefault(
                                                        "nodes",
                                                        s.values().getOrDefault("node", "")))
                .toList();
    }
}
