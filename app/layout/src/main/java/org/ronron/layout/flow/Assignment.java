package org.ronron.layout.flow;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Which nodes hold which partition. Nodes and partitions are numbered from 0. */
public final class Assignment {
    private final List<BitSet> holders;

    Assignment(List<BitSet> holders) {
        this.holders = List.copyOf(holders);
    }

    /** Nobody holds anything. */
    public static Assignment none(int partitions) {
        return new Assignment(Stream.generate(BitSet::new).limit(partitions).toList());
    }

    public boolean holds(int partition, int node) {
        return holders.get(partition).get(node);
    }

    /** How many partitions the node holds. */
    public int on(int node) {
        return (int) holders.stream().filter(h -> h.get(node)).count();
    }

    /** How many copies there are in all. */
    public int copies() {
        return holders.stream().mapToInt(BitSet::cardinality).sum();
    }

    /** How many copies lie where the other has none. */
    public int newSince(Assignment before) {
        int found = 0;
        for (int p = 0; p < holders.size(); p++) {
            BitSet here = (BitSet) holders.get(p).clone();
            here.andNot(before.holders.get(p));
            found += here.cardinality();
        }
        return found;
    }
}
