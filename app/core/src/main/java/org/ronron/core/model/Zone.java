package org.ronron.core.model;

/**
 * A place that fails as a whole.
 *
 * @param totals sums of the nodes and workloads, or what was published for a sample
 * @param published whether {@code totals}' reserved figures are facts of a sample, not sums
 * @param nodes how many stand there, without those that have vanished
 */
public record Zone(
        String name, Totals totals, boolean published, int nodes, int workloads, Notes notes) {}
