package org.ronron.layout;

import static org.ronron.layout.ClusterLayout.PARTITIONS;
import static org.ronron.layout.Storage.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@link CopiesToMove} from counts alone, as long as it is not known which partition is where: how
 * often two nodes that come together in a zone hold the same partition is estimated (on twenty
 * moves of a real cluster: from 15 % too few to 48 % too many).
 */
final class MoveEstimate {
    private final Map<String, String> origins;
    private final Storage storage;
    private final long size;
    private final Map<String, Integer> next;

    /**
     * @param storage of the layout after the moves, its partitions as they lie before
     * @param size of a partition after the moves
     */
    MoveEstimate(ClusterLayout before, Storage storage, long size) {
        this.origins =
                before.nodes().stream()
                        .collect(Collectors.toMap(Node::id, Node::zone, (a, b) -> a));
        this.storage = storage;
        this.size = size;
        this.next = CopiesToMove.held(storage);
    }

    /**
     * Takes away what cannot stay, then fills up where there is room. What was in the way of a zone
     * mate has to leave the zone; where the other zones are full, it pushes another copy into it.
     */
    CopiesToMove copies() {
        double homeless = 0;
        List<Node> open = new ArrayList<>();
        for (List<Node> mates : storage.zones().values()) {
            double excess = onePerZone() ? crowd(mates) : 0;
            homeless += excess;
            open.addAll(excess > 0 ? List.of() : mates);
        }
        storage.nodes().forEach(node -> next.merge(node.id(), fits(node, size), Math::min));
        int held = next.values().stream().mapToInt(count -> count).sum();
        int missing = Math.max(0, PARTITIONS * storage.copies() - held);
        int outside = place(missing, open);
        place(missing - outside, storage.nodes());
        int copies = missing + (int) Math.max(0, Math.round(homeless) - outside);
        return new CopiesToMove(copies, next, copies == 0);
    }

    /** Whether a zone holds at most one copy of a partition. */
    private boolean onePerZone() {
        return storage.spread() >= storage.copies();
    }

    /**
     * Takes away the copies too many in a zone whose nodes come from different zones: before,
     * nothing kept them from holding the same partition. Each loses by how much it overlaps.
     *
     * @return how many
     */
    private double crowd(List<Node> mates) {
        Map<String, Integer> groups = new TreeMap<>();
        mates.forEach(mate -> groups.merge(origin(mate), mate.partitions(), Integer::sum));
        double covered = 0;
        int seen = 0;
        int copies = storage.copies();
        for (int held : groups.values().stream().sorted((a, b) -> b - a).toList()) {
            double likely = (double) copies * held / Math.max(1, PARTITIONS * copies - seen);
            covered += (PARTITIONS - covered) * Math.min(1, likely);
            seen += held;
        }
        double excess = Math.max(0, seen - covered);
        int all = seen;
        double overlaps = groups.values().stream().mapToDouble(h -> (double) h * (all - h)).sum();
        for (Node mate : mates) {
            int group = groups.getOrDefault(origin(mate), 0);
            double part = overlaps == 0 ? 0 : mate.partitions() * (double) (all - group) / overlaps;
            next.put(mate.id(), (int) Math.round(mate.partitions() - excess * part));
        }
        return groups.size() < 2 ? 0 : excess;
    }

    private String origin(Node node) {
        return origins.getOrDefault(node.id(), "");
    }

    /** Puts so many copies where there is most room; answers how many found a place. */
    private int place(int many, List<Node> open) {
        Map<String, Integer> held = new TreeMap<>();
        storage.nodes()
                .forEach(n -> held.merge(n.zone(), next.getOrDefault(n.id(), 0), Integer::sum));
        for (int placed = 0; placed < many; placed++) {
            Node best = null;
            int most = 0;
            for (Node node : open) {
                int zone = onePerZone() ? held.getOrDefault(node.zone(), 0) : 0;
                int room = fits(node, size) - next.getOrDefault(node.id(), 0);
                if (Math.min(room, PARTITIONS - zone) > most) {
                    best = node;
                    most = Math.min(room, PARTITIONS - zone);
                }
            }
            if (best == null) {
                return placed;
            }
            next.merge(best.id(), 1, Integer::sum);
            held.merge(best.zone(), 1, Integer::sum);
        }
        return Math.max(0, many);
    }
}
