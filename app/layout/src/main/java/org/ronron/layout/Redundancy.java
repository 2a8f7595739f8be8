package org.ronron.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ronron.api.Move;

/**
 * How many zones may fail with everything still working, at each moment of moves: as {@link
 * ClusterLayout#zonesToLose} counts.
 *
 * @param away while machines are carried, those of one zone at a time
 */
record Redundancy(int before, int away, int after) {
    /**
     * @param down ids of nodes that do not answer now; those that are moved do once they are there
     */
    static Redundancy of(
            ClusterLayout before, ClusterLayout after, List<Move> moves, Set<String> down) {
        Map<String, Set<String>> leaving = new TreeMap<>();
        Set<String> still = new HashSet<>(down);
        for (Move move : moves) {
            still.remove(move.nodeKey());
            before.node(move.nodeKey())
                    .ifPresent(
                            n ->
                                    leaving.computeIfAbsent(n.zone(), z -> new HashSet<>(down))
                                            .add(n.id()));
        }
        int now = before.zonesToLose(down);
        int away = leaving.values().stream().mapToInt(before::zonesToLose).min().orElse(now);
        return new Redundancy(now, away, after.zonesToLose(still));
    }
}
