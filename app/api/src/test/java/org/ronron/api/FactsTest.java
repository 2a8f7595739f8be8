package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The short ways to make what a connector says. */
class FactsTest {
    private static final NodeFact NODE =
            NodeFact.member(
                    "k",
                    "celeri",
                    List.of("10.0.0.1"),
                    Optional.of("cave"),
                    NodeFact.Reach.UP,
                    OptionalLong.of(9),
                    OptionalLong.of(4),
                    "storage",
                    Map.of("a", "b"));

    @Test
    void aMembersMachineIsNotKnown() {
        assertEquals(NodeFact.Machine.UNKNOWN, NODE.machine());
        assertEquals(OptionalLong.empty(), NODE.memory());
        assertEquals(OptionalLong.empty(), NODE.cpu());
        assertEquals(9, NODE.disk().orElseThrow());
        assertEquals(4, NODE.diskFree().orElseThrow());
    }

    @Test
    void anAddressLosesItsPort() {
        assertEquals("10.0.0.1", NodeFact.ip("10.0.0.1:3901"));
        assertEquals("2001:db8::1", NodeFact.ip("[2001:db8::1]:3901"));
        assertEquals("10.0.0.1", NodeFact.ip("10.0.0.1"));
    }

    @Test
    void anObservationIsFilledPartByPart() {
        WorkloadFact workload =
                new WorkloadFact(
                        "w",
                        "k",
                        "web",
                        Optional.empty(),
                        WorkloadFact.State.RUNNING,
                        OptionalLong.empty(),
                        OptionalLong.empty());
        ClusterFact cluster = new ClusterFact("c", "C", OptionalInt.of(3), true, false, Json.obj());
        BucketFact bucket = BucketFact.named("b", List.of("photos"));
        FindingFact finding = FindingFact.of("full", Severity.WARN, "k", "percent", "91");
        assertEquals(
                new Observation(
                        Instant.EPOCH,
                        "1",
                        "f",
                        List.of(NODE),
                        List.of(workload),
                        List.of(cluster),
                        List.of(bucket),
                        List.of(finding)),
                Observation.of(Instant.EPOCH, "1", "f")
                        .withNodes(List.of(NODE))
                        .withWorkloads(List.of(workload))
                        .withClusters(List.of(cluster))
                        .withBuckets(List.of(bucket))
                        .withFindings(List.of(finding)));
        assertEquals(Map.of("percent", "91"), finding.details());
        assertEquals(OptionalLong.empty(), bucket.bytes());
    }

    @Test
    void jsonReadsTextsAndFiguresThatAreThere() {
        Json.Obj json =
                Json.obj()
                        .with("tags", Json.arr(List.of(Json.of("a"), Json.of(1), Json.of("b"))))
                        .with("size", 7)
                        .with("word", "x");
        assertEquals(List.of("a", "b"), json.texts("tags"));
        assertEquals(List.of(), json.texts("word"));
        assertEquals(7, json.figure("size").orElseThrow());
        assertEquals(OptionalLong.empty(), json.figure("word"));
        assertEquals(OptionalLong.empty(), json.figure("nothing"));
    }

    @Test
    void aFaultHoldsNoMarkupAndNoNovel() {
        Fault fault =
                Fault.of(
                        CommonError.SERVER_ERROR,
                        "e",
                        "message",
                        "<h1>502</h1> 2 < 3 <img src=x",
                        "status",
                        "y".repeat(400));
        assertEquals(" 502  2 < 3  ", fault.details().get("message"));
        assertEquals("y".repeat(300) + "…", fault.details().get("status"));
    }
}
