package org.ronron.ui.topology;

import java.util.OptionalLong;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;

/** What a zone holds once the machines that are staged have come and gone. */
final class Balance {
    private final Zone zone;
    private long nodes;
    private long workloads;
    private long memory;
    private long memoryReserved;
    private long cpu;
    private long cpuReserved;
    private boolean staged;

    Balance(Zone zone) {
        this.zone = zone;
    }

    void comes(Node node) {
        add(node, 1);
    }

    void leaves(Node node) {
        add(node, -1);
    }

    private void add(Node node, int sign) {
        staged = true;
        nodes += sign;
        workloads += (long) sign * node.workloads().size();
        memory += sign * node.offered(Resource.MEMORY).orElse(0);
        cpu += sign * node.offered(Resource.CPU).orElse(0);
        for (Workload workload : node.workloads().stream().filter(Workload::counts).toList()) {
            memoryReserved += sign * workload.memory().orElse(0);
            cpuReserved += sign * workload.cpu().orElse(0);
        }
    }

    boolean staged() {
        return staged;
    }

    String counts(TopologyWords words, Collective of) {
        return words.counts(of, zone, zone.nodes() + nodes, zone.workloads() + workloads);
    }

    /** What there is of machines that stand together by something else than their zone. */
    Totals held() {
        return new Totals(
                memory > 0 ? OptionalLong.of(memoryReserved) : OptionalLong.empty(),
                memory > 0 ? OptionalLong.of(memory) : OptionalLong.empty(),
                cpu > 0 ? OptionalLong.of(cpuReserved) : OptionalLong.empty(),
                cpu > 0 ? OptionalLong.of(cpu) : OptionalLong.empty());
    }

    /** The same as one sum: nothing stood there before. */
    String plainCounts(TopologyWords words, Collective of) {
        Zone all =
                new Zone(
                        zone.name(),
                        zone.totals(),
                        false,
                        (int) nodes,
                        (int) workloads,
                        zone.notes());
        return words.counts(of, all, nodes, workloads);
    }

    /** What is not known stays so, but for the size of a zone that had no machine yet. */
    Totals totals() {
        Totals before = zone.totals();
        return new Totals(
                plus(before.memoryReserved(), memoryReserved, false),
                plus(before.memory(), memory, memory > 0),
                plus(before.cpuReserved(), cpuReserved, false),
                plus(before.cpu(), cpu, cpu > 0));
    }

    private static OptionalLong plus(OptionalLong before, long more, boolean known) {
        return before.isPresent() || known
                ? OptionalLong.of(before.orElse(0) + more)
                : OptionalLong.empty();
    }
}
