package org.ronron.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ronron.api.Fingerprint;
import org.ronron.api.Forecast;
import org.ronron.api.Move;

/**
 * A cluster's data are cut into {@link #PARTITIONS} partitions of one size. Each is stored on as
 * many nodes as the replication factor says, in at least as many zones as zone redundancy says.
 *
 * @param zoneRedundancy least number of zones for each partition; 0 for as many as there can be
 * @param partitionSize bytes; 0 when not told
 * @param nodes in the order in which the system tells them
 */
public record ClusterLayout(int zoneRedundancy, long partitionSize, List<Node> nodes) {
    public static final int PARTITIONS = 256;

    public ClusterLayout {
        nodes = List.copyOf(nodes);
    }

    /** On how many nodes each partition is stored; empty where nothing is, or it is not told. */
    public OptionalInt replicationFactor() {
        return copies() > 0 ? OptionalInt.of(copies()) : OptionalInt.empty();
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** This layout with these nodes in the place of those of the same id, or added to them. */
    public ClusterLayout with(List<Node> changed) {
        List<Node> next = new ArrayList<>(nodes);
        for (Node change : changed) {
            next.replaceAll(node -> node.id().equals(change.id()) ? change : node);
            if (node(change.id()).isEmpty()) {
                next.add(change);
            }
        }
        return new ClusterLayout(zoneRedundancy, partitionSize, next);
    }

    /** This layout without the nodes of these ids. */
    public ClusterLayout without(List<String> ids) {
        List<Node> left = nodes.stream().filter(node -> !ids.contains(node.id())).toList();
        return new ClusterLayout(zoneRedundancy, partitionSize, left);
    }

    /** Whether this layout tells the node this. */
    public boolean says(Node wanted) {
        return node(wanted.id()).filter(wanted::says).isPresent();
    }

    /** Equal for layouts that tell every node the same, whatever is stored where. */
    public String digest() {
        return Fingerprint.of(
                zoneRedundancy
                        + nodes.stream().map(Node::line).sorted().collect(Collectors.joining("|")));
    }

    /** Whether both tell every node the same, and put as many partitions on each. */
    public boolean agrees(ClusterLayout other) {
        return digest().equals(other.digest()) && partitions().equals(other.partitions());
    }

    private Map<String, Integer> partitions() {
        Map<String, Integer> partitions = new TreeMap<>();
        nodes.forEach(node -> partitions.put(node.id(), node.partitions()));
        return partitions;
    }

    /**
     * The nodes of these moves, each in its new zone; those that are not in the layout left out.
     */
    List<Node> moved(List<Move> moves) {
        return moves.stream()
                .flatMap(move -> node(move.nodeKey()).map(n -> n.in(move.zone())).stream())
                .toList();
    }

    /**
     * What these moves would do, with each {@link Remark} that holds. Sizes, zones to lose and
     * impossibilities are exact; copies to move are about right where the forecast says so. Within
     * a second for 100 nodes.
     *
     * @param down ids of nodes that do not answer now
     */
    public Forecast forecast(List<Move> moves, Set<String> down) {
        return new Forecaster(this, moves, down).forecast();
    }

    /** The same without copies to move: within 50 ms for 100 nodes. */
    public Forecast outlook(List<Move> moves, Set<String> down) {
        return new Forecaster(this, moves, down).outlook();
    }

    int copies() {
        return nodes.stream().mapToInt(Node::partitions).sum() / PARTITIONS;
    }

    /** In how many zones each partition has to lie: Garage counts zones of gateways too. */
    int zonesEach() {
        long all = nodes.stream().map(Node::zone).distinct().count();
        return zoneRedundancy > 0 ? zoneRedundancy : (int) Math.min(copies(), all);
    }

    /**
     * How many zones may fail with everything still working, while nodes are away: writing needs
     * {@code copies + 1 - ⌈copies/2⌉} answers (consistent mode), a node holds one copy of a
     * partition at most, and a zone no more than zone redundancy leaves it.
     *
     * @param away ids of nodes
     * @return below 0 when something cannot be written as it is
     */
    int zonesToLose(Set<String> away) {
        int spare = (copies() + 1) / 2 - 1;
        int shared = copies() - zonesEach();
        Map<String, Integer> zones = new TreeMap<>();
        nodes.stream()
                .filter(n -> n.partitions() > 0 && away.contains(n.id()))
                .forEach(n -> zones.merge(n.zone(), 1, Integer::sum));
        int each = zones.values().stream().mapToInt(n -> Math.min(n, 1 + shared)).sum();
        int lost = Math.min(each, zones.size() + shared);
        return lost > spare ? spare - lost : Math.max(0, spare - zones.size() - shared);
    }
}
