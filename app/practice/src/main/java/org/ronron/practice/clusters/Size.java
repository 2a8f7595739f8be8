package org.ronron.practice.clusters;

/**
 * How big a cluster is.
 *
 * @param zones at most 20
 * @param seed another one gives another cluster
 */
public record Size(int nodes, int allocations, int zones, int seed) {
    /** The sizes that Nomad's own page was measured with. */
    public static final Size ELEVEN = new Size(11, 56, 5, 11);

    public static final Size FIFTY = new Size(50, 500, 5, 50);
    public static final Size HUNDREDS = new Size(200, 4_000, 10, 200);
    public static final Size THOUSAND = new Size(1_000, 20_000, 20, 1_000);

    /** Five times as many as anybody asked for. */
    public static final Size THOUSANDS = new Size(5_000, 100_000, 20, 5_000);
}
