package org.ronron.layout.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Puts each partition's copies on nodes, as Garage's layout computation states the problem: from
 * the source to each partition, twice (once for the copies that have to lie in zones of their own,
 * once for the others), to the partition in a zone, to a node of the zone, to the sink. What is
 * where it was costs nothing, what is not costs 1.
 */
public final class Placing {
    private static final int SOURCE = 0;
    private static final int SINK = 1;
    private final Places places;
    private final List<List<Integer>> zones;
    private final Assignment before;
    private final RandomGenerator chance;
    private final Network network;
    private final int[][] edges;
    private final int placed;

    private Placing(Places places, Assignment before, RandomGenerator chance) {
        this.places = places;
        this.before = before;
        this.chance = chance;
        zones = places.zones();
        network = new Network(2 + places.nodes().size() + places.partitions() * (2 + zones.size()));
        edges = new int[places.partitions()][places.nodes().size()];
        for (int node = 0; node < places.nodes().size(); node++) {
            network.edge(2 + node, SINK, places.nodes().get(node).room(), 0);
        }
        for (int p = 0; p < places.partitions(); p++) {
            network.edge(SOURCE, base(p), places.spread(), 0);
            network.edge(SOURCE, base(p) + 1, places.copies() - places.spread(), 0);
        }
        shuffled(places.partitions()).forEach(this::partition);
        placed = new CheapestFlow(network, SOURCE, SINK).fill();
    }

    /** Whether all copies find a place. */
    public static boolean fits(Places places) {
        Assignment none = Assignment.none(places.partitions());
        return new Placing(places, none, new SplittableRandom(0)).placed == places.all();
    }

    /**
     * Any assignment, all copies placed that can be.
     *
     * @param seed another seed, another of them
     */
    public static Assignment any(Places places, long seed) {
        Assignment none = Assignment.none(places.partitions());
        return new Placing(places, none, new SplittableRandom(seed)).assignment();
    }

    /**
     * The assignment that keeps as much of the one before as any does. Where several keep as much,
     * chance decides between the nodes.
     */
    public static Assignment keeping(Assignment before, Places places, long seed) {
        return new Placing(places, before, new SplittableRandom(seed)).assignment();
    }

    private int base(int partition) {
        return 2 + places.nodes().size() + partition * (2 + zones.size());
    }

    private void partition(int p) {
        int spare = places.copies() - places.spread();
        for (int z : shuffled(zones.size())) {
            int here = base(p) + 2 + z;
            network.edge(base(p), here, 1, 0);
            if (spare > 0) {
                network.edge(base(p) + 1, here, spare, 0);
            }
            List<Integer> mates = zones.get(z);
            for (int mate : shuffled(mates.size())) {
                int node = mates.get(mate);
                edges[p][node] = network.edge(here, 2 + node, 1, before.holds(p, node) ? 0 : 1);
            }
        }
    }

    /** Of equal ways the one that was added last is tried first: so none may have its own place. */
    private List<Integer> shuffled(int many) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, many).boxed().toList());
        Collections.shuffle(order, chance);
        return order;
    }

    private Assignment assignment() {
        List<BitSet> holders = new ArrayList<>();
        for (int[] ways : edges) {
            BitSet holding = new BitSet();
            for (int node = 0; node < ways.length; node++) {
                holding.set(node, network.carried(ways[node]) > 0);
            }
            holders.add(holding);
        }
        return new Assignment(holders);
    }
}
