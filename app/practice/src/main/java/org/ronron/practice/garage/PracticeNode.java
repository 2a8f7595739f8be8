package org.ronron.practice.garage;

import java.util.List;

/**
 * One storage node of the practice cluster.
 *
 * @param name its host name and its only tag
 * @param capacity bytes, as the layout is told
 */
public record PracticeNode(String name, String zone, long capacity) {
    private static final long GB = 1_000_000_000L;

    /** Five nodes in five zones, after machines of Deuxfleurs; capacities are nominal. */
    public static final List<PracticeNode> FIVE =
            List.of(
                    new PracticeNode("df-ymf", "bespin", 1000 * GB),
                    new PracticeNode("courgette", "neptune", 1500 * GB),
                    new PracticeNode("pamplemousse", "corrin", 2000 * GB),
                    new PracticeNode("onion", "dathomir", 500 * GB),
                    new PracticeNode("ananas", "scorpio", 1500 * GB));

    /** The node's id: its public key, which follows from its name alone. */
    public String id() {
        return NodeKey.of(name).id();
    }
}
