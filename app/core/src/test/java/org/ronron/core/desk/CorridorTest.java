package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.core.engine.OperationView;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;

/** A wish's whole way through the desk, with the real planner and the real engine. */
class CorridorTest {
    private static final MoveNode MOVE =
            new MoveNode("n:celeri", "scorpio", MoveNode.Truth.ALREADY_THERE);
    private final Rig rig = new Rig(true);
    private String endpoint = "";

    @BeforeEach
    void connect() {
        endpoint = rig.connected(Rig.node("celeri", "neptune")).id();
        rig.system.answers.put(
                "u1",
                () -> {
                    String zone = rig.system.moved.getOrDefault("k-celeri", "neptune");
                    return rig.said("f-" + zone, Rig.node("celeri", zone));
                });
        rig.done(rig.desk.refresh());
        rig.done(rig.desk.staging().stage(List.of(MOVE)));
    }

    @Test
    void readOnlyRefusesTheOperationAndKeepsTheWish() {
        Plan plan = rig.done(rig.desk.staging().review());
        assertEquals(2, plan.steps().size());
        assertEquals(OwnError.WRITING_OFF, rig.refused(rig.desk.operations().apply(plan)).code());
        assertEquals(List.of(MOVE), rig.desk.state().staged());
        assertTrue(rig.system.moved.isEmpty());
    }

    @Test
    void aMoveIsCarriedOutSeenAndWrittenInTheHistory() {
        rig.system.settled = false;
        rig.done(rig.desk.allowWriting(endpoint, Duration.ofHours(1)));
        Plan plan = rig.done(rig.desk.staging().review());
        String id = rig.done(rig.desk.operations().apply(plan));
        rig.run();
        assertEquals(List.of(), rig.desk.state().staged());
        assertEquals("scorpio", rig.system.moved.get("k-celeri"));
        assertEquals(OperationView.State.WAITING, operation(id).state());
        rig.system.settled = true;
        rig.pass(Duration.ofMinutes(2));
        assertEquals(OperationView.State.DONE, operation(id).state());
        assertEquals("scorpio", zone());
        assertTrue(rig.desk.state().history().stream().anyMatch(h -> h.operationId().equals(id)));
    }

    @Test
    void aKillWhileItWaitsLosesNothing() {
        rig.system.settled = false;
        rig.done(rig.desk.allowWriting(endpoint, Duration.ofHours(1)));
        String id = rig.done(rig.desk.operations().apply(rig.done(rig.desk.staging().review())));
        rig.run();
        rig.restart();
        assertEquals(OperationView.State.WAITING, operation(id).state());
        rig.system.settled = true;
        rig.pass(Duration.ofMinutes(2));
        assertEquals(OperationView.State.DONE, operation(id).state());
        assertEquals(List.of(), rig.desk.state().staged());
    }

    @Test
    void aWorldThatMovedSinceTheReviewRefusesThePlan() {
        rig.done(rig.desk.allowWriting(endpoint, Duration.ofHours(1)));
        Plan plan = rig.done(rig.desk.staging().review());
        rig.system.moved.put("k-celeri", "dathomir");
        assertEquals(OwnError.PLAN_STALE, rig.refused(rig.desk.operations().apply(plan)).code());
        assertEquals("dathomir", zone());
        assertEquals(List.of(MOVE), rig.desk.state().staged());
    }

    private OperationView operation(String id) {
        return rig.desk.state().operations().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String zone() {
        return rig.desk.state().collective().orElseThrow().nodes().getFirst().zone();
    }
}
