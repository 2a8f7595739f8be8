package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.MoveNode.Truth;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.ServeNode;
import org.ronron.core.port.OwnError;

class StagingTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void connect() {
        rig.connected(
                Rig.node("celeri", "neptune"),
                Rig.node("ananas", "scorpio"),
                Rig.node("onion", "dathomir"));
    }

    @Test
    void theLastGestureIsTakenBackFirst() {
        stage(move("celeri", "scorpio"));
        stage(move("ananas", "neptune"), move("onion", "neptune"));
        stage(move("celeri", "dathomir"));
        assertEquals(
                List.of(
                        move("ananas", "neptune"),
                        move("onion", "neptune"),
                        move("celeri", "dathomir")),
                staged());
        undo();
        assertEquals(move("celeri", "scorpio"), staged().getFirst());
        undo();
        assertEquals(List.of(move("celeri", "scorpio")), staged());
        undo();
        undo();
        assertEquals(List.of(), staged());
    }

    @Test
    void aMoveHomeIsNoMoveAndCanBeTakenBackAsWell() {
        stage(move("celeri", "scorpio"));
        stage(move("celeri", "neptune"));
        assertEquals(List.of(), staged());
        undo();
        assertEquals(List.of(move("celeri", "scorpio")), staged());
    }

    @Test
    void whatIsStagedOutlivesAKill() {
        stage(move("celeri", "scorpio"));
        stage(move("ananas", "neptune"));
        rig.restart();
        assertEquals(List.of(move("celeri", "scorpio"), move("ananas", "neptune")), staged());
        undo();
        rig.restart();
        assertEquals(List.of(move("celeri", "scorpio")), staged());
        rig.desk.staging().discardStaged();
        rig.run();
        rig.restart();
        assertEquals(List.of(), staged());
    }

    @Test
    void aMachineThatHandsCannotCarryIsRefusedWithItsReason() {
        rig.done(rig.desk.setMachineKind("n:celeri", "rented"));
        var refused = rig.refused(rig.desk.staging().stage(List.of(move("celeri", "scorpio"))));
        assertEquals(OwnError.CANNOT_MOVE, refused.code());
        assertEquals("rented", refused.details().get("reason"));
        Staging.MoveForecast forecast =
                rig.done(rig.desk.staging().forecast(List.of(move("celeri", "scorpio"))));
        assertEquals(
                List.of(new Staging.Refusal("n:celeri", "celeri", "rented")), forecast.refusals());
        assertEquals(List.of(), forecast.clusters());
    }

    @Test
    void oneGestureCannotAskForTwoThings() {
        var refused =
                rig.refused(
                        rig.desk
                                .staging()
                                .stage(
                                        List.of(
                                                move("celeri", "scorpio"),
                                                move("celeri", "dathomir"))));
        assertEquals(OwnError.CONFLICTING, refused.code());
        assertEquals(
                CommonError.BAD_SETTING,
                rig.refused(rig.desk.staging().stage(List.of(move("celeri", " ")))).code());
        assertEquals(
                OwnError.CANNOT_MOVE,
                rig.refused(rig.desk.staging().stage(List.of(move("gone", "x")))).code());
        assertEquals(List.of(), staged());
    }

    @Test
    void aMachineInNoClusterHasItsZoneByHandAndNoPlan() {
        NodeFact plain =
                new NodeFact(
                        "p",
                        "plain",
                        List.of(),
                        Optional.empty(),
                        NodeFact.Reach.UP,
                        NodeFact.Machine.PHYSICAL,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "",
                        Map.of());
        rig.system.answers.put("u1", () -> rig.said("f", plain));
        rig.done(rig.desk.refresh());
        List<MoveNode> moves = List.of(move("plain", "neptune"));
        assertEquals(OwnError.NOTHING_TO_DO, rig.refused(rig.desk.staging().stage(moves)).code());
        rig.done(rig.desk.setOwner("n:plain", "nixos"));
        rig.done(rig.desk.staging().stage(moves));
        assertEquals(moves, staged());
    }

    @Test
    void aForecastCountsWhatIsStagedAndAsksNoSystem() {
        stage(move("celeri", "scorpio"));
        int asked = rig.system.asked.get();
        Staging.MoveForecast forecast =
                rig.done(rig.desk.staging().forecast(List.of(move("ananas", "neptune"))));
        assertEquals(asked, rig.system.asked.get());
        assertEquals(
                List.of(new Move("k-celeri", "scorpio"), new Move("k-ananas", "neptune")),
                rig.system.forecasts.getLast());
        assertEquals("Garage", forecast.clusters().getFirst().cluster());
        assertEquals(20, forecast.clusters().getFirst().forecast().usableAfter());
        assertEquals(Plan.CutOff.NOBODY, forecast.cutOff());
        assertEquals(List.of(move("celeri", "scorpio")), staged());
    }

    @Test
    void whatStandsIsToldWithNothingMovedAndNoSystemAsked() {
        stage(move("celeri", "scorpio"));
        int asked = rig.system.asked.get();
        List<Plan.ClusterForecast> standing = rig.done(rig.desk.staging().standing());
        assertEquals(asked, rig.system.asked.get());
        assertEquals(List.of(), rig.system.forecasts.getLast());
        assertEquals("Garage", standing.getFirst().cluster());
        assertEquals(1, standing.size());
    }

    @Test
    void aForecastSaysWhatOurLoginMayNotDo() {
        rig.system.answers.put(
                "u1",
                () ->
                        rig.said("f", Rig.node("celeri", "neptune"))
                                .withLogin(new Login("reader", Set.of("move"), false)));
        rig.done(rig.desk.refresh());
        Staging.MoveForecast forecast =
                rig.done(rig.desk.staging().forecast(List.of(move("celeri", "scorpio"))));
        assertEquals(
                List.of(Fault.of(CommonError.RIGHT_MISSING, "garage", "right", "move")),
                forecast.missing());
        stage(move("celeri", "scorpio"));
        assertEquals(1, staged().size(), "it may be wished and read all the same");
    }

    @Test
    void aMachineThatIsToBeEmptiedIsStagedKeptAndReplacedByAMove() {
        NodeFact onion =
                new NodeFact(
                        "k-onion",
                        "onion",
                        List.of(),
                        Optional.of("dathomir"),
                        NodeFact.Reach.UP,
                        NodeFact.Machine.PHYSICAL,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "client",
                        Map.of("eligible", "yes", "draining", "no"));
        rig.system.answers.put("u1", () -> rig.said("f", onion, Rig.node("celeri", "neptune")));
        rig.done(rig.desk.refresh());
        ServeNode empty = new ServeNode("n:onion", false);
        rig.done(rig.desk.staging().stage(List.of(empty)));
        assertEquals(List.of(empty), staged());
        rig.restart();
        assertEquals(List.of(empty), staged());
        assertEquals(
                OwnError.NOTHING_TO_DO,
                rig.refused(rig.desk.staging().stage(List.of(new ServeNode("n:onion", true))))
                        .code(),
                "it takes services already");
        assertEquals(
                OwnError.NOTHING_TO_DO,
                rig.refused(rig.desk.staging().stage(List.of(new ServeNode("n:celeri", false))))
                        .code());
        stage(move("onion", "scorpio"));
        assertEquals(List.of(move("onion", "scorpio")), staged());
        undo();
        assertEquals(List.of(empty), staged());
    }

    @Test
    void aReviewAsksAgainFirstAndTheOperationTakesTheMovesUp() {
        stage(move("celeri", "scorpio"));
        int asked = rig.system.asked.get();
        Plan plan = rig.done(rig.desk.staging().review());
        assertEquals(asked + 1, rig.system.asked.get());
        assertEquals(List.of(move("celeri", "scorpio")), plan.changes());
        assertEquals(plan.id(), rig.done(rig.desk.operations().apply(plan)));
        assertEquals(List.of(), staged());
        assertEquals(1, rig.desk.state().operations().size());
    }

    @Test
    void aKillBetweenTheBeginAndTheClearingDoesNotStageTwice() {
        stage(move("celeri", "scorpio"));
        Plan plan = rig.done(rig.desk.staging().review());
        rig.carrying.apply(plan);
        rig.restart();
        assertEquals(List.of(), staged());
        assertTrue(rig.carrying.calls.getFirst().startsWith("recover"));
    }

    @Test
    void aReviewOfASilentEndpointSaysWhy() {
        stage(move("celeri", "scorpio"));
        rig.system.answers.clear();
        assertEquals(CommonError.UNREACHABLE, rig.refused(rig.desk.staging().review()).code());
        assertTrue(rig.carrying.calls.stream().noneMatch(c -> c.startsWith("plan")));
    }

    @Test
    void whenTheWorldHasMovedAsWishedNothingIsWishedAnyMore() {
        stage(move("celeri", "scorpio"));
        rig.system.answers.put("u1", () -> rig.said("f2", Rig.node("celeri", "scorpio")));
        rig.done(rig.desk.refresh());
        assertEquals(List.of(), staged());
    }

    @Test
    void aSampleStagesNothing() {
        rig.done(rig.desk.openSample("deuxfleurs"));
        var refused = rig.refused(rig.desk.staging().stage(List.of(move("celeri", "scorpio"))));
        assertEquals(OwnError.CANNOT_MOVE, refused.code());
        assertEquals("sample", refused.details().get("reason"));
    }

    private void stage(MoveNode... moves) {
        rig.done(rig.desk.staging().stage(List.of(moves)));
    }

    private void undo() {
        rig.desk.staging().unstageLast();
        rig.run();
    }

    private List<NodeChange> staged() {
        return rig.desk.state().staged();
    }

    private static MoveNode move(String name, String zone) {
        return new MoveNode("n:" + name, zone, Truth.WILL_CARRY);
    }
}
