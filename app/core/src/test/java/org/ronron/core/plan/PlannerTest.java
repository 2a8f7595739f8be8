package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.StepClass;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode.Truth;
import org.ronron.core.port.OwnError;

final class PlannerTest extends PlannerRig {
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
                List.of(List.of(), List.of(0), List.of(), List.of(2), List.of(1), List.of(3)),
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
        assertEquals(List.of("step.hands.nixos.told", "step.hands.salt.told"), texts(plan));
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
    void whereTheMachineCanBeLookedAtTheForeignConfigurationIsWaitedFor() throws Exception {
        placing.add("nomad");
        Plan plan =
                planner.plan(
                        picture(owned("onion", "dathomir", "salt")),
                        List.of(label("onion", "corrin")));
        Step step = plan.steps().getFirst();
        assertEquals("step.hands.salt", step.text());
        assertEquals(Step.Kind.HANDS, step.kind());
        assertEquals(StepClass.READ, step.stepClass());
        assertEquals(
                new Action(
                        "nomad",
                        "node.zone",
                        Json.obj().with("node", "onion").with("zone", "corrin")),
                step.action().orElseThrow());
        assertEquals("curl node.zone", step.exactCall());
    }

    @Test
    void ofAMachineThatIsCarriedAndInNoClusterNobodyKnowsWhomItServes() throws Exception {
        Collective picture = picture(owned("onion", "dathomir", "salt"));
        MoveNode carried = new MoveNode("onion", "corrin", Truth.WILL_CARRY);
        assertEquals(Plan.CutOff.NOT_KNOWN, planner.plan(picture, List.of(carried)).cutOff());
        MoveNode relabelled = label("onion", "corrin");
        assertEquals(Plan.CutOff.NOBODY, planner.plan(picture, List.of(relabelled)).cutOff());
    }

    @Test
    void theOwnersLineIsShownAsItStands() throws Exception {
        Map<String, String> labels =
                Map.of(
                        "config.file", "/etc/salt/grains",
                        "config.key", "salle",
                        "config.text", "  salle:  'salle'  # the cellar");
        Node.Presence linux = new Node.Presence("ssh", "ssh", "linux", "onion", "", "", labels);
        Node node = node("onion", "salle", Optional.empty(), List.of(linux), List.of(), "salt");
        Plan plan = planner.plan(picture(node), List.of(label("onion", "corrin")));
        assertEquals(
                """
                --- a/etc/salt/grains
                +++ b/etc/salt/grains
                @@ -1 +1 @@
                -  salle:  'salle'  # the cellar
                +  salle:  'corrin'  # the cellar\
                """,
                plan.steps().getFirst().show());
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
}
