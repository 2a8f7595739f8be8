package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.api.WorkloadFact;
import org.ronron.core.json.JsonText;

/** Sizes as a real Nomad told them; each figure was worked out by hand from the captures. */
class RoomTest {
    private static final long MIB = 1L << 20;

    private static WorkloadFact alloc(String name) throws IOException {
        return new Alloc(
                        Captures.rows("allocations-resources-no-task-states").stream()
                                .filter(row -> row.word("Name").equals(name))
                                .findFirst()
                                .orElseThrow())
                .fact();
    }

    /** 7846 MiB with 512 kept, 5400 MHz with 200, 258019 MiB with 1024. */
    @Test
    void aMachineIsToldWholeWithWhatTheAgentKeeps() throws IOException {
        NodeFact node = new Client(Captures.rows("nodes-resources").getFirst()).fact();
        assertEquals(OptionalLong.of(8_227_127_296L), node.memory());
        assertEquals(OptionalLong.of(5_400), node.cpu());
        assertEquals(OptionalLong.of(270_552_530_944L), node.disk());
        assertEquals(
                NodeRoom.kept(
                        OptionalLong.of(536_870_912L),
                        OptionalLong.of(200),
                        OptionalLong.of(1_073_741_824L)),
                node.room());
    }

    @Test
    void anAllocationIsToldWithItsDiskAndWhereItBelongs() throws IOException {
        WorkloadFact web = alloc("web.web[3]");
        assertEquals(OptionalLong.of(128 * MIB), web.memory());
        assertEquals(OptionalLong.of(200), web.cpu());
        assertEquals(OptionalLong.of(50 * MIB), web.disk());
        assertEquals(OptionalLong.empty(), web.memoryMost(), "0 is no limit of its own");
        assertEquals(
                Map.of("namespace", "default", "taskGroup", "web", "jobType", "service"),
                web.labels());
    }

    /** What has ended reserves nothing: neither memory nor disk. */
    @Test
    void whatDoesNotCountAnyMoreReservesNothing() throws IOException {
        WorkloadFact check = alloc("restic-check.check[0]");
        assertEquals(OptionalLong.empty(), check.memory());
        assertEquals(OptionalLong.empty(), check.disk());
        assertEquals(OptionalLong.empty(), check.memoryMost());
    }

    /**
     * As {@code Comparable} counts: a limit where a task has one, else what it reserves. Before: 64
     * with 256 at most; main: 512 with 1024 at most and 100 without; beside: 32. Together 612 + 32
     * and at most 1124 + 32.
     */
    @Test
    void whatMayBeUsedBeyondTheReservationIsCountedByLifecycleToo() throws IOException {
        Json.Obj row =
                JsonText.readObject(
                        """
                        {"ID": "a", "NodeID": "n", "Name": "w", "JobID": "j",
                         "ClientStatus": "running", "AllocatedResources": {
                          "Shared": {"DiskMB": 300},
                          "TaskLifecycles": {"main": null, "other": null,
                            "init": {"Hook": "prestart", "Sidecar": false},
                            "proxy": {"Hook": "prestart", "Sidecar": true}},
                          "Tasks": {
                            "init": {"Memory": {"MemoryMB": 64, "MemoryMaxMB": 256}},
                            "main": {"Memory": {"MemoryMB": 512, "MemoryMaxMB": 1024}},
                            "other": {"Memory": {"MemoryMB": 100, "MemoryMaxMB": 0}},
                            "proxy": {"Memory": {"MemoryMB": 32, "MemoryMaxMB": 0}}}}}
                        """);
        WorkloadFact fact = new Alloc(row).fact();
        assertEquals(OptionalLong.of(644 * MIB), fact.memory());
        assertEquals(OptionalLong.of(1_156 * MIB), fact.memoryMost());
        assertEquals(OptionalLong.of(300 * MIB), fact.disk());
        WorkloadFact lost = new Alloc(row.with("ClientStatus", "lost")).fact();
        assertEquals(WorkloadFact.State.LOST, lost.state());
        assertEquals(OptionalLong.empty(), lost.disk());
    }

    @Test
    void whatIsWrittenOnAMachineIsALabelEachAndItsDevicesAreNamed() throws IOException {
        Json.Obj row =
                JsonText.readObject(
                        """
                        {"ID": "n", "Name": "celeri", "Status": "ready", "NodeClass": "small",
                         "NodePool": "gpu", "Version": "2.0.5",
                         "Meta": {"site": "attic", "rack": "2", "connect.log_level": "info"},
                         "NodeResources": {"Devices": [
                           {"Vendor": "nvidia", "Type": "gpu", "Name": "Tesla T4",
                            "Instances": [{"ID": "1"}, {"ID": "2"}]}]}}
                        """);
        Map<String, String> labels = new Client(row).fact().labels();
        assertEquals("attic", labels.get("meta.site"));
        assertEquals("2", labels.get("meta.rack"));
        assertEquals("rack = 2, site = attic", labels.get("meta"));
        assertEquals("2 × nvidia/gpu/Tesla T4", labels.get("devices"));
        assertEquals(List.of("gpu", "small"), List.of(labels.get("pool"), labels.get("class")));
        assertFalse(labels.containsKey("meta.connect.log_level"));
    }

    /** One lacks a label, the other room: both evaluations of the capture. */
    @Test
    void whatWaitsIsToldWithNomadsReason() throws IOException {
        List<WorkloadFact> waiting =
                Captures.rows("evaluations-blocked").stream()
                        .flatMap(Blocked::of)
                        .map(Blocked::fact)
                        .toList();
        assertEquals(
                List.of("needs-gpu.gpu", "too-big.big"),
                waiting.stream().map(WorkloadFact::name).toList());
        assertEquals(
                Map.of(
                        "why", "unplacedRule",
                        "job", "needs-gpu",
                        "rule", "${meta.gpu} = yes",
                        "room", ""),
                waiting.getFirst().labels());
        assertEquals("memory", waiting.getLast().labels().get("room"));
        assertEquals("unplacedRoom", waiting.getLast().labels().get("why"));
    }
}
