package org.ronron.core.model;

import java.util.OptionalLong;

/**
 * Reserved of what can be reserved; empty where not known. What a scheduler keeps for the machines
 * themselves is in neither figure: it is no free room (Nomad's own page counts it as such, its
 * issue 13501). What was published for a sample stands as it was published.
 *
 * @param memoryReserved bytes, of workloads that still count
 * @param memory bytes that services can have in all
 * @param cpuReserved MHz, of workloads that still count
 * @param cpu MHz that services can have in all
 */
public record Totals(
        OptionalLong memoryReserved,
        OptionalLong memory,
        OptionalLong cpuReserved,
        OptionalLong cpu) {
    public static final Totals UNKNOWN =
            new Totals(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());
}
