package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;

/**
 * A zone's part of one cluster, by what its system says of each machine. Pure.
 *
 * @param here how many of its machines stand in the zone
 * @param all how many it has
 * @param places whether it is one that places services, and keeps nothing itself
 * @param copiesHere pieces that its machines in the zone keep; empty when it does not say
 * @param copies pieces that all its machines keep
 */
record ZoneShare(
        Cluster cluster,
        int here,
        int all,
        boolean places,
        OptionalLong copiesHere,
        OptionalLong copies) {
    /** The label by which a system says how many pieces a machine keeps. */
    private static final String PIECES = "partitions";

    /** Of each cluster that has a machine in the zone. */
    static List<ZoneShare> of(Collective collective, String zone) {
        List<ZoneShare> shares = new ArrayList<>();
        for (Cluster cluster : collective.clusters()) {
            int here = 0;
            int all = 0;
            boolean places = false;
            OptionalLong copiesHere = OptionalLong.empty();
            OptionalLong copies = OptionalLong.empty();
            for (Node node : collective.nodes()) {
                for (Node.Presence presence : node.presences()) {
                    if (!presence.endpointId().equals(cluster.endpointId())
                            || !presence.cluster().equals(cluster.key())) {
                        continue;
                    }
                    all++;
                    places |= presence.places();
                    copies = plus(copies, presence);
                    if (node.zone().equals(zone)) {
                        here++;
                        copiesHere = plus(copiesHere, presence);
                    }
                }
            }
            if (here > 0) {
                shares.add(new ZoneShare(cluster, here, all, places, copiesHere, copies));
            }
        }
        return shares;
    }

    private static OptionalLong plus(OptionalLong sum, Node.Presence presence) {
        String said = presence.labels().getOrDefault(PIECES, "");
        return said.matches("\\d{1,9}")
                ? OptionalLong.of(sum.orElse(0) + Long.parseLong(said))
                : sum;
    }

    /** What its services share, where no other zone runs one of them. */
    static Set<String> onlyIn(Collective collective, String zone) {
        Map<String, Boolean> elsewhere = new HashMap<>();
        for (Node node : collective.nodes()) {
            boolean other = !node.zone().equals(zone);
            for (Workload workload : node.workloads()) {
                String group = Bars.group(workload);
                if (workload.counts() && !group.isEmpty()) {
                    elsewhere.merge(group, other, Boolean::logicalOr);
                }
            }
        }
        Set<String> only = new HashSet<>();
        elsewhere.forEach(
                (group, other) -> {
                    if (!other) {
                        only.add(group);
                    }
                });
        return only;
    }
}
