package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.NodeFact;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;

/** A machine that is missing from every answer stays, marked, until a person dismisses it. */
class GoingsTest {
    private static final Instant BEFORE = Instant.parse("2026-11-20T20:00:00Z");
    private static final Instant AFTER = BEFORE.plusSeconds(30);
    private final Rig rig = new Rig();

    private void says(String url, NodeFact... nodes) {
        rig.system.answers.put(url, () -> rig.said("f" + nodes.length, nodes));
    }

    private void later() {
        rig.pass(Duration.ofSeconds(30));
    }

    private Collective all() {
        return rig.desk.state().collective().orElseThrow();
    }

    private Node node(String name) {
        return all().node("n:" + name).orElseThrow();
    }

    private List<String> vanished() {
        return all().nodes().stream()
                .filter(n -> n.vanished().isPresent())
                .map(Node::name)
                .toList();
    }

    /** Celeri and datura, of which the next list leaves out datura. */
    private void daturaGoes() {
        rig.system.answers.put(
                "u1",
                () ->
                        rig.said("f2", Rig.node("celeri", "neptune"), Rig.node("datura", "atuin"))
                                .withWorkloads(
                                        List.of(
                                                new WorkloadFact(
                                                        "w",
                                                        "k-datura",
                                                        "web",
                                                        Optional.empty(),
                                                        WorkloadFact.State.RUNNING,
                                                        OptionalLong.empty(),
                                                        OptionalLong.empty()))));
        rig.done(rig.desk.start());
        rig.done(rig.desk.create("Ours", "own"));
        rig.add("garage", "u1");
        assertEquals(1, node("datura").workloads().size());
        says("u1", Rig.node("celeri", "neptune"));
        later();
    }

    @Test
    void oneThatTheNextListLeavesOutStaysEmptyInItsLastZone() {
        daturaGoes();
        Node gone = node("datura");
        assertEquals(Optional.of(AFTER), gone.vanished());
        assertEquals(Optional.of(BEFORE), gone.seen());
        assertEquals("atuin", gone.zone());
        assertEquals(List.of(), gone.workloads());
        assertEquals(List.of(), gone.presences());
        assertEquals(Node.State.STALE, gone.state());
        assertEquals(Optional.of("gone"), gone.immovable());
        assertEquals(0, all().zone("atuin").orElseThrow().nodes());
        assertEquals(Optional.empty(), node("celeri").vanished());
        later();
        assertEquals(Optional.of(AFTER), node("datura").vanished(), "since the first time");
    }

    @Test
    void itIsStillThereAfterARestart() {
        daturaGoes();
        rig.restart();
        assertEquals(Optional.of(AFTER), node("datura").vanished());
    }

    @Test
    void oneThatWentWhileTheProgramWasClosedIsFoundMissing() {
        rig.connected(Rig.node("celeri", "neptune"), Rig.node("datura", "atuin"));
        says("u1", Rig.node("celeri", "neptune"));
        rig.restart();
        assertEquals(List.of("datura"), vanished());
    }

    @Test
    void aPersonDismissesItForGood() {
        daturaGoes();
        rig.done(rig.desk.dismissGone("n:datura"));
        assertEquals(Optional.empty(), all().node("n:datura"));
        assertEquals("history.gone-dismissed", rig.history().getFirst());
        rig.restart();
        later();
        assertEquals(Optional.empty(), all().node("n:datura"));
    }

    @Test
    void oneThatIsThereIsNotDismissed() {
        rig.connected(Rig.node("celeri", "neptune"));
        assertEquals(CommonError.BAD_SETTING, rig.refused(rig.desk.dismissGone("n:celeri")).code());
        assertEquals(1, all().nodes().size());
    }

    @Test
    void oneThatComesBackIsAsBeforeAndMayGoAgain() {
        daturaGoes();
        says("u1", Rig.node("celeri", "neptune"), Rig.node("datura", "corrin"));
        later();
        assertEquals(List.of(), vanished());
        assertEquals("corrin", node("datura").zone());
        says("u1", Rig.node("celeri", "neptune"));
        later();
        assertEquals(Optional.of(BEFORE.plusSeconds(90)), node("datura").vanished());
        assertEquals("corrin", node("datura").zone());
    }

    @Test
    void whoIsSilentTakesNothingAway() {
        rig.connected(Rig.node("celeri", "neptune"), Rig.node("datura", "atuin"));
        rig.system.answers.put(
                "u1",
                () -> {
                    throw new ConnectorException(Fault.of(CommonError.TIMEOUT, "garage"));
                });
        later();
        assertEquals(List.of(), vanished());
        assertEquals(2, all().nodes().size());
    }

    /** A list without one machine is of a login that sees none, or of a system that starts. */
    @Test
    void anAnswerThatNamesNoMachineTakesNothingAway() {
        rig.connected(Rig.node("celeri", "neptune"), Rig.node("datura", "atuin"));
        says("u1");
        later();
        assertEquals(List.of(), vanished());
    }

    @Test
    void oneThatAnotherSystemStillNamesHasNotVanishedUntilThatLeavesItOutToo() {
        rig.connected(Rig.node("celeri", "neptune"), Rig.node("datura", "atuin"));
        says("u2", Rig.node("datura", "atuin"), Rig.node("onion", "atuin"));
        rig.add("other", "u2");
        says("u1", Rig.node("celeri", "neptune"));
        later();
        assertEquals(List.of(), vanished());
        assertEquals(1, node("datura").presences().size());
        says("u2", Rig.node("onion", "atuin"));
        later();
        assertEquals(List.of("datura"), vanished());
    }

    /** Nomad gives a machine whose data was wiped another id. */
    @Test
    void aNewKeyUnderTheOldNameIsTheSameMachine() {
        NodeFact old = Rig.node("datura", "atuin");
        rig.connected(Rig.node("celeri", "neptune"), old);
        says(
                "u1",
                Rig.node("celeri", "neptune"),
                new NodeFact(
                        "new",
                        old.name(),
                        old.addresses(),
                        old.zone(),
                        old.reach(),
                        old.machine(),
                        old.memory(),
                        old.cpu(),
                        old.disk(),
                        old.diskFree(),
                        old.role(),
                        Map.of()));
        later();
        assertEquals(List.of(), vanished());
        assertEquals(2, all().nodes().size());
    }

    @Test
    void theMachinesOfAConnectionThatIsRemovedOrAskedElsewhereHaveNotVanished() {
        String id = rig.connected(Rig.node("celeri", "neptune"), Rig.node("datura", "atuin")).id();
        says("u2", Rig.node("onion", "atuin"));
        rig.done(
                rig.desk
                        .configuring()
                        .edit(
                                id,
                                new EndpointDraft(
                                        "fake", "garage", Map.of("url", "u2"), Map.of())));
        later();
        assertEquals(List.of("onion"), all().nodes().stream().map(Node::name).toList());
        rig.done(rig.desk.remove(id));
        assertTrue(all().nodes().isEmpty());
    }

    @Test
    void whoNamedItMustStillBeAsked() {
        daturaGoes();
        says("u2", Rig.node("onion", "atuin"));
        rig.add("other", "u2");
        String id = rig.workspace.endpoints(all().id()).getFirst().id();
        rig.done(rig.desk.remove(id));
        assertEquals(List.of("onion"), all().nodes().stream().map(Node::name).toList());
    }

    /** No event tells of one that was purged: it is only missing from what is held next. */
    @Test
    void whatAStreamLeavesOutIsMissingToo() {
        rig.system.watch =
                (url, heard) -> heard.accept(rig.said("f1", Rig.node("celeri", "neptune")));
        rig.connected(Rig.node("celeri", "neptune"), Rig.node("datura", "atuin"));
        rig.run();
        assertEquals(List.of("datura"), vanished());
    }
}
