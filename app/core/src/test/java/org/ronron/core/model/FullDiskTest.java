package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.FindingFact;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;

class FullDiskTest {
    private static NodeFact disk(long all, long free) {
        return NodeFact.member(
                "k",
                "celeri",
                List.of(),
                Optional.empty(),
                NodeFact.Reach.UP,
                OptionalLong.of(all),
                OptionalLong.of(free),
                "",
                Map.of());
    }

    private static Heard told(String type, NodeFact node, FindingFact... findings) {
        return Saved.heard(
                type,
                Observation.of(Facts.NOW, "1", "f")
                        .withNodes(List.of(node))
                        .withFindings(List.of(findings)));
    }

    @ParameterizedTest
    @CsvSource({"1000, 100, ", "1000, 99, WARN", "1000, 31, WARN", "1000, 30, ERROR", "0, 0, "})
    void overNinetyPercentItIsFound(long all, long free, Severity weight) {
        List<Finding> found = Facts.build(told("linux", disk(all, free))).findings();
        assertEquals(
                Optional.ofNullable(weight), found.stream().map(Finding::severity).findFirst());
    }

    @Test
    void itIsSaidOnceAMachineOfItsFullestDisk() {
        Collective now =
                Facts.build(
                        told("linux", disk(1000, 90)),
                        told("garage", disk(500, 20)),
                        told("minio", disk(1000, 1000)));
        assertEquals(1, now.findings().size());
        Finding found = now.findings().getFirst();
        assertEquals("disk-full", found.kind());
        assertEquals(
                Map.of("node", "celeri", "endpoint", "garage", "percent", "96", "freeBytes", "20"),
                found.details());
        assertEquals(Node.State.ATTENTION, now.nodes().getFirst().state());
    }

    @Test
    void whatAConnectorSaysItselfIsNotSaidAgain() {
        Collective now =
                Facts.build(
                        told(
                                "linux",
                                disk(1000, 10),
                                FindingFact.of("disk-full", Severity.WARN, "k", "mount", "/")),
                        told("garage", disk(500, 2)));
        assertEquals(List.of("linux"), now.findings().stream().map(Finding::type).toList());
    }

    @Test
    void whatWasSaidLongAgoIsNotSaidOfToday() {
        Heard old = told("linux", disk(1000, 10));
        assertEquals(
                List.of(),
                CollectiveBuilder.build(
                                Facts.OWN,
                                List.of(old),
                                Edits.NONE,
                                Facts.NOW.plusSeconds(91),
                                Facts.POLL)
                        .findings());
    }
}
