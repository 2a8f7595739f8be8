package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.Placement.PlacementStep;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.port.OwnError;

/** Machines that are emptied, or given services again, where they stand. */
final class ServingTest extends PlannerRig {
    @BeforeEach
    void scheduler() {
        placing.add("nomad");
        scripts.put(
                "nomad",
                moves ->
                        List.of(
                                PlacementStep.call(
                                        "step.other", new Action("nomad", "other", Json.obj()))));
    }

    @Test
    void aMachineIsEmptiedWithTheMarkOfThePlan() throws Exception {
        workloadsToMove = 1;
        Plan plan =
                planner.plan(
                        clients(client("onion", "yes", true)),
                        List.of(new ServeNode("onion", false)));
        assertEquals(List.of("step.drain", "step.empty"), texts(plan));
        assertEquals(List.of(List.of(), List.of(0)), needs(plan));
        assertEquals(
                new Action(
                        "nomad",
                        "node.drain",
                        Json.obj()
                                .with("node", "key of onion")
                                .with("mark", "plan1")
                                .with("eligible", Json.of(true))),
                plan.steps().getFirst().action().orElseThrow());
        assertEquals(Step.Kind.WAIT, plan.steps().getLast().kind());
        assertEquals(Set.of("nomad"), plan.basis().keySet());
        assertEquals(Plan.CutOff.SERVICES, plan.cutOff());
        assertEquals(List.of("site"), plan.services());
        assertEquals(1, plan.forecasts().size());
        assertEquals(List.of(new ServeNode("onion", false)), plan.changes());
        assertEquals(List.of(), plan.moves());
    }

    @Test
    void aMachineThatWasClosedBeforeStaysSoWhenItsDrainIsTakenBack() throws Exception {
        Plan plan =
                planner.plan(
                        clients(client("onion", "no", true)),
                        List.of(new ServeNode("onion", false)));
        Json.Obj arguments = plan.steps().getFirst().action().orElseThrow().arguments();
        assertEquals(Optional.of(false), arguments.bool("eligible"));
    }

    @Test
    void aMachineTakesServicesAgain() throws Exception {
        Plan plan =
                planner.plan(
                        clients(client("onion", "no", false)),
                        List.of(new ServeNode("onion", true)));
        assertEquals(List.of("step.eligible", "step.ready"), texts(plan));
        assertEquals("node.eligible", plan.steps().getFirst().action().orElseThrow().verb());
        assertEquals(Plan.CutOff.NOBODY, plan.cutOff());
        assertEquals(List.of(), plan.forecasts());
    }

    @Test
    void severalOfOneSystemFollowEachOtherAndMovesFollowThem() throws Exception {
        Plan plan =
                planner.plan(
                        clients(
                                client("ail", "yes", false),
                                client("onion", "yes", false),
                                client("poireau", "yes", false)),
                        List.of(
                                new ServeNode("ail", false),
                                new ServeNode("onion", false),
                                label("poireau", "corrin")));
        assertEquals(
                List.of("step.drain", "step.empty", "step.drain", "step.empty", "step.other"),
                texts(plan));
        assertEquals(
                List.of(List.of(), List.of(0), List.of(0), List.of(2), List.of(2)), needs(plan));
    }

    @Test
    void whereNoSystemPlacesServicesThereIsNothingToDo() {
        Collective storage = picture(node("onion", "dathomir", "garage"));
        assertEquals(
                OwnError.NOTHING_TO_DO,
                assertThrows(
                                org.ronron.core.port.RefusedException.class,
                                () -> planner.plan(storage, List.of(new ServeNode("onion", false))))
                        .fault()
                        .code());
    }

    @Test
    void bothKindsOfChangeComeBackFromWhatIsStored() {
        for (Change change :
                List.of(
                        new ServeNode("n:onion", false),
                        new ServeNode("n:onion", true),
                        label("n:onion", "corrin"))) {
            assertEquals(change, ChangeJson.read(ChangeJson.write(change)));
        }
        assertEquals(
                label("n:onion", "corrin"),
                ChangeJson.read(
                        Json.obj()
                                .with("node", "n:onion")
                                .with("zone", "corrin")
                                .with("truth", "LABEL_WRONG")),
                "as it always was");
        assertThrows(
                NoSuchElementException.class,
                () -> ChangeJson.read(Json.obj().with("node", "n:onion").with("resized", 3)));
    }

    private static Node client(String id, String eligible, boolean runs) {
        Node.Presence presence =
                new Node.Presence(
                        "nomad",
                        "nomad",
                        "nomad",
                        "key of " + id,
                        "all",
                        "client",
                        Map.of("eligible", eligible, "draining", "no"));
        Workload site =
                new Workload(
                        "nomad/1",
                        "site",
                        Optional.empty(),
                        WorkloadFact.State.RUNNING,
                        OptionalLong.of(1),
                        OptionalLong.empty());
        return node(
                id,
                "dathomir",
                Optional.empty(),
                List.of(presence),
                runs ? List.of(site) : List.of(),
                "");
    }

    private static Collective clients(Node... nodes) {
        return new Collective(
                "c",
                "Ours",
                "own",
                List.of(),
                List.of(nodes),
                List.of(cluster("nomad")),
                List.of(endpoint("nomad")),
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }
}
