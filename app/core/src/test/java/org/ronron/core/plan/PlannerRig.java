package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Capability;
import org.ronron.api.ConnectorException;
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
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/** A small world for the planner: machines, clusters, and rules that forecast and place. */
abstract class PlannerRig {
    static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    final Map<String, List<Move>> asked = new TreeMap<>();
    final Set<String> placing = new HashSet<>(Set.of("garage", "minio"));
    final Map<String, Script> scripts = new HashMap<>();
    boolean seenOffered = true;
    int zonesLost = 1;
    int workloadsToMove;
    List<Forecast.Warning> remarks = List.of();
    Optional<Fault> refuses = Optional.empty();

    /** The steps of a system that does more than change its cluster. */
    interface Script {
        List<Placement.PlacementStep> steps(List<Move> moves);
    }

    final Planner planner = new Planner(new Lending(), () -> "plan1", InstantSource.fixed(NOW));

    Fault refusal(Collective picture, MoveNode... moves) {
        return assertThrows(RefusedException.class, () -> planner.plan(picture, List.of(moves)))
                .fault();
    }

    static MoveNode label(String node, String zone) {
        return new MoveNode(node, zone, Truth.LABEL_WRONG);
    }

    static List<String> texts(Plan plan) {
        return plan.steps().stream().map(Step::text).toList();
    }

    static List<List<Integer>> needs(Plan plan) {
        return plan.steps().stream().map(Step::needs).toList();
    }

    static Node node(String id, String zone, String... clusters) {
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

    static Node node(
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

    static Node immovable(Node node, String reason) {
        return node(node.id(), node.zone(), Optional.of(reason), node.presences(), List.of(), "");
    }

    static Node withWorkload(Node node) {
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

    static Node owned(String id, String zone, String owner) {
        Map<String, String> labels =
                Map.of(
                        "config.file", "nodes.conf",
                        "config.key", "datacenter",
                        "config.line", "12");
        Node.Presence nomad = new Node.Presence("nomad", "nomad", "nomad", id, "", "", labels);
        return node(id, zone, Optional.empty(), List.of(nomad), List.of(), owner);
    }

    static Collective picture(Node... nodes) {
        return picture(Json.obj(), nodes);
    }

    /**
     * @param minio what that cluster's state is
     */
    static Collective picture(Json.Obj minio, Node... nodes) {
        return new Collective(
                "c",
                "Ours",
                "own",
                List.of(),
                List.of(nodes),
                List.of(cluster("garage"), cluster("minio", minio)),
                List.of(endpoint("garage"), endpoint("minio")),
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    static Cluster cluster(String endpoint) {
        return cluster(endpoint, Json.obj());
    }

    private static Cluster cluster(String endpoint, Json.Obj state) {
        return new Cluster(
                endpoint, "all", endpoint + " of ours", OptionalInt.of(3), true, false, state);
    }

    static EndpointView endpoint(String id) {
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

    final class Lending implements Sessions {
        @Override
        public Session reading(String endpointId) {
            return new Rules(endpointId);
        }

        @Override
        public Session writing(String endpointId) {
            throw new AssertionError("a planner never writes");
        }
    }

    final class Rules implements Session, Placement, Actions {
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
            if (scripts.containsKey(endpoint)) {
                return Forecast.ofWorkloads(workloadsToMove, remarks);
            }
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
            if (scripts.containsKey(endpoint)) {
                return scripts.get(endpoint).steps(moves);
            }
            return List.of(
                    step("step.stage", "layout.stage", false),
                    step("step.apply", "layout.apply", false),
                    step("step.settle", "layout.settle", true));
        }

        private PlacementStep step(String text, String verb, boolean waiting) {
            Action action = new Action(endpoint, verb, Json.obj());
            return waiting ? PlacementStep.waiting(text, action) : PlacementStep.call(text, action);
        }

        @Override
        public ActionSpec describe(Action action) {
            if (action.verb().equals("node.seen") && !seenOffered) {
                throw new IllegalArgumentException(action.verb());
            }
            boolean looks = Set.of("node.seen", "node.zone", "empty").contains(action.verb());
            StepClass stepClass = looks ? StepClass.READ : StepClass.PROBEABLE;
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
