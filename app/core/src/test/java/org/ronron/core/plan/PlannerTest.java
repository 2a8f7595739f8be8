package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Placement;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.plan.MoveNode.Truth;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

final class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    private final Map<String, List<Move>> asked = new TreeMap<>();
    private final Set<String> placing = new HashSet<>(Set.of("garage", "minio"));
    private boolean seenOffered = true;
    private int zonesLost = 1;
    private Optional<Fault> refuses = Optional.empty();
    private final Planner planner =
            new Planner(new Lending(), () -> "plan1", InstantSource.fixed(NOW));

    @Test
    void oneClusterOneChange() throws Exception {
        Plan plan =
                planner.plan(
                        picture(
                                node("onion", "dathomir", "garage"),
                                node("oseille", "dathomir", "garage")),
                        List.of(label("onion", "corrin"), label("oseille", "neptune")));
        assertEquals(List.of("step.stage", "step.apply", "step.settle"), texts(plan));
        assertEquals(
                List.of(new Move("onion@garage", "corrin"), new Move("oseille@garage", "neptune")),
                asked.get("garage"));
        assertEquals(List.of(List.of(), List.of(0), List.of(1)), needs(plan));
        assertEquals(Step.Kind.WAIT, plan.steps().get(2).kind());
        assertEquals(Map.of("garage", "print of garage"), plan.basis());
        assertEquals(Map.of("onion", "dathomir", "oseille", "dathomir"), plan.origins());
        assertEquals(Plan.CutOff.NOBODY, plan.cutOff());
        assertEquals("onion, oseille", plan.steps().getFirst().values().get("nodes"));
        assertEquals("curl layout.stage", plan.steps().getFirst().exactCall());
        assertEquals(1, plan.forecasts().size());
    }

    @Test
    void clustersOfDifferentEndpointsGoSideBySide() throws Exception {
        Plan plan =
                planner.plan(
                        picture(node("onion", "dathomir", "garage", "minio")),
                        List.of(label("onion", "corrin")));
        assertEquals(
                List.of(List.of(), List.of(0), List.of(1), List.of(), List.of(3), List.of(4)),
                needs(plan));
        assertEquals(Set.of("garage", "minio"), plan.basis().keySet());
    }

    @Test
    void whoCarriesDoesSoFirstAndIsSeenAgain() throws Exception {
        Plan plan =
                planner.plan(
                        picture(node("onion", "dathomir", "garage")),
                        List.of(new MoveNode("onion", "corrin", Truth.WILL_CARRY)));
        assertEquals(
                List.of(
                        "step.hands.carry",
                        "step.hands.plug",
                        "step.stage",
                        "step.apply",
                        "step.settle"),
                texts(plan));
        assertEquals(
                List.of(List.of(), List.of(0), List.of(1), List.of(2), List.of(3)), needs(plan));
        Step plug = plan.steps().get(1);
        assertEquals(Step.Kind.HANDS, plug.kind());
        assertEquals(
                Optional.of(
                        new Action("garage", "node.seen", Json.obj().with("node", "onion@garage"))),
                plug.action());
        assertEquals(Map.of("node", "onion", "from", "dathomir", "zone", "corrin"), plug.values());
        assertEquals(Plan.CutOff.NOBODY, plan.cutOff());
    }

    @Test
    void whatNobodyCanSeeIsAsked() throws Exception {
        seenOffered = false;
        Plan plan =
                planner.plan(
                        picture(node("onion", "dathomir", "garage")),
                        List.of(new MoveNode("onion", "corrin", Truth.WILL_CARRY)));
        assertEquals(Optional.empty(), plan.steps().get(1).action());
        assertEquals(StepClass.ONE_SHOT, plan.steps().get(1).stepClass());
    }

    @Test
    void oneZoneAtATimeIsSwitchedOff() throws Exception {
        Plan plan =
                planner.plan(
                        picture(
                                node("a", "one", "garage"),
                                node("b", "one", "garage"),
                                node("c", "two", "garage")),
                        List.of(
                                new MoveNode("a", "three", Truth.WILL_CARRY),
                                new MoveNode("b", "three", Truth.WILL_CARRY),
                                new MoveNode("c", "three", Truth.WILL_CARRY)));
        assertEquals(
                List.of(
                        List.of(),
                        List.of(0),
                        List.of(),
                        List.of(2),
                        List.of(1, 3),
                        List.of(4),
                        List.of(1, 3, 5),
                        List.of(6),
                        List.of(7)),
                needs(plan));
    }

    @Test
    void whoIsCutOffIsNotKnownWhereSomethingElseRuns() throws Exception {
        MoveNode carried = new MoveNode("onion", "corrin", Truth.WILL_CARRY);
        Collective busy = picture(withWorkload(node("onion", "dathomir", "garage")));
        assertEquals(Plan.CutOff.NOT_KNOWN, planner.plan(busy, List.of(carried)).cutOff());
        assertEquals(
                Plan.CutOff.NOBODY, planner.plan(busy, List.of(label("onion", "corrin"))).cutOff());
        zonesLost = 0;
        Collective bare = picture(node("onion", "dathomir", "garage"));
        assertEquals(Plan.CutOff.NOT_KNOWN, planner.plan(bare, List.of(carried)).cutOff());
    }

    @Test
    void aForeignConfigurationIsShownAndNotWritten() throws Exception {
        Plan plan =
                planner.plan(
                        picture(
                                owned("onion", "dathomir", "nixos"),
                                owned("oseille", "dathomir", "salt")),
                        List.of(label("onion", "corrin"), label("oseille", "corrin")));
        assertEquals(List.of("step.hands.repository", "step.hands.repository"), texts(plan));
        assertEquals(
                """
                --- a/nodes.conf
                +++ b/nodes.conf
                @@ -12 +12 @@
                -datacenter = "dathomir";
                +datacenter = "corrin";\
                """,
                plan.steps().getFirst().show());
        assertTrue(plan.steps().get(1).show().endsWith("+datacenter: corrin"));
        assertTrue(plan.steps().stream().allMatch(s -> s.kind() == Step.Kind.HANDS));
    }

    @Test
    void whatCannotMoveIsRefusedWithItsReason() {
        Node rented = immovable(node("vps", "ovh", "garage"), "rented");
        Fault fault = refusal(picture(rented), label("vps", "corrin"));
        assertEquals(OwnError.CANNOT_MOVE, fault.code());
        assertEquals(Map.of("node", "vps", "reason", "rented"), fault.details());
        assertEquals(OwnError.CANNOT_MOVE, refusal(picture(), label("gone", "corrin")).code());
    }

    @Test
    void twoWishesForOneMachineContradict() {
        Collective picture = picture(node("onion", "dathomir", "garage"));
        assertEquals(
                OwnError.CONFLICTING,
                refusal(picture, label("onion", "corrin"), label("onion", "neptune")).code());
        assertEquals(
                OwnError.CONFLICTING,
                refusal(
                                picture,
                                label("onion", "corrin"),
                                new MoveNode("onion", "corrin", Truth.WILL_CARRY))
                        .code());
    }

    @Test
    void whatLeadsToNothingIsRefused() throws Exception {
        Collective picture =
                picture(node("onion", "dathomir", "garage"), node("plain", "dathomir"));
        assertEquals(OwnError.NOTHING_TO_DO, refusal(picture).code());
        assertEquals(OwnError.NOTHING_TO_DO, refusal(picture, label("onion", "dathomir")).code());
        Fault plain = refusal(picture, label("onion", "corrin"), label("plain", "corrin"));
        assertEquals(OwnError.NOTHING_TO_DO, plain.code());
        assertEquals(Map.of("node", "plain"), plain.details());
        placing.clear();
        assertEquals(OwnError.NOTHING_TO_DO, refusal(picture, label("onion", "corrin")).code());
    }

    @Test
    void aMoveHomeIsLeftOut() throws Exception {
        Plan plan =
                planner.plan(
                        picture(
                                node("onion", "dathomir", "garage"),
                                node("oseille", "corrin", "garage")),
                        List.of(label("onion", "corrin"), label("oseille", "corrin")));
        assertEquals(List.of(label("onion", "corrin")), plan.changes());
        assertEquals(List.of(new Move("onion@garage", "corrin")), asked.get("garage"));
    }

    @Test
    void whatTheSystemRefusesIsPassedOn() {
        ErrorCode code = CommonError.WRONG_VERSION;
        refuses = Optional.of(Fault.of(code, "garage", "version", "1.1"));
        Collective picture = picture(node("onion", "dathomir", "garage"));
        assertEquals(code, refusal(picture, label("onion", "corrin")).code());
    }

    private Fault refusal(Collective picture, MoveNode... moves) {
        return assertThrows(RefusedException.class, () -> planner.plan(picture, List.of(moves)))
                .fault();
    }

    private static MoveNode label(String node, String zone) {
        return new MoveNode(node, zone, Truth.LABEL_WRONG);
    }

    private static List<String> texts(Plan plan) {
        return plan.steps().stream().map(Step::text).toList();
    }

    private static List<List<Integer>> needs(Plan plan) {
        return plan.steps().stream().map(Step::needs).toList();
    }

    private static Node node(String id, String zone, String... clusters) {
        List<Node.Presence> presences = new ArrayList<>();
        for (String cluster : clusters) {
            presences.add(
                    new Node.Presence(
                            cluster,
                            cluster,
                            cluster,
                            id + "@" + cluster,
                            "all",
                            "storage",
                            Map.of()));
        }
        return node(id, zone, Optional.empty(), presences, List.of(), "");
    }

    private static Node node(
            String id,
            String zone,
            Optional<String> immovable,
            List<Node.Presence> presences,
            List<Workload> workloads,
            String owner) {
        return new Node(
                id,
                id,
                zone,
                false,
                Node.State.FINE,
                NodeFact.Machine.PHYSICAL,
                immovable,
                Optional.of(NOW),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                presences,
                workloads,
                true,
                owner,
                Notes.EMPTY);
    }

    private static Node immovable(Node node, String reason) {
        return node(node.id(), node.zone(), Optional.of(reason), node.presences(), List.of(), "");
    }

    private static Node withWorkload(Node node) {
        Workload site =
                new Workload(
                        "w",
                        "site",
                        Optional.empty(),
                        WorkloadFact.State.RUNNING,
                        OptionalLong.empty(),
                        OptionalLong.empty());
        return node(node.id(), node.zone(), Optional.empty(), node.presences(), List.of(site), "");
    }

    private static Node owned(String id, String zone, String owner) {
        Map<String, String> labels =
                Map.of(
                        "config.file", "nodes.conf",
                        "config.key", "datacenter",
                        "config.line", "12");
        Node.Presence nomad = new Node.Presence("nomad", "nomad", "nomad", id, "", "", labels);
        return node(id, zone, Optional.empty(), List.of(nomad), List.of(), owner);
    }

    private static Collective picture(Node... nodes) {
        return new Collective(
                "c",
                "Ours",
                "own",
                List.of(),
                List.of(nodes),
                List.of(cluster("garage"), cluster("minio")),
                List.of(endpoint("garage"), endpoint("minio")),
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    private static Cluster cluster(String endpoint) {
        return new Cluster(
                endpoint, "all", endpoint + " of ours", OptionalInt.of(3), true, false, Json.obj());
    }

    private static EndpointView endpoint(String id) {
        return new EndpointView(
                id,
                id,
                id,
                "http://" + id,
                EndpointView.State.FINE,
                "2",
                "print of " + id,
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty());
    }

    private final class Lending implements Sessions {
        @Override
        public Session reading(String endpointId) {
            return new Rules(endpointId);
        }

        @Override
        public Session writing(String endpointId) {
            throw new AssertionError("a planner never writes");
        }
    }

    private final class Rules implements Session, Placement, Actions {
        private final String endpoint;

        Rules(String endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <C extends Capability> Optional<C> capability(Class<C> type) {
            boolean offers = placing.contains(endpoint) && type.isInstance(this);
            return offers ? Optional.of(type.cast(this)) : Optional.empty();
        }

        @Override
        public void close() {}

        @Override
        public Forecast forecast(Json.Obj state, List<Move> moves) {
            return new Forecast(
                    10,
                    9,
                    OptionalInt.of(56),
                    OptionalLong.empty(),
                    true,
                    zonesLost,
                    1,
                    Map.of(),
                    List.of(),
                    false);
        }

        @Override
        public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String mark)
                throws ConnectorException {
            if (refuses.isPresent()) {
                throw new ConnectorException(refuses.get());
            }
            asked.put(endpoint, moves);
            return List.of(
                    step("step.stage", "layout.stage", false),
                    step("step.apply", "layout.apply", false),
                    step("step.settle", "layout.settle", true));
        }

        private PlacementStep step(String text, String verb, boolean waiting) {
            return new PlacementStep(text, new Action(endpoint, verb, Json.obj()), waiting);
        }

        @Override
        public ActionSpec describe(Action action) {
            if (action.verb().equals("node.seen") && !seenOffered) {
                throw new IllegalArgumentException(action.verb());
            }
            StepClass stepClass =
                    action.verb().equals("node.seen") ? StepClass.READ : StepClass.PROBEABLE;
            return new ActionSpec(
                    stepClass, "curl " + action.verb(), "mark", Duration.ofSeconds(60));
        }

        @Override
        public Json.Obj perform(Action action, Progress progress) {
            throw new AssertionError("a planner calls nothing");
        }

        @Override
        public Evidence probe(Action action) {
            throw new AssertionError("a planner asks nothing");
        }

        @Override
        public Optional<Action> inverse(Action action) {
            return Optional.empty();
        }
    }
}
