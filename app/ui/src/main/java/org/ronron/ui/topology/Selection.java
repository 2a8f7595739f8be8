package org.ronron.ui.topology;

import java.util.LinkedHashSet;
import java.util.Set;

/** What is selected: machines, or one zone, or what shares a group. */
final class Selection {
    private final Set<String> nodes = new LinkedHashSet<>();
    private String zone = "";
    private String group = "";
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

    /** Adds a machine, or takes it out. */
    void toggle(String nodeId) {
        boolean there = nodes.contains(nodeId);
        zoned = false;
        group = "";
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

    /** Forgets machines that are gone. */
    void keep(Set<String> there) {
        nodes.retainAll(there);
    }

    private void reset() {
        nodes.clear();
        group = "";
        zoned = false;
    }
}
