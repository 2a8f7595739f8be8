package org.ronron.ui.topology;

import java.util.Set;

/**
 * What a filter leaves bright.
 *
 * @param everything whether nothing was looked for
 * @param nodes ids of machines that match, or on which something does
 * @param workloads ids of what matches; all of a machine that matches by itself
 */
record Found(boolean everything, Set<String> nodes, Set<String> workloads) {
    static final Found EVERYTHING = new Found(true, Set.of(), Set.of());

    boolean node(String id) {
        return everything || nodes.contains(id);
    }

    boolean workload(String id) {
        return everything || workloads.contains(id);
    }
}
