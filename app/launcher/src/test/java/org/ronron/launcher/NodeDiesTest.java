package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.CrashPoint;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.resources.Texts;

/**
 * A machine dies while another one moves, through the whole house: the operation waits and says not
 * to unplug, the finding names the machine and the remedy, a restart changes nothing of it, and
 * when the machine is back the move ends by itself with one change of the layout.
 */
final class NodeDiesTest {
    @TempDir private Path folder;
    private final List<Connector> connectors =
            ServiceLoader.load(Connector.class).stream().map(ServiceLoader.Provider::get).toList();

    @Test
    void theMoveWaitsForItAndSaysSo() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                GarageSimulator garage = new GarageSimulator(threads)) {
            try (House house = house(garage)) {
                done(house.started());
                move(house.desk(), garage);
                garage.kill(2);
                DeskState seen = await(house.desk(), NodeDiesTest::waitsForIt);
                said(seen);
            }
            try (House again = house(garage)) {
                done(again.started());
                await(again.desk(), NodeDiesTest::waitsForIt);
                garage.start(2);
                await(again.desk(), s -> state(s) == OperationView.State.DONE);
            }
            long applied =
                    garage.changes().stream().filter(c -> c.endsWith("ApplyClusterLayout")).count();
            assertEquals(1, applied);
        }
    }

    private House house(GarageSimulator garage) throws Exception {
        HeldSecrets held =
                HeldSecrets.refilled(
                        folder,
                        Map.of(PracticePlan.secret("Garage", "token"), garage.token()),
                        Clock.systemUTC());
        return House.open(folder, connectors, Optional.of(held), CrashPoint.NONE);
    }

    private static void move(Desk desk, GarageSimulator garage) throws Exception {
        done(desk.create("Ours", "own"));
        done(
                desk.add(
                        new EndpointDraft(
                                "garage",
                                "Garage",
                                Map.of("url", garage.adminUrl(1).toString()),
                                Map.of("token", garage.token().toCharArray()))));
        Collective seen =
                await(desk, s -> s.collective().filter(c -> !c.nodes().isEmpty()).isPresent())
                        .collective()
                        .orElseThrow();
        done(desk.allowWriting(seen.endpoints().getFirst().id(), Duration.ofHours(1)));
        Node node =
                seen.nodes().stream()
                        .filter(n -> n.presences().getFirst().key().equals(garage.id(4)))
                        .findFirst()
                        .orElseThrow();
        MoveNode wish = new MoveNode(node.id(), "bespin", MoveNode.Truth.ALREADY_THERE);
        done(desk.staging().stage(List.of(wish)));
        Plan plan = done(desk.staging().review());
        done(desk.operations().apply(plan));
        await(
                desk,
                s ->
                        !s.operations().isEmpty()
                                && s.operations().getFirst().steps().get(1).ended().isPresent());
    }

    private static boolean waitsForIt(DeskState state) {
        boolean found =
                state.collective().stream()
                        .flatMap(c -> c.findings().stream())
                        .anyMatch(f -> f.kind().equals("down"));
        return found && state(state) == OperationView.State.WAITING;
    }

    private void said(DeskState state) {
        OperationView operation = state.operations().getFirst();
        OperationView.StepView wait = operation.steps().getLast();
        assertTrue(wait.doNotUnplug(), "it says not to unplug");
        assertTrue(wait.note().contains("silent 1"), wait.note());
        Finding down =
                state.collective().orElseThrow().findings().stream()
                        .filter(f -> f.kind().equals("down"))
                        .findFirst()
                        .orElseThrow();
        Texts texts = Texts.of(Locale.ENGLISH, connectors);
        String key = "finding." + down.kind();
        String what = texts.of(down.type(), key + ".what", down.details());
        assertTrue(what.contains(down.details().get("node")), what);
        String remedy = texts.of(down.type(), key + ".remedy", down.details());
        assertTrue(remedy.startsWith("Check that the machine is on"), remedy);
    }

    private static OperationView.State state(DeskState state) {
        return state.operations().isEmpty()
                ? OperationView.State.RUNNING
                : state.operations().getFirst().state();
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
