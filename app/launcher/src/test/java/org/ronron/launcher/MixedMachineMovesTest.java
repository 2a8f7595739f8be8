package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Connector;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.ServeNode;
import org.ronron.core.plan.Step;
import org.ronron.core.port.CrashPoint;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.practice.nomad.NomadSimulator;

/**
 * A machine that Nomad and Garage both know, through the whole house: seen as one, emptied,
 * carried, moved in both, and taken back; Nomad's stream is listened to all the while.
 */
final class MixedMachineMovesTest {
    private static final int ONION = 4;

    @TempDir private Path folder;
    private final List<Connector> connectors =
            ServiceLoader.load(Connector.class).stream().map(ServiceLoader.Provider::get).toList();

    @Test
    void emptiedCarriedMovedInBothAndServingAgain() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                GarageSimulator garage = new GarageSimulator(threads);
                NomadSimulator nomad = new NomadSimulator(threads, Clock.systemUTC());
                House house = house()) {
            Desk desk = house.desk();
            done(house.started());
            Node onion = connect(desk, garage, nomad);
            assertEquals("dathomir", onion.zone());

            MoveNode wish = new MoveNode(onion.id(), "corrin", MoveNode.Truth.WILL_CARRY);
            done(desk.staging().stage(List.of(wish)));
            Plan plan = done(desk.staging().review());
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
                            "step.ready",
                            "step.settle"),
                    plan.steps().stream().map(Step::text).toList());
            done(desk.operations().apply(plan));

            await(desk, s -> is(s, 2, StepState.WAITING));
            assertEquals(0, nomad.liveOn("onion"), "nothing is on it when it is switched off");
            garage.kill(ONION);
            nomad.kill("onion");
            done(desk.operations().confirm(plan.id(), 2));
            await(desk, s -> note(s, 3).equals("down"));
            nomad.start("onion");
            garage.start(ONION);

            await(desk, s -> is(s, 5, StepState.DONE) && is(s, 6, StepState.WAITING));
            assertTrue(is(desk.state(), 7, StepState.NOT_BEGUN), "not before the new zone is seen");
            nomad.edit("onion", "corrin");
            nomad.restart("onion");
            DeskState end =
                    await(desk, s -> s.operations().getFirst().state() == OperationView.State.DONE);
            assertEquals(
                    1,
                    garage.changes().stream()
                            .filter(c -> c.endsWith("ApplyClusterLayout"))
                            .count());
            Node there =
                    await(desk, s -> onion(s).filter(n -> n.standsIn("corrin")).isPresent())
                            .collective()
                            .orElseThrow()
                            .node(onion.id())
                            .orElseThrow();
            assertTrue(there.serves(true), there.presences().toString());
            assertEquals(OperationView.State.DONE, end.operations().getFirst().state());
        }
    }

    @Test
    void emptiedWhereItStandsAndTakenBack() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                GarageSimulator garage = new GarageSimulator(threads);
                NomadSimulator nomad = new NomadSimulator(threads, Clock.systemUTC());
                House house = house()) {
            Desk desk = house.desk();
            done(house.started());
            Node onion = connect(desk, garage, nomad);
            done(desk.staging().stage(List.of(new ServeNode(onion.id(), false))));
            Plan plan = done(desk.staging().review());
            done(desk.operations().apply(plan));
            await(desk, s -> s.operations().getFirst().state() == OperationView.State.DONE);
            await(desk, s -> onion(s).filter(n -> n.serves(false)).isPresent());
            Plan back = done(desk.operations().undo(plan.id()));
            assertEquals(
                    List.of("action.drain.stop"), back.steps().stream().map(Step::text).toList());
            done(desk.operations().apply(back));
            await(desk, s -> onion(s).filter(n -> n.serves(true)).isPresent());
        }
    }

    private House house() throws Exception {
        HeldSecrets held = HeldSecrets.refilled(folder, Map.of(), Clock.systemUTC());
        return House.open(folder, connectors, Optional.of(held), CrashPoint.NONE);
    }

    private static Node connect(Desk desk, GarageSimulator garage, NomadSimulator nomad)
            throws Exception {
        done(desk.create("Ours", "own"));
        done(
                desk.add(
                        new EndpointDraft(
                                "garage",
                                "Garage",
                                Map.of("url", garage.adminUrl(1).toString()),
                                Map.of("token", garage.token().toCharArray()))));
        done(
                desk.add(
                        new EndpointDraft(
                                "nomad",
                                "Nomad",
                                Map.of("url", nomad.url().toString()),
                                Map.of("token", nomad.token("write").toCharArray()))));
        Collective seen =
                await(desk, s -> onion(s).filter(n -> n.presences().size() == 2).isPresent())
                        .collective()
                        .orElseThrow();
        assertEquals(5, seen.nodes().size());
        for (EndpointView endpoint : seen.endpoints()) {
            done(desk.allowWriting(endpoint.id(), Duration.ofHours(1)));
        }
        return onion(desk.state()).orElseThrow();
    }

    private static Optional<Node> onion(DeskState state) {
        return state.collective().stream()
                .flatMap(c -> c.nodes().stream())
                .filter(n -> n.name().equals("onion"))
                .findFirst();
    }

    private static boolean is(DeskState state, int step, StepState wanted) {
        return !state.operations().isEmpty()
                && state.operations().getFirst().steps().get(step).state() == wanted;
    }

    private static String note(DeskState state, int step) {
        return state.operations().getFirst().steps().get(step).note();
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.get(150, TimeUnit.SECONDS);
    }

    private static DeskState await(Desk desk, Predicate<DeskState> wanted) throws Exception {
        CompletableFuture<DeskState> found = new CompletableFuture<>();
        try (var watching =
                desk.observe(
                        state -> {
                            if (wanted.test(state)) {
                                found.complete(state);
                            }
                        })) {
            return done(found);
        }
    }
}
