package org.ronron.practice.clusters;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Nomad cluster that nobody runs: the rows of its lists as JSON, in the order in which Nomad 1.6
 * tells them.
 *
 * @param nodes by id
 * @param allocations by id; all of them run or start
 */
public record FakeCluster(
        List<String> nodes, List<String> allocations, List<String> pools, List<String> jobs) {
    /** The same for the same size and seed. */
    public static FakeCluster of(Size size) {
        Placing placing = new Placing(size);
        Stream<FakeMachine> machines =
                placing.machines().stream().sorted(Comparator.comparing(FakeMachine::id));
        Stream<FakeAllocation> allocations =
                placing.allocations().stream().sorted(Comparator.comparing(FakeAllocation::id));
        return new FakeCluster(
                machines.map(FakeMachine::json).toList(),
                allocations.map(FakeAllocation::json).toList(),
                Stream.of(Words.POOLS).map(FakeCluster::pool).toList(),
                placing.jobs().stream().map(FakeJob::json).toList());
    }

    /**
     * The same a moment later, when one allocation of a hundred starts anew.
     *
     * @param which of each hundred
     */
    public FakeCluster later(int which) {
        List<String> changed =
                IntStream.range(0, allocations.size())
                        .mapToObj(
                                i ->
                                        i % 100 == which
                                                ? turned(allocations.get(i))
                                                : allocations.get(i))
                        .toList();
        return new FakeCluster(nodes, changed, pools, jobs);
    }

    private static String turned(String allocation) {
        String running = "\"ClientStatus\":\"running\"";
        String pending = "\"ClientStatus\":\"pending\"";
        return allocation.contains(running)
                ? allocation.replace(running, pending)
                : allocation.replace(pending, running);
    }

    private static String pool(String name) {
        return "{\"Name\":\""
                + name
                + "\",\"Description\":\"\",\"Meta\":null,\"SchedulerConfiguration\":null,"
                + "\"CreateIndex\":1,\"ModifyIndex\":1}";
    }

    /** A list of such rows, as an answer's body. */
    public static byte[] list(List<String> rows) {
        return ("[" + String.join(",", rows) + "]").getBytes(StandardCharsets.UTF_8);
    }
}
