package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.core.model.Facts.NOW;
import static org.ronron.core.model.Facts.build;
import static org.ronron.core.model.Facts.heard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.ClusterFact;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.WorkloadFact;

/** Machines that a scheduler, a storage cluster and SSH all know. */
final class MixedMachineTest {
    private static final String ALLOC = "3f1c0a9e-7a44-4a5f-9a34-08a5b9d1c001";

    @Test
    void aSchedulersClientAStorageNodeAndAMachineBySshAreOne() {
        Collective c =
                build(
                        nomad(client("celeri", "neptune", Map.of(), "192.0.2.14")),
                        garage(member("celeri", "neptune", "2001:db8:14::3")),
                        heard("linux", "ssh", machine("celeri.example.org", 16, 8_000)));
        assertEquals(1, c.nodes().size());
        Node node = c.nodes().getFirst();
        assertEquals("n:celeri", node.id());
        assertEquals(
                List.of("garage", "nomad", "ssh"),
                node.presences().stream().map(Node.Presence::endpointId).sorted().toList());
        assertEquals("neptune", node.zone());
        assertTrue(node.standsIn("neptune"));
        assertEquals(List.of(), c.findings());
    }

    @Test
    void byAddressAlone() {
        Collective c =
                build(
                        nomad(client("celeri", "neptune", Map.of(), "2001:db8:14::3")),
                        garage(member("", "neptune", "2001:db8:14:0::3")));
        assertEquals(1, c.nodes().size());
        assertEquals("celeri", c.nodes().getFirst().name());
    }

    @Test
    void theMachineItselfKnowsItsSizeBestAndAnotherSystemWhenItIsSilent() {
        NodeFact ssh = machine("celeri", 16, 8_000);
        Heard silent =
                heard(
                        "linux",
                        "ssh",
                        NOW.minus(Duration.ofHours(2)),
                        List.of(ssh),
                        List.of(),
                        List.of(),
                        List.of());
        Heard scheduler = nomad(sized(client("celeri", "neptune", Map.of()), 15, 7_000));
        Node node = build(scheduler, heard("linux", "ssh", ssh)).nodes().getFirst();
        assertEquals(OptionalLong.of(16), node.memory());
        assertEquals(OptionalLong.of(8_000), node.cpu());
        assertEquals(OptionalLong.of(15), build(scheduler, silent).nodes().getFirst().memory());
    }

    @Test
    void twoZonesForOneMachineAreSaidWithBothSystems() {
        Collective c =
                build(
                        nomad(client("datura", "atuin", Map.of())),
                        garage(member("datura", "neptune")));
        Finding finding = c.findings().getFirst();
        assertEquals("zone-contradiction", finding.kind());
        assertEquals(
                List.of("atuin", "neptune"),
                List.of(finding.details().get("zone"), finding.details().get("otherZone")).stream()
                        .sorted()
                        .toList());
        Node node = c.nodes().getFirst();
        assertEquals(Node.State.ATTENTION, node.state());
        assertFalse(node.standsIn("atuin"));
        assertFalse(node.standsIn("neptune"), "one of the two has to be changed");
        assertEquals(
                List.of("atuin", "neptune"),
                node.presences().stream().map(Node.Presence::zone).sorted().toList());
    }

    @Test
    void oneNameAtTwoPublicAddressesMayBeTwoMachines() {
        Collective c =
                build(
                        nomad(client("web", "neptune", Map.of(), "203.0.113.5")),
                        garage(member("web", "neptune", "203.0.113.9")));
        Finding finding = c.findings().getFirst();
        assertEquals("address-contradiction", finding.kind());
        assertEquals(
                List.of("203.0.113.5", "203.0.113.9"),
                List.of(finding.details().get("address"), finding.details().get("otherAddress"))
                        .stream()
                        .sorted()
                        .toList());
        assertEquals(Node.State.ATTENTION, c.nodes().getFirst().state());
    }

    @Test
    void anOverlayAHomeAndAnotherFamilyContradictNothing() {
        String[][] pairs = {
            {"203.0.113.5", "10.83.1.5"},
            {"203.0.113.5", "2001:db8:14::3"},
            {"2001:db8:14::3", "2001:db8:14::99"},
            {"2001:db8:14::3", "fd00:14::3"},
            {"192.168.1.4", "10.83.1.5"},
            {"127.0.2.3", "203.0.113.5"}
        };
        for (String[] pair : pairs) {
            Collective c =
                    build(
                            nomad(client("web", "neptune", Map.of(), pair[0])),
                            garage(member("web", "neptune", pair[1])));
            assertEquals(List.of(), c.findings(), String.join(" and ", pair));
        }
    }

    @Test
    void aMachineThatOneSystemForgotStaysWithItsName() {
        Collective before =
                build(
                        nomad(client("onion", "dathomir", Map.of())),
                        garage(member("onion", "dathomir")));
        Collective after = build(nomad(), garage(member("onion", "dathomir")));
        assertEquals(before.nodes().getFirst().id(), after.nodes().getFirst().id());
        assertEquals(1, after.nodes().getFirst().presences().size());
        NodeFact left =
                NodeFact.member(
                        "7c1",
                        "onion",
                        List.of(),
                        Optional.empty(),
                        NodeFact.Reach.UNKNOWN,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "none",
                        Map.of());
        Node orphaned = build(nomad(left), garage(member("onion", "dathomir"))).nodes().getFirst();
        assertEquals("dathomir", orphaned.zone(), "who forgot it says nothing of its zone");
        assertEquals(2, orphaned.presences().size());
        assertTrue(
                orphaned.presences().stream().anyMatch(p -> p.cluster().isEmpty()),
                "nothing is planned for it there");
    }

    @Test
    void onlyTheMachineThatIsEmptiedMayNotBeUnplugged() {
        Map<String, String> draining = Map.of("draining", "yes", "eligible", "no");
        Collective c =
                build(
                        nomad(
                                true,
                                client("ail", "a", draining),
                                client("onion", "a", Map.of("draining", "no", "eligible", "yes")),
                                client(
                                        "poireau",
                                        "a",
                                        Map.of("draining", "no", "eligible", "no"))));
        assertEquals(
                List.of(Node.State.BUSY, Node.State.FINE, Node.State.ATTENTION),
                c.nodes().stream().map(Node::state).toList());
        assertEquals(
                List.of(false, true, false),
                c.nodes().stream().map(n -> n.presences().getFirst().takes()).toList());
    }

    @Test
    void aServiceThatTheMachineSeesAsAContainerIsCountedOnce() {
        WorkloadFact placed = Facts.workload(ALLOC, "nomad-celeri", 300);
        WorkloadFact container = Facts.workload("web-" + ALLOC, "", 290);
        WorkloadFact other = Facts.workload("postgres", "", 50);
        Heard ssh =
                heard(
                        "linux",
                        "ssh",
                        NOW,
                        List.of(machine("celeri", 16, 8_000)),
                        List.of(container, other),
                        List.of(),
                        List.of());
        Heard scheduler =
                heard(
                        "nomad",
                        "nomad",
                        NOW,
                        List.of(client("celeri", "neptune", Map.of())),
                        List.of(placed),
                        List.of(cluster(false)),
                        List.of());
        Node node = build(scheduler, ssh).nodes().getFirst();
        assertEquals(
                List.of(ALLOC, "postgres"), node.workloads().stream().map(Workload::name).toList());
    }

    private static NodeFact client(
            String name, String zone, Map<String, String> labels, String... addresses) {
        return NodeFact.member(
                "nomad-" + name,
                name,
                List.of(addresses),
                Optional.of(zone),
                NodeFact.Reach.UP,
                OptionalLong.empty(),
                OptionalLong.empty(),
                "client",
                labels);
    }

    private static NodeFact member(String name, String zone, String... addresses) {
        return NodeFact.member(
                "garage-" + name,
                name,
                List.of(addresses),
                Optional.of(zone),
                NodeFact.Reach.UP,
                OptionalLong.of(1),
                OptionalLong.empty(),
                "storage",
                Map.of());
    }

    private static NodeFact machine(String name, long memory, long cpu) {
        return new NodeFact(
                "",
                name,
                List.of(),
                Optional.empty(),
                NodeFact.Reach.UP,
                NodeFact.Machine.PHYSICAL,
                OptionalLong.of(memory),
                OptionalLong.of(cpu),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                Map.of());
    }

    private static NodeFact sized(NodeFact n, long memory, long cpu) {
        return new NodeFact(
                n.key(),
                n.name(),
                n.addresses(),
                n.zone(),
                n.reach(),
                n.machine(),
                OptionalLong.of(memory),
                OptionalLong.of(cpu),
                n.disk(),
                n.diskFree(),
                n.role(),
                n.labels());
    }

    private static Heard nomad(NodeFact... clients) {
        return nomad(false, clients);
    }

    /** Busy as a whole while it empties one machine. */
    private static Heard nomad(boolean busy, NodeFact... clients) {
        return heard(
                "nomad",
                "nomad",
                NOW,
                List.of(clients),
                List.of(),
                List.of(cluster(busy)),
                List.of());
    }

    private static Heard garage(NodeFact... members) {
        return heard(
                "garage",
                "garage",
                NOW,
                List.of(members),
                List.of(),
                List.of(Facts.cluster(false)),
                List.of());
    }

    private static ClusterFact cluster(boolean busy) {
        return new ClusterFact("nomad", "Nomad", OptionalInt.empty(), true, busy, Json.obj());
    }
}
