package org.ronron.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ronron.api.Connector;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.CrashPoint;
import org.ronron.practice.collective.PracticePlan;

/**
 * One move of a machine from beginning to end, as a person would do it, without the window. Whoever
 * kills it in the middle and starts it again finds it going on where it was. Ends with 0 when the
 * move is done.
 */
final class OneMove {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private OneMove() {}

    /**
     * Arguments: the home, the Garage's url, its peers, the machine, the zone. The token is TOKEN.
     */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        String token = System.getenv("TOKEN");
        HeldSecrets held =
                HeldSecrets.refilled(
                        home,
                        Map.of(PracticePlan.secret("Garage", "token"), token),
                        Clock.systemUTC());
        List<Connector> connectors =
                ServiceLoader.load(Connector.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        House house = House.open(home, connectors, Optional.of(held), CrashPoint.NONE);
        Desk desk = house.desk();
        house.started().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        List<String> left = left(house);
        await(desk, "what was left", s -> ids(s).containsAll(left));
        if (desk.state().collective().isEmpty()) {
            furnish(desk, arguments[1], arguments[2], token);
        }
        String node = arguments[3];
        String zone = arguments[4];
        DeskState seen = await(desk, "the machine " + node, s -> find(s, node).isPresent());
        if (seen.operations().stream().noneMatch(OneMove::open)
                && !find(seen, node).orElseThrow().zone().equals(zone)) {
            begin(desk, seen, node, zone);
        }
        DeskState end =
                await(
                        desk,
                        "the end of the move",
                        s ->
                                !s.operations().isEmpty()
                                        && (s.operations().stream().noneMatch(OneMove::open)
                                                || s.operations().stream()
                                                        .anyMatch(
                                                                o ->
                                                                        o.state()
                                                                                == OperationView
                                                                                        .State
                                                                                        .STOPPED)));
        for (OperationView operation : end.operations()) {
            if (operation.state() == OperationView.State.STOPPED) {
                System.out.println("stopped: " + operation.steps());
                System.exit(3);
            }
        }
        System.exit(0);
    }

    /** What the journal holds; it is taken up a moment after the picture stands. */
    private static List<String> left(House house) throws Exception {
        Optional<Collective> open = house.desk().state().collective();
        return open.isEmpty()
                ? List.of()
                : house.store().journal().operations(open.get().id()).stream()
                        .map(o -> o.id())
                        .toList();
    }

    private static List<String> ids(DeskState state) {
        return state.operations().stream().map(OperationView::id).toList();
    }

    private static boolean open(OperationView operation) {
        return operation.state() != OperationView.State.DONE
                && operation.state() != OperationView.State.CANCELLED;
    }

    private static void furnish(Desk desk, String url, String peers, String token)
            throws Exception {
        desk.create("Kill", "practice").get(60, TimeUnit.SECONDS);
        desk.add(
                        new EndpointDraft(
                                "garage",
                                "Garage",
                                Map.of("url", url, "peers", peers),
                                Map.of("token", token.toCharArray())))
                .get(60, TimeUnit.SECONDS);
    }

    private static void begin(Desk desk, DeskState seen, String node, String zone)
            throws Exception {
        Collective collective = seen.collective().orElseThrow();
        desk.allowWriting(collective.endpoints().getFirst().id(), Duration.ofHours(1))
                .get(60, TimeUnit.SECONDS);
        String id = find(seen, node).orElseThrow().id();
        desk.staging()
                .stage(List.of(new MoveNode(id, zone, MoveNode.Truth.ALREADY_THERE)))
                .get(60, TimeUnit.SECONDS);
        Plan plan = desk.staging().review().get(120, TimeUnit.SECONDS);
        desk.operations().apply(plan).get(120, TimeUnit.SECONDS);
    }

    private static Optional<Node> find(DeskState state, String name) {
        return state.collective().stream()
                .flatMap(c -> c.nodes().stream())
                .filter(n -> n.name().equals(name))
                .findFirst();
    }

    private static DeskState await(Desk desk, String what, Predicate<DeskState> wanted)
            throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        DeskState[] found = new DeskState[1];
        try (var watching =
                desk.observe(
                        state -> {
                            if (seen.getCount() > 0 && wanted.test(state)) {
                                found[0] = state;
                                seen.countDown();
                            }
                        })) {
            if (!seen.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.out.println("waited in vain for " + what + ": " + desk.state());
                System.exit(4);
            }
        }
        return found[0];
    }
}
