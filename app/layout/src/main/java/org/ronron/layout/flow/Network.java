package org.ronron.layout.flow;

import java.util.Arrays;

/**
 * A directed graph whose edges carry whole numbers up to their room. Each edge has a twin that goes
 * back, with as much room as the edge carries.
 */
final class Network {
    private final int[] first;
    private int[] next = new int[1024];
    private int[] to = new int[1024];
    private int[] room = new int[1024];
    private byte[] cost = new byte[1024];
    private int edges;

    Network(int vertices) {
        first = new int[vertices];
        Arrays.fill(first, -1);
    }

    int vertices() {
        return first.length;
    }

    /**
     * @param cost of one unit on it: 0 or 1
     * @return the edge's number
     */
    int edge(int from, int to, int room, int cost) {
        half(from, to, room, cost);
        half(to, from, 0, -cost);
        return edges - 2;
    }

    private void half(int from, int target, int units, int price) {
        if (edges == to.length) {
            next = Arrays.copyOf(next, edges * 2);
            to = Arrays.copyOf(to, edges * 2);
            room = Arrays.copyOf(room, edges * 2);
            cost = Arrays.copyOf(cost, edges * 2);
        }
        to[edges] = target;
        room[edges] = units;
        cost[edges] = (byte) price;
        next[edges] = first[from];
        first[from] = edges++;
    }

    /** The vertex's edge that was added last; -1 for none. */
    int first(int vertex) {
        return first[vertex];
    }

    /** The one before it; -1 for none. */
    int next(int edge) {
        return next[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    int room(int edge) {
        return room[edge];
    }

    int cost(int edge) {
        return cost[edge];
    }

    /** How much the edge carries. */
    int carried(int edge) {
        return room[edge ^ 1];
    }

    void send(int edge, int units) {
        room[edge] -= units;
        room[edge ^ 1] += units;
    }
}
