package org.ronron.ui.topology;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;

/** What is selected: machines, or one zone, or a workload with what shares its group. */
final class Selection {
    private final Set<String> nodes = new LinkedHashSet<>();
    private String zone = "";
    private String group = "";
    private String workload = "";
    private boolean zoned;
    private final Runnable changed;

    Selection(Runnable changed) {
        this.changed = changed;
    }

    Set<String> nodes() {
        return Set.copyOf(nodes);
    }

    boolean hasZone() {
        return zoned;
    }

    String zone() {
        return zone;
    }

    /** The group of workloads whose cells are outlined; empty for none. */
    String group() {
        return group;
    }

    /** The id of the one workload that is selected, on the one machine that is; empty for none. */
    String workload() {
        return workload;
    }

    boolean has(String nodeId) {
        return nodes.contains(nodeId);
    }

    void only(String nodeId) {
        reset();
        nodes.add(nodeId);
        changed.run();
    }

    void cell(String nodeId, String ofGroup) {
        reset();
        nodes.add(nodeId);
        group = ofGroup;
        changed.run();
    }

    /** These machines and nothing else. */
    void all(Collection<String> nodeIds) {
        reset();
        nodes.addAll(nodeIds);
        changed.run();
    }

    /** One workload, with the machine on which it runs. */
    void workload(String nodeId, Workload of) {
        reset();
        nodes.add(nodeId);
        workload = of.id();
        group = Bars.group(of);
        changed.run();
    }

    /** Adds a machine, or takes it out. */
    void toggle(String nodeId) {
        boolean there = nodes.contains(nodeId);
        zoned = false;
        group = "";
        workload = "";
        if (there) {
            nodes.remove(nodeId);
        } else {
            nodes.add(nodeId);
        }
        changed.run();
    }

    void zone(String name) {
        reset();
        zone = name;
        zoned = true;
        changed.run();
    }

    void clear() {
        if (!nodes.isEmpty() || zoned) {
            reset();
            changed.run();
        }
    }

    /** Forgets what is gone. */
    void keep(Collective there) {
        nodes.retainAll(there.nodes().stream().map(Node::id).collect(Collectors.toSet()));
        boolean runs =
                !workload.isEmpty()
                        && there.nodes().stream()
                                .filter(n -> nodes.contains(n.id()))
                                .flatMap(n -> n.workloads().stream())
                                .anyMatch(w -> w.id().equals(workload));
        if (!runs) {
            workload = "";
        }
    }

    private void reset() {
        nodes.clear();
        group = "";
        workload = "";
        zoned = false;
    }
}
