package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;
import org.ronron.layout.work.Evacuation;
import org.ronron.practice.nomad.NomadSimulator.Trouble;

/** What is read of a cluster, on its good days and its bad ones. */
class SimulatedNomadTest extends Rig {
    @Test
    void machinesAreReadWholeAndWithWhatTheAgentKeeps() throws Exception {
        Observation seen = observe();
        assertEquals("2.0.5", seen.version());
        assertEquals(5, seen.nodes().size());
        NodeFact onion = node("onion");
        assertEquals("dathomir", onion.zone().orElseThrow());
        assertEquals(7846L << 20, onion.memory().orElseThrow());
        assertEquals(5400, onion.cpu().orElseThrow());
        assertEquals(258_019L << 20, onion.disk().orElseThrow());
        assertEquals(
                NodeRoom.kept(
                        OptionalLong.of(512L << 20),
                        OptionalLong.of(200),
                        OptionalLong.of(1024L << 20)),
                onion.room());
        assertEquals(List.of("127.0.5.5"), onion.addresses());
        assertEquals(
                Map.ofEntries(
                        Map.entry("status", "ready"),
                        Map.entry("eligible", "yes"),
                        Map.entry("draining", "no"),
                        Map.entry("pool", "default"),
                        Map.entry("version", "2.0.5"),
                        Map.entry("drivers", "raw_exec"),
                        Map.entry("meta.owner", "association"),
                        Map.entry("meta.site", "dathomir"),
                        Map.entry("meta", "owner = association, site = dathomir")),
                onion.labels());
        assertTrue(seen.clusters().getFirst().healthy());
        assertFalse(seen.clusters().getFirst().busy());
        assertEquals(List.of(), seen.findings());
    }

    /** Prestart 200 and poststop 100 run before and after 512, a sidecar of 32 beside. */
    @Test
    void memoryIsWhatTheSchedulerCounts() throws Exception {
        WorkloadFact matrix = workload("matrix");
        assertEquals(544L << 20, matrix.memory().orElseThrow());
        assertEquals(550, matrix.cpu().orElseThrow());
        assertEquals("matrix", matrix.group().orElseThrow());
        assertEquals(WorkloadFact.State.RUNNING, matrix.state());
        assertEquals("prod/cryptpad", workload("cryptpad").group().orElseThrow());
    }

    private WorkloadFact workload(String job) throws ConnectorException {
        return observe().workloads().stream()
                .filter(w -> w.name().startsWith(job + "."))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMachineThatIsLostIsSaidAndWhatRanThereIsNotCounted() throws Exception {
        String tolerant = workload("tolerant").nodeKey();
        String holder =
                observe().nodes().stream()
                        .filter(n -> n.key().equals(tolerant))
                        .findFirst()
                        .orElseThrow()
                        .name();
        nomad.kill(holder);
        pass(13);
        assertEquals(Set.of("down"), Set.copyOf(kinds()));
        assertEquals("disconnected", finding("down").details().get("status"));
        assertEquals(NodeFact.Reach.DOWN, node(holder).reach());
        assertEquals(WorkloadFact.State.UNKNOWN, workload("tolerant").state());
        assertTrue(workload("tolerant").memory().isPresent(), "still counted by the scheduler");
        pass(120);
        assertEquals("down", finding("down").details().get("status"));
        assertTrue(
                observe().workloads().stream()
                        .filter(w -> w.nodeKey().equals(tolerant))
                        .allMatch(w -> w.memory().isEmpty()));
        nomad.start(holder);
        pass(5);
        assertEquals(List.of(), kinds());
    }

    /** No event tells of a purge: the machine is only missing, and what ran there has no place. */
    @Test
    void whatIsLeftOfAForgottenMachineHasNoPlace() throws Exception {
        nomad.kill("onion");
        pass(13);
        nomad.purge("onion");
        assertTrue(kinds().contains("orphans"), kinds().toString());
        Observation seen = observe();
        assertTrue(seen.nodes().stream().noneMatch(n -> n.name().equals("onion")));
        String names = finding("orphans").details().getOrDefault("names", "");
        assertTrue(names.contains("node-exporter.node-exporter[0] (onion)"), names);
        Set<String> keys = seen.nodes().stream().map(NodeFact::key).collect(Collectors.toSet());
        List<WorkloadFact> left =
                seen.workloads().stream().filter(w -> !keys.contains(w.nodeKey())).toList();
        WorkloadFact exporter =
                left.stream()
                        .filter(w -> w.name().startsWith("node-exporter."))
                        .findFirst()
                        .orElseThrow();
        assertEquals("orphans", exporter.labels().get(WorkloadFact.WHY));
        assertEquals("node-exporter.node-exporter[0] (onion)", exporter.labels().get("names"));
    }

    @Test
    void aServiceWithoutAPlaceSaysWhy() throws Exception {
        perform(action(Evacuation.DRAIN, "onion", "m"));
        pass(3);
        assertEquals(Set.of("unplacedRule", "ineligible"), Set.copyOf(kinds()));
        assertEquals("pinned", finding("unplacedRule").details().get("job"));
        WorkloadFact waits =
                observe().workloads().stream()
                        .filter(w -> w.state() == WorkloadFact.State.WAITING)
                        .findFirst()
                        .orElseThrow();
        assertEquals("", waits.nodeKey());
        assertEquals("pinned", waits.group().orElseThrow());
        assertEquals("unplacedRule", waits.labels().get(WorkloadFact.WHY));
        assertEquals("${node.datacenter} = dathomir", waits.labels().get("rule"));
        assertEquals(
                "${node.datacenter} = dathomir", finding("unplacedRule").details().get("rule"));
        assertEquals("onion", finding("ineligible").details().get("node"));
    }

    @Test
    void aDrainThatTakesLongIsSaid() throws Exception {
        nomad.drainAsSomebodyElse("onion");
        assertTrue(observe().clusters().getFirst().busy());
        assertEquals("yes", node("onion").labels().get("draining"));
        assertEquals(List.of(), kinds());
        nomad.holdDrains();
        now = now.plusSeconds(3700);
        assertEquals(List.of("drains"), kinds());
    }

    @ParameterizedTest
    @CsvSource({
        "read,,       volunteer-read,  true,  false, false",
        "write,,      volunteer-write, false, false, false",
        "read,write,  volunteer-read,  false, false, false",
        "management,, Bootstrap Token, false, true,  false",
        "partial,,    volunteer-partial, true, false, true",
        "nodes,,      volunteer-nodes, true, false, true"
    })
    void whoWeAreIsTold(
            String who, String writing, String name, boolean reads, boolean all, boolean partial)
            throws Exception {
        as(who, writing == null ? Map.of() : Map.of("writeToken", writing));
        Login login = observe().login();
        assertEquals(name, login.name());
        assertEquals(reads ? Evacuation.CHANGING : Set.of(), login.forbidden());
        assertEquals(all, login.excessive());
        assertEquals(partial ? List.of("partial") : List.of(), kinds());
    }

    @Test
    void aTokenThatSeesOneNamespaceSeesMachinesAndThatOne() throws Exception {
        as("partial", Map.of());
        assertEquals(5, observe().nodes().size());
        assertEquals(
                Set.of("prod/cryptpad"),
                observe().workloads().stream()
                        .flatMap(w -> w.group().stream())
                        .collect(Collectors.toSet()));
        as("nodes", Map.of());
        assertEquals(List.of(), observe().workloads());
    }

    @Test
    void aTokenThatMayNotSeeMachinesLacksARight() throws Exception {
        as("jobs", Map.of());
        Fault fault = assertThrows(ConnectorException.class, this::observe).fault();
        assertEquals(CommonError.RIGHT_MISSING, fault.code());
        assertEquals("/v1/agent/members", fault.details().get("right"));
    }

    @Test
    void whereNobodyIsAskedThatIsSaid() throws Exception {
        nomad.withoutAcl();
        as("", Map.of());
        assertEquals(List.of("open"), kinds());
        assertEquals(Set.of(), observe().login().forbidden());
    }

    /** Anybody may read, and a token of its own writes: it is sent with nothing but changes. */
    @Test
    void whoReadsAsNobodyMayWriteWithAToken() throws Exception {
        nomad.withoutAcl();
        as("", Map.of("writeToken", "write"));
        perform(action(Evacuation.INELIGIBLE, "onion", "m"));
        assertEquals("no", node("onion").labels().get("eligible"));
    }

    @Test
    void aServerThatHasJustStartedIsAskedAgain() throws Exception {
        nomad.trouble("/v1/agent/members", Trouble.STARTING);
        assertEquals(5, observe().nodes().size());
    }

    @Test
    void aServerThatIsGoneIsToldInItsAgentsWords() throws Exception {
        nomad.trouble("/v1/nodes", Trouble.SERVER_GONE);
        Fault fault = assertThrows(ConnectorException.class, this::observe).fault();
        assertEquals(CommonError.SERVER_ERROR, fault.code());
        assertTrue(String.valueOf(fault.details().get("message")).contains("connection refused"));
    }

    @Test
    void anEmptyAnswerIsNone() throws Exception {
        nomad.trouble("/v1/nodes", Trouble.EMPTY);
        Fault fault = assertThrows(ConnectorException.class, this::observe).fault();
        assertEquals(CommonError.BAD_ANSWER, fault.code());
    }

    @Test
    void theFingerprintIsOfWhatAPlanDependsOn() throws Exception {
        String before = observe().fingerprint();
        nomad.drainAsSomebodyElse("onion");
        String during = observe().fingerprint();
        assertFalse(before.equals(during), "it takes no more work");
        pass(3);
        assertEquals(during, observe().fingerprint(), "that a drain ends is no other plan");
        nomad.edit("ananas", "corrin");
        nomad.restart("ananas");
        pass(2);
        assertFalse(during.equals(observe().fingerprint()));
    }
}
