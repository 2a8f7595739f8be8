package org.ronron.ui.topology.map;

import java.util.Set;

/**
 * What stands out in the picture. Immutable.
 *
 * @param nodes ids of selected machines
 * @param zone the selected one; null-free: {@link #NOWHERE} for none
 * @param workload id of the selected one; empty for none
 * @param group what its siblings share; empty for none
 * @param cursor id of the machine where the keyboard is; empty for none
 * @param dropping the zone that something is held over; {@link #NOWHERE} for none
 * @param filtered whether only what was found stays bright
 * @param foundNodes ids of machines that were found
 * @param foundWorkloads ids of workloads that were found
 */
public record Marks(
        Set<String> nodes,
        String zone,
        String workload,
        String group,
        String cursor,
        String dropping,
        boolean filtered,
        Set<String> foundNodes,
        Set<String> foundWorkloads) {
    /** No zone is called so. */
    public static final String NOWHERE = "\u0000";

    public static final Marks NONE =
            new Marks(Set.of(), NOWHERE, "", "", "", NOWHERE, false, Set.of(), Set.of());

    public Marks {
        nodes = Set.copyOf(nodes);
    }

    boolean greyed(NodePicture node) {
        return filtered && !foundNodes.contains(node.node().id());
    }

    /** Whether this cell is pale beside others that were found. */
    boolean greyed(Cell cell, boolean nodeGreyed) {
        if (!filtered || foundWorkloads.isEmpty()) {
            return nodeGreyed;
        }
        return !foundWorkloads.contains(cell.workload());
    }

    Marks at(String nodeId) {
        return new Marks(
                nodes,
                zone,
                workload,
                group,
                nodeId,
                dropping,
                filtered,
                foundNodes,
                foundWorkloads);
    }

    Marks dropping(String over) {
        return new Marks(
                nodes, zone, workload, group, cursor, over, filtered, foundNodes, foundWorkloads);
    }
}
