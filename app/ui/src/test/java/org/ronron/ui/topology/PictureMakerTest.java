package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.CollectiveBuilder;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Heard;
import org.ronron.core.port.Workspace;
import org.ronron.resources.Texts;
import org.ronron.ui.topology.map.NodePicture;
import org.ronron.ui.window.States;

/** Cards are taken over from the picture before, and never one that would be wrong. */
class PictureMakerTest {
    private static final Instant NOW = Instant.parse("2026-11-26T21:00:00Z");
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final long GIB = Machines.GIB;

    private final PictureMaker kept = maker();

    private static PictureMaker maker() {
        return new PictureMaker(new TopologyWords(Texts.of(Locale.FRENCH, List.of())));
    }

    private static NodeFact machine(String name, long gib, Map<String, String> labels) {
        return new NodeFact(
                name,
                name,
                List.of(),
                Optional.of("quai"),
                NodeFact.Reach.UP,
                NodeFact.Machine.PHYSICAL,
                OptionalLong.of(gib * GIB),
                OptionalLong.of(4000),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "client",
                labels);
    }

    private static WorkloadFact service(WorkloadFact.State state) {
        return new WorkloadFact(
                "web",
                "onion",
                "web",
                Optional.of("plume"),
                state,
                OptionalLong.of(GIB),
                OptionalLong.of(100));
    }

    private static Collective told(
            List<org.ronron.core.model.Node> before,
            Instant at,
            NodeFact machine,
            WorkloadFact.State state) {
        Observation said =
                new Observation(
                        at,
                        "1.6.8",
                        "f",
                        List.of(machine),
                        List.of(service(state)),
                        List.of(),
                        List.of(),
                        List.of());
        Workspace.EndpointRow row =
                new Workspace.EndpointRow("n", "c", "nomad", "nomad", Map.of(), Map.of(), 0);
        return CollectiveBuilder.after(
                before,
                new Workspace.CollectiveRow("c", "Ours", "own"),
                List.of(Heard.nothing(row).said(said)),
                Edits.NONE,
                at,
                POLL);
    }

    private static NodePicture card(PictureMaker by, Collective of, Instant now) {
        return by.of(States.of(of, "fr", "light"), of, View.FIRST, now)
                .zones()
                .getFirst()
                .nodes()
                .getFirst();
    }

    /** The card of the next picture, which is what it would be without the one before. */
    private NodePicture next(Collective of) {
        NodePicture card = card(kept, of, NOW);
        assertEquals(card(maker(), of, NOW), card);
        return card;
    }

    @Test
    void whatIsOnlySaidLaterIsDrawnAsBefore() {
        NodeFact machine = machine("onion", 8, Map.of());
        Collective first = told(List.of(), NOW, machine, WorkloadFact.State.RUNNING);
        NodePicture before = next(first);
        Collective later =
                told(first.nodes(), NOW.plusSeconds(30), machine, WorkloadFact.State.RUNNING);
        NodePicture after = next(later);
        assertSame(before.memory(), after.memory());
        assertEquals(
                NOW.plusSeconds(30),
                after.node().seen().orElseThrow(),
                "what is said of the machine is what is known now");
    }

    @Test
    void aServiceThatFailsIsDrawnSo() {
        NodeFact machine = machine("onion", 8, Map.of());
        Collective first = told(List.of(), NOW, machine, WorkloadFact.State.RUNNING);
        NodePicture before = next(first);
        NodePicture after = next(told(first.nodes(), NOW, machine, WorkloadFact.State.FAILED));
        assertNotEquals(before.memory(), after.memory());
        assertNotEquals(before.aside(), after.aside(), "more is free");
    }

    @Test
    void aMachineWithMoreMemoryOrClosedToServicesIsDrawnSo() {
        WorkloadFact.State runs = WorkloadFact.State.RUNNING;
        Collective first = told(List.of(), NOW, machine("onion", 8, Map.of()), runs);
        NodePicture before = next(first);
        Collective grown = told(first.nodes(), NOW, machine("onion", 16, Map.of()), runs);
        NodePicture larger = next(grown);
        assertNotEquals(before.memory(), larger.memory());
        Map<String, String> closed = Map.of("eligible", "no");
        NodePicture shut = next(told(grown.nodes(), NOW, machine("onion", 16, closed), runs));
        assertNotEquals(larger.aside(), shut.aside());
        assertEquals(NodePicture.AsideLook.BUSY, shut.asideLook());
    }
}
