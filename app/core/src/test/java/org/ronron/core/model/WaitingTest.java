package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.WorkloadFact;

/** Work without a place is shown with its reason; none is dropped. */
class WaitingTest {
    private static WorkloadFact work(String name, String node, Map<String, String> labels) {
        return new WorkloadFact(
                        name,
                        node,
                        name,
                        Optional.of("job"),
                        WorkloadFact.State.WAITING,
                        OptionalLong.empty(),
                        OptionalLong.empty())
                .withLabels(labels);
    }

    private static Collective build(WorkloadFact... work) {
        return Facts.build(
                Facts.heard(
                        "nomad",
                        "n",
                        Facts.NOW,
                        List.of(Facts.node("k1", "celeri", "neptune")),
                        List.of(work),
                        List.of(),
                        List.of()));
    }

    @Test
    void whatFoundNoPlaceWaitsWithItsSystemsReason() {
        Map<String, String> why = Map.of(WorkloadFact.WHY, "unplacedRoom", "room", "memory");
        Collective all = build(work("web", "", why), Facts.workload("w", "k1", 5));
        assertEquals(
                List.of(new Waiting("n", "nomad", "web", Optional.of("job"), "unplacedRoom", why)),
                all.waiting());
        assertEquals(1, all.workloads());
        assertEquals("w", all.nodes().getFirst().workloads().getFirst().name());
    }

    @Test
    void whatRunsWhereItsSystemKnowsNoMachineIsToldInOurWords() {
        Waiting lost = build(work("web", "k9", Map.of())).waiting().getFirst();
        assertEquals("", lost.type());
        assertEquals("nowhere", lost.kind());
        assertEquals(Map.of("name", "web", "endpoint", "n", "node", "k9"), lost.details());
    }

    /** Equal keys of two systems are two machines: what one says runs on its own only. */
    @Test
    void aKeyIsItsOwnSystems() {
        Heard other =
                Facts.heard(
                        "docker",
                        "d",
                        Facts.NOW,
                        List.of(Facts.node("k1", "datura", "")),
                        List.of(Facts.workload("box", "k1", 1)),
                        List.of(),
                        List.of());
        Heard nomad =
                Facts.heard(
                        "nomad",
                        "n",
                        Facts.NOW,
                        List.of(Facts.node("k1", "celeri", "neptune")),
                        List.of(Facts.workload("w", "k1", 5), Facts.workload("v", "k1", 5)),
                        List.of(),
                        List.of());
        Collective all = Facts.build(other, nomad);
        assertEquals(List.of("celeri", "datura"), all.nodes().stream().map(Node::name).toList());
        assertEquals(
                List.of("n/w", "n/v"),
                all.nodes().getFirst().workloads().stream().map(Workload::id).toList());
        assertEquals(
                List.of("d/box"),
                all.nodes().getLast().workloads().stream().map(Workload::id).toList());
        assertEquals(List.of(), all.waiting());
    }
}
