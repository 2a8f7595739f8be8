package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.core.model.Facts.build;
import static org.ronron.core.model.Facts.heard;
import static org.ronron.core.model.Facts.node;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;

class JoinTest {
    @Test
    void equalNamesAreOneMachineWhateverTheirCaseAndDomain() {
        Collective c =
                build(
                        heard("garage", "g", node("k1", "Celeri", "neptune")),
                        heard("linux", "l", node("", "celeri.example.org", "")));
        assertEquals(List.of("n:celeri"), ids(c));
        assertEquals(2, c.nodes().getFirst().presences().size());
        assertEquals("neptune", c.nodes().getFirst().zone());
    }

    @Test
    void twoDomainsAreTwoMachinesAndABareNameJoinsNeither() {
        Collective c =
                build(
                        heard("garage", "g", node("k1", "web", "paris")),
                        heard("linux", "l1", node("a", "web.paris.example", "")),
                        heard("linux", "l2", node("b", "web.lyon.example", "")));
        assertEquals(3, c.nodes().size());
        assertEquals(3, ids(c).stream().distinct().count());
    }

    @Test
    void oneEndpointsEntriesAreNeverJoined() {
        Collective c =
                build(
                        heard("garage", "g", node("k1", "lab", "a"), node("k2", "lab", "b")),
                        heard("linux", "l", node("x", "lab", "")));
        assertEquals(3, c.nodes().size());
        assertEquals(3, ids(c).stream().distinct().count());
    }

    @Test
    void theSameNameOnManyLoopbackAddressesIsJoinedByAddress() {
        Collective c =
                build(
                        heard(
                                "garage",
                                "g",
                                node("k1", "lab", "a", "127.0.2.1"),
                                node("k2", "lab", "b", "127.0.2.2")),
                        heard("linux", "l1", node("x", "lab", "", "127.0.2.1")),
                        heard("linux", "l2", node("y", "lab", "", "127.0.2.2")));
        assertEquals(2, c.nodes().size());
        assertTrue(c.nodes().stream().allMatch(n -> n.presences().size() == 2));
    }

    @Test
    void addressesThatEveryMachineHasJoinNothing() {
        Collective c =
                build(
                        heard("garage", "g", node("k", "one", "a", "127.0.0.1", "fe80::1", "::1")),
                        heard("linux", "l", node("x", "two", "", "127.0.0.1", "fe80::1", "::1")));
        assertEquals(2, c.nodes().size());
    }

    @Test
    void aGlobalAddressJoinsTwoSystemsInAnySpelling() {
        Collective c =
                build(
                        heard("garage", "g", node("k", "0f3a", "a", "2001:db8:0:0::5")),
                        heard("linux", "l", node("x", "celeri", "", "2001:DB8::5")));
        assertEquals(1, c.nodes().size());
    }

    @Test
    void privateAddressesOfTwoHomesAreNotOneMachine() {
        Collective c =
                build(
                        heard("garage", "g", node("k", "ananas", "a", "192.168.1.10")),
                        heard("linux", "l", node("x", "celeri", "", "192.168.1.10")));
        assertEquals(2, c.nodes().size());
    }

    @Test
    void theBridgeOfEveryDockerMachineJoinsNothing() {
        Collective c =
                build(
                        heard("linux", "l1", node("x", "one", "", "172.17.0.1", "203.0.113.9")),
                        heard("linux", "l2", node("y", "two", "", "172.17.0.1", "203.0.113.9")));
        assertEquals(2, c.nodes().size());
    }

    @Test
    void anEditMadeUnderTheShortNameHoldsWhenALongerNameAppears() {
        Edits edits =
                Facts.edits(Edits.ZONE_BY_HAND, "n:celeri", Json.obj().with("zone", "neptune"));
        Collective c = build(edits, heard("linux", "l", node("x", "celeri.example.org", "")));
        assertEquals("neptune", c.nodes().getFirst().zone());
        assertTrue(c.nodes().getFirst().zoneByHand());
    }

    @Test
    void aHostileAnswerThatRepeatsItselfStillGivesEachMachineAnId() {
        Collective c =
                build(
                        heard(
                                "garage",
                                "g",
                                node("k", "", "a"),
                                node("k", "", "b"),
                                node("k", "localhost", "")));
        assertEquals(3, c.nodes().size());
        assertEquals(3, ids(c).stream().distinct().count());
    }

    private static List<String> ids(Collective c) {
        return c.nodes().stream().map(Node::id).toList();
    }

    /** Of two systems that name the machines differently; by every pair it would take minutes. */
    @Test
    void manyMachinesAreJoinedByAddressInNoTime() {
        List<Heard> both =
                List.of(
                        heard("garage", "g", many("stock")),
                        heard("linux", "l", many("box")),
                        heard("nomad", "n", many("box")));
        Collective c =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> build(both.toArray(Heard[]::new)));
        assertEquals(MANY, c.nodes().size());
        assertTrue(c.nodes().stream().allMatch(n -> n.presences().size() == 3));
    }

    private static final int MANY = 3_000;

    private static NodeFact[] many(String name) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> node("k" + i, name + i, "", "192.0." + i / 250 + "." + i % 250))
                .toArray(NodeFact[]::new);
    }
}
