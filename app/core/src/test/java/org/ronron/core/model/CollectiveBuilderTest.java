package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.core.model.Facts.NOW;
import static org.ronron.core.model.Facts.build;
import static org.ronron.core.model.Facts.edits;
import static org.ronron.core.model.Facts.heard;
import static org.ronron.core.model.Facts.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Severity;

class CollectiveBuilderTest {
    @Test
    void twoSystemsThatPlaceAMachineDifferentlyAreAFinding() {
        Collective c =
                build(
                        heard("garage", "a", node("k1", "celeri", "neptune")),
                        heard("nomad", "b", node("k2", "celeri", "jupiter")));
        assertEquals(1, c.findings().size());
        Finding found = c.findings().getFirst();
        assertEquals("zone-contradiction", found.kind());
        assertEquals("neptune", found.details().get("zone"));
        assertEquals("jupiter", found.details().get("otherZone"));
        assertEquals(Node.State.ATTENTION, c.nodes().getFirst().state());
    }

    @Test
    void aSystemsWordOnAZoneStandsOverOurs() {
        Edits hand = edits(Edits.ZONE_BY_HAND, "n:celeri", Json.obj().with("zone", "mars"));
        Collective c = build(hand, heard("garage", "g", node("k", "celeri", "neptune")));
        assertEquals("neptune", c.nodes().getFirst().zone());
        assertEquals("zone-by-hand", c.findings().getFirst().kind());
        assertEquals(Node.State.FINE, c.nodes().getFirst().state());
    }

    @Test
    void aMachineWithoutAWordIsNotPlaced() {
        Collective c = build(heard("linux", "l", node("k", "celeri", "")));
        assertEquals("", c.nodes().getFirst().zone());
        assertEquals(1, c.zone("").orElseThrow().nodes());
    }

    @Test
    void whatAllItsEndpointsSaidLongAgoIsStale() {
        Heard old = said(NOW.minus(Duration.ofSeconds(91)), false, NodeFact.Reach.UP);
        assertEquals(Node.State.STALE, build(old).nodes().getFirst().state());
        assertEquals(EndpointView.State.SILENT, build(old).endpoints().getFirst().state());
        Heard recent = said(NOW.minus(Duration.ofSeconds(90)), false, NodeFact.Reach.UP);
        assertEquals(Node.State.FINE, build(recent).nodes().getFirst().state());
    }

    @Test
    void oneEndpointThatStillAnswersKeepsAMachineFresh() {
        Heard old = said(NOW.minus(Duration.ofHours(1)), false, NodeFact.Reach.UP);
        Collective c = build(old, heard("linux", "l", node("x", "celeri", "")));
        assertEquals(Node.State.FINE, c.nodes().getFirst().state());
        assertEquals(Optional.of(NOW), c.nodes().getFirst().seen());
    }

    @Test
    void aBusyClusterMakesItsMachinesBusyAndADownOneIsWrong() {
        assertEquals(
                Node.State.BUSY,
                build(said(NOW, true, NodeFact.Reach.UP)).nodes().getFirst().state());
        assertEquals(
                Node.State.WRONG,
                build(said(NOW, true, NodeFact.Reach.DOWN)).nodes().getFirst().state());
    }

    @Test
    void faultsDecideHowAnEndpointIs() {
        assertEquals(EndpointView.State.ASKING, stateWith(CommonError.TRUST_UNKNOWN));
        assertEquals(EndpointView.State.STOPPED, stateWith(CommonError.TRUST_CHANGED));
        assertEquals(EndpointView.State.STOPPED, stateWith(CommonError.LOGIN_REFUSED));
        assertEquals(EndpointView.State.STOPPED, stateWith(CommonError.RIGHT_MISSING));
        assertEquals(EndpointView.State.SILENT, stateWith(CommonError.TIMEOUT));
    }

    @Test
    void kindsOfMachinesDecideWhetherHandsCanMoveThem() {
        NodeFact virtual = node("k", "celeri", "a", NodeFact.Reach.UP, NodeFact.Machine.VIRTUAL);
        assertEquals(Optional.of("vm"), immovable(Edits.NONE, virtual));
        assertEquals(Optional.empty(), immovable(kind("home"), virtual));
        assertEquals(Optional.of("rented"), immovable(kind("rented"), virtual));
        assertEquals(Optional.of("region"), immovable(kind("region"), virtual));
        assertEquals(Optional.empty(), immovable(Edits.NONE, node("k", "celeri", "a")));
    }

    @Test
    void totalsAreSumsOfWhatIsKnownAndNothingKnownIsNotZero() {
        Heard h =
                heard(
                        "nomad",
                        "n",
                        NOW,
                        List.of(Facts.sized("a", 100, 10), Facts.sized("b", 200, 20)),
                        List.of(Facts.workload("w1", "a", 30), Facts.workload("w2", "b", 4)),
                        List.of(),
                        List.of());
        Collective c = build(h);
        assertEquals(
                new Totals(
                        OptionalLong.of(34),
                        OptionalLong.of(300),
                        OptionalLong.empty(),
                        OptionalLong.of(30)),
                c.totals());
        assertEquals(c.totals(), c.zone("home").orElseThrow().totals());
        assertEquals(2, c.workloads());
    }

    @Test
    void notesMakeAZoneStayWhenItsLastMachineIsGone() {
        Edits notes = edits(Edits.NOTES, "zone:neptune", Json.obj().with("phone", "0123"));
        Collective c = build(notes, heard("linux", "l", node("k", "celeri", "")));
        assertEquals("0123", c.zone("neptune").orElseThrow().notes().phone());
        assertEquals(0, c.zone("neptune").orElseThrow().nodes());
    }

    @Test
    void aConnectorsFindingNamesTheMachine() {
        Heard h =
                heard(
                        "garage",
                        "g",
                        NOW,
                        List.of(node("k1", "celeri", "a")),
                        List.of(),
                        List.of(),
                        List.of(
                                new FindingFact("disk-full", Severity.ERROR, "k1", Map.of()),
                                new FindingFact("old-version", Severity.INFO, "", Map.of())));
        Collective c = build(h);
        assertEquals(List.of("celeri", "g"), c.findings().stream().map(Finding::subject).toList());
        assertEquals("garage", c.findings().getFirst().type());
        assertEquals(Node.State.ATTENTION, c.nodes().getFirst().state());
    }

    @Test
    void anEmptyCollectiveIsEmpty() {
        Collective c = build();
        assertTrue(c.zones().isEmpty());
        assertEquals(Totals.UNKNOWN, c.totals());
    }

    private static Edits kind(String kind) {
        return edits(Edits.MACHINE_KIND, "n:celeri", Json.obj().with("kind", kind));
    }

    private static Optional<String> immovable(Edits edits, NodeFact fact) {
        return build(edits, heard("linux", "l", fact)).nodes().getFirst().immovable();
    }

    private static EndpointView.State stateWith(CommonError error) {
        Heard h = heard("garage", "g");
        Heard faulty =
                new Heard(h.row(), h.last(), Optional.of(Fault.of(error, "g")), h.answered());
        return build(faulty).endpoints().getFirst().state();
    }

    private static Heard said(Instant at, boolean busy, NodeFact.Reach reach) {
        return heard(
                "garage",
                "g",
                at,
                List.of(node("k", "celeri", "a", reach, NodeFact.Machine.PHYSICAL)),
                List.of(),
                List.of(Facts.cluster(busy)),
                List.of());
    }
}
