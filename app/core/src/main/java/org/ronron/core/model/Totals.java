package org.ronron.core.model;

import java.util.OptionalLong;

/**
 * Reserved of total; empty where not known.
 *
 * @param memoryReserved bytes
 * @param memory bytes
 * @param cpuReserved MHz
 * @param cpu MHz
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
