package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.api.WorkloadFact;

/** What is free of a machine: its size, without what is kept for itself, without what counts. */
class FreeRoomTest {
    private static final OptionalLong NONE = OptionalLong.empty();

    private static NodeFact client(String name, String zone) {
        return new NodeFact(
                        name,
                        name,
                        List.of(),
                        Optional.of(zone),
                        NodeFact.Reach.UP,
                        NodeFact.Machine.UNKNOWN,
                        OptionalLong.of(8_000),
                        OptionalLong.of(4_000),
                        OptionalLong.of(90_000),
                        NONE,
                        "client",
                        Map.of())
                .withRoom(
                        NodeRoom.kept(
                                OptionalLong.of(512),
                                OptionalLong.of(100),
                                OptionalLong.of(10_000)));
    }

    private static WorkloadFact alloc(String key, String node, WorkloadFact.State state) {
        return new WorkloadFact(
                        key,
                        node,
                        key,
                        Optional.of("job"),
                        state,
                        OptionalLong.of(1_000),
                        OptionalLong.of(300))
                .withDisk(OptionalLong.of(2_000));
    }

    private static Heard nomad(List<NodeFact> nodes, WorkloadFact... workloads) {
        return Facts.heard(
                "nomad", "n", Facts.NOW, nodes, List.of(workloads), List.of(), List.of());
    }

    private static WorkloadFact[] oneOfEachState() {
        return List.of(WorkloadFact.State.values()).stream()
                .map(state -> alloc(state.name(), "a", state))
                .toArray(WorkloadFact[]::new);
    }

    /** Running, starting and unknown count: 3 × 1,000 of 8,000 - 512; the others do not. */
    @Test
    void whatStillCountsIsTakenOffAndNothingElse() {
        Node node = Facts.build(nomad(List.of(client("a", "z")), oneOfEachState())).nodes().get(0);
        assertEquals(7, node.workloads().size());
        assertEquals(OptionalLong.of(8_000), Resource.MEMORY.of(node));
        assertEquals(OptionalLong.of(7_488), node.offered(Resource.MEMORY));
        assertEquals(OptionalLong.of(3_000), node.reserved(Resource.MEMORY));
        assertEquals(OptionalLong.of(4_488), node.free(Resource.MEMORY));
        assertEquals(OptionalLong.of(3_000), node.free(Resource.CPU));
        assertEquals(OptionalLong.of(74_000), node.free(Resource.DISK));
    }

    @Test
    void aSizeThatIsNotKnownLeavesWhatIsFreeNotKnownUnlessItCountsNoMore() {
        WorkloadFact sizeless =
                new WorkloadFact(
                        "x", "a", "x", Optional.empty(), WorkloadFact.State.RUNNING, NONE, NONE);
        WorkloadFact lost =
                new WorkloadFact(
                        "l", "a", "l", Optional.empty(), WorkloadFact.State.LOST, NONE, NONE);
        Node one = Facts.build(nomad(List.of(client("a", "z")), sizeless)).nodes().getFirst();
        assertEquals(NONE, one.free(Resource.MEMORY));
        assertEquals(NONE, one.reserved(Resource.CPU));
        Node other = Facts.build(nomad(List.of(client("a", "z")), lost)).nodes().getFirst();
        assertEquals(OptionalLong.of(7_488), other.free(Resource.MEMORY));
        assertEquals(
                NONE,
                Facts.build(Facts.heard("x", "e", Facts.node("k", "b", "")))
                        .nodes()
                        .getFirst()
                        .free(Resource.MEMORY));
    }

    @Test
    void moreThanThereIsLeavesNothing() {
        WorkloadFact large =
                new WorkloadFact(
                        "x",
                        "a",
                        "x",
                        Optional.empty(),
                        WorkloadFact.State.RUNNING,
                        OptionalLong.of(7_900),
                        OptionalLong.of(0));
        Node node = Facts.build(nomad(List.of(client("a", "z")), large)).nodes().getFirst();
        assertEquals(OptionalLong.of(0), node.free(Resource.MEMORY));
        assertEquals(OptionalLong.of(3_900), node.free(Resource.CPU));
    }

    /** Two machines of 7,488 that services can have; three workloads of seven count. */
    @Test
    void totalsCountNoMachinesOwnPartAsRoom() {
        Collective all =
                Facts.build(nomad(List.of(client("a", "z"), client("b", "y")), oneOfEachState()));
        assertEquals(
                new Totals(
                        OptionalLong.of(3_000),
                        OptionalLong.of(14_976),
                        OptionalLong.of(900),
                        OptionalLong.of(7_800)),
                all.totals());
        assertEquals(OptionalLong.of(7_488), all.zone("y").orElseThrow().totals().memory());
    }

    /** The machine says 8,100 and uses 5,000; the scheduler places on 8,000 less 512. */
    @Test
    void theSchedulersSizesGoWithWhatItKeepsAndTheMachineTellsWhatIsUsed() {
        NodeFact ssh =
                Facts.sized("a", 8_100, 4_200)
                        .withRoom(
                                NodeRoom.UNKNOWN.used(OptionalLong.of(5_000), OptionalLong.of(9)));
        Heard machine = Facts.heard("linux", "ssh", ssh);
        Node node =
                Facts.build(nomad(List.of(client("a", "home")), oneOfEachState()), machine)
                        .nodes()
                        .getFirst();
        assertEquals(OptionalLong.of(8_000), node.memory());
        assertEquals(OptionalLong.of(4_488), node.free(Resource.MEMORY));
        assertEquals(OptionalLong.of(5_000), Resource.MEMORY.used(node));
        assertEquals(OptionalLong.of(9), Resource.CPU.used(node));
    }

    /** A cluster's data lies on another disk than the one that the scheduler reserves. */
    @Test
    void aDisksSizeAndItsFreeRoomAreOfOneDiskAndReservationsOfNoOther() {
        NodeFact storage =
                NodeFact.member(
                        "g",
                        "a",
                        List.of(),
                        Optional.of("z"),
                        NodeFact.Reach.UP,
                        OptionalLong.of(500_000),
                        OptionalLong.of(200_000),
                        "storage",
                        Map.of());
        Node node =
                Facts.build(
                                nomad(List.of(client("a", "z")), oneOfEachState()),
                                Facts.heard("garage", "g", storage))
                        .nodes()
                        .getFirst();
        assertEquals(OptionalLong.of(500_000), node.disk());
        assertEquals(OptionalLong.of(200_000), node.diskFree());
        assertEquals(OptionalLong.of(300_000), Resource.DISK.used(node));
        assertEquals(NONE, node.reserved(Resource.DISK));
        assertEquals(NONE, node.free(Resource.DISK));
    }
}
