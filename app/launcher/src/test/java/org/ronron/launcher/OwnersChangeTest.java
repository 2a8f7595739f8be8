package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
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
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.CrashPoint;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;

/**
 * A machine whose configuration Salt writes, through the whole house: what a volunteer says of it,
 * the change that is shown, the wait, and the look that ends it. Ronron writes nothing.
 */
final class OwnersChangeTest {
    @TempDir private Path folder;

    @Test
    void theChangeIsShownWaitedForAndSeen() throws Exception {
        Path grains = Files.writeString(folder.resolve("grains"), "roles: web\nsalle: neptune\n");
        Path own = Files.createDirectories(folder.resolve("ssh"));
        try (MinaSshd machine = MinaSshd.start(own, "127.0.0.1", new Behaviour.RunsHere(Map.of()));
                House house =
                        House.open(
                                folder.resolve("home"),
                                connectors(),
                                Optional.empty(),
                                CrashPoint.NONE)) {
            Desk desk = house.desk();
            done(house.started());
            done(desk.create("Ours", "own"));
            done(desk.add(draft(machine, grains)));
            DeskState asks = await(desk, s -> !s.questions().isEmpty());
            done(desk.accept(asks.questions().getFirst()));
            Node node =
                    await(desk, s -> node(s).isPresent())
                            .collective()
                            .orElseThrow()
                            .nodes()
                            .getFirst();
            assertEquals("neptune", node.zone());
            done(desk.setMachineKind(node.id(), "home"));
            done(desk.setOwner(node.id(), "salt"));

            MoveNode move = new MoveNode(node.id(), "bespin", MoveNode.Truth.LABEL_WRONG);
            done(desk.staging().stage(List.of(move)));
            Plan plan = done(desk.staging().review());
            Step step = plan.steps().getFirst();
            assertEquals(1, plan.steps().size());
            assertEquals(Step.Kind.HANDS, step.kind());
            assertTrue(step.show().endsWith("-salle: neptune\n+salle: bespin"), step.show());
            assertEquals(1, plan.basis().size());

            done(desk.operations().apply(plan));
            await(desk, s -> state(s) == OperationView.State.WAITING);
            assertEquals("roles: web\nsalle: neptune\n", Files.readString(grains));
            Files.writeString(grains, "roles: web\nsalle: bespin\n");
            DeskState end = await(desk, s -> state(s) == OperationView.State.DONE);
            assertEquals(
                    "salle: bespin",
                    end.operations()
                            .getFirst()
                            .steps()
                            .getFirst()
                            .evidence()
                            .orElseThrow()
                            .found());
            assertEquals("roles: web\nsalle: bespin\n", Files.readString(grains));
        }
    }

    private static EndpointDraft draft(MinaSshd machine, Path grains) {
        return new EndpointDraft(
                "linux",
                "Le serveur",
                Map.of(
                        "host", machine.host(),
                        "port", Integer.toString(machine.port()),
                        "user", machine.user(),
                        "keyFile", machine.keyFile().toString(),
                        "configFile", grains.toString(),
                        "configKey", "salle"),
                Map.of());
    }

    private static List<Connector> connectors() {
        return ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Optional<Node> node(DeskState state) {
        return state.collective().stream().flatMap(c -> c.nodes().stream()).findFirst();
    }

    private static OperationView.State state(DeskState state) {
        return state.operations().isEmpty()
                ? OperationView.State.RUNNING
                : state.operations().getFirst().state();
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.get(120, TimeUnit.SECONDS);
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
