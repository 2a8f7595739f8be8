package org.ronron.layout.flow;

import java.util.Arrays;

/**
 * The largest flow of a network, and of all such the one of least cost: the primal-dual method. Of
 * the paths that cost least, as many are filled as there are (by Dinic's levels), then the next
 * dearer ones: so no cycle of negative cost is ever left.
 */
final class CheapestFlow {
    private static final int FAR = Integer.MAX_VALUE / 2;
    private final Network network;
    private final int source;
    private final int sink;
    private final int[] distance;
    private final int[] level;
    private final int[] at;
    private final int[] queue;

    CheapestFlow(Network network, int source, int sink) {
        this.network = network;
        this.source = source;
        this.sink = sink;
        distance = new int[network.vertices()];
        level = new int[network.vertices()];
        at = new int[network.vertices()];
        queue = new int[network.vertices()];
    }

    /** Fills the network; answers how much reaches the sink. */
    int fill() {
        int all = 0;
        while (measure()) {
            while (levels()) {
                for (int v = 0; v < at.length; v++) {
                    at[v] = network.first(v);
                }
                all += push(source, FAR);
            }
        }
        return all;
    }

    /** What each vertex costs to reach (Bellman and Ford); false when the sink cannot be. */
    private boolean measure() {
        Arrays.fill(distance, FAR);
        distance[source] = 0;
        boolean[] waits = new boolean[distance.length];
        int head = 0;
        int waiting = 1;
        queue[0] = source;
        while (waiting > 0) {
            int v = queue[head];
            head = (head + 1) % queue.length;
            waiting--;
            waits[v] = false;
            for (int e = network.first(v); e >= 0; e = network.next(e)) {
                int w = network.to(e);
                int way = distance[v] + network.cost(e);
                if (network.room(e) > 0 && way < distance[w]) {
                    distance[w] = way;
                    if (!waits[w]) {
                        waits[w] = true;
                        queue[(head + waiting++) % queue.length] = w;
                    }
                }
            }
        }
        return distance[sink] < FAR;
    }

    private boolean cheapest(int from, int edge) {
        return network.room(edge) > 0
                && distance[network.to(edge)] == distance[from] + network.cost(edge);
    }

    /** Steps from the source along cheapest edges only; false when the sink is beyond them. */
    private boolean levels() {
        Arrays.fill(level, -1);
        level[source] = 0;
        queue[0] = source;
        int found = 1;
        for (int head = 0; head < found; head++) {
            int v = queue[head];
            for (int e = network.first(v); e >= 0; e = network.next(e)) {
                int w = network.to(e);
                if (level[w] < 0 && cheapest(v, e)) {
                    level[w] = level[v] + 1;
                    queue[found++] = w;
                }
            }
        }
        return level[sink] >= 0;
    }

    /** As deep as there are levels: some hundreds at most. */
    private int push(int v, int units) {
        if (v == sink) {
            return units;
        }
        int sent = 0;
        while (sent < units && at[v] >= 0) {
            int e = at[v];
            int w = network.to(e);
            if (level[w] == level[v] + 1 && cheapest(v, e)) {
                int through = push(w, Math.min(units - sent, network.room(e)));
                network.send(e, through);
                sent += through;
            }
            if (sent < units) {
                at[v] = network.next(e);
            }
        }
        return sent;
    }
}
