package org.ronron.ui.topology.map;

/**
 * What lies under a place of the screen.
 *
 * @param zone its name; {@link Marks#NOWHERE} beside all zones
 * @param node id of the machine; empty for none
 * @param workload id of the workload; empty for none, or where its cell is too small to be meant
 * @param group what its siblings share; empty for none
 */
public record Hit(String zone, String node, String workload, String group) {
    static final Hit NOTHING = new Hit(Marks.NOWHERE, "", "", "");

    public boolean inZone() {
        return !zone.equals(Marks.NOWHERE);
    }
}
