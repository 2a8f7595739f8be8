package org.ronron.core.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much room is left for spaces, as far as the systems tell: about, since what is promised to
 * spaces is not used at once.
 *
 * @param spaces so many of this size fit into what is free now
 * @param cluster where room ends first
 * @param freeBytes that are free there, each counted once
 */
public record Room(long spaces, String cluster, long freeBytes) {
    /**
     * Of the tightest cluster that tells its room; its state has {@code usable} and {@code used},
     * in bytes.
     *
     * @param bytes of one space
     */
    public static Optional<Room> of(Collective now, long bytes) {
        return now.clusters().stream()
                .flatMap(c -> room(c, bytes).stream())
                .min(Comparator.comparingLong(Room::spaces));
    }

    private static Optional<Room> room(Cluster cluster, long bytes) {
        OptionalLong usable = cluster.state().figure("usable");
        OptionalLong used = cluster.state().figure("used");
        if (usable.isEmpty() || used.isEmpty() || bytes <= 0) {
            return Optional.empty();
        }
        long free = Math.max(0, usable.getAsLong() - used.getAsLong());
        return Optional.of(new Room(free / bytes, cluster.name(), free));
    }
}
