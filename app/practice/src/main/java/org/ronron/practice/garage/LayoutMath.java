package org.ronron.practice.garage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A layout's figures: the largest partition size of which 256 × copies fit, and how many each node
 * then holds. Counts only: which partition lies where is not worked out, so the copies to move are
 * the least that the counts ask for.
 *
 * @param error Garage's own refusal, or empty
 * @param stored partitions by node id
 */
record LayoutMath(String error, long size, Map<String, Integer> stored, int spread) {
    private static final int PARTITIONS = 256;

    /** A role as far as figures need it; capacity 0 is a gateway. */
    record Seat(String id, String zone, long capacity, int stored) {
        long fits(long size) {
            return Math.min(PARTITIONS, capacity / size);
        }
    }

    static LayoutMath of(List<Seat> seats, int copies, long atLeast) {
        List<Seat> storage = seats.stream().filter(seat -> seat.capacity() > 0).toList();
        long zones = storage.stream().map(Seat::zone).distinct().count();
        long all = seats.stream().map(Seat::zone).distinct().count();
        int spread = (int) (atLeast == 0 ? Math.min(copies, all) : atLeast);
        if (storage.size() < copies) {
            return refusal(
                    "The number of nodes with positive capacity (%d) is smaller than the"
                                    .formatted(storage.size())
                            + " replication factor (%d).".formatted(copies));
        }
        if (zones < spread) {
            return refusal(
                    "The number of zones with non-gateway nodes (%d) is smaller than the"
                                    .formatted(zones)
                            + " redundancy parameter (%d)".formatted(spread));
        }
        long size = size(storage, copies, spread);
        return new LayoutMath("", size, counts(storage, copies, spread, size), spread);
    }

    private static LayoutMath refusal(String error) {
        return new LayoutMath(error, 0, Map.of(), 0);
    }

    private static long size(List<Seat> storage, int copies, int spread) {
        long low = 1;
        long high = storage.stream().mapToLong(Seat::capacity).max().orElse(1);
        while (low < high) {
            long size = low + (high - low + 1) / 2;
            Map<String, Long> rooms =
                    storage.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Seat::zone, Collectors.summingLong(s -> s.fits(size))));
            long all = rooms.values().stream().mapToLong(room -> room).sum();
            long once = rooms.values().stream().mapToLong(r -> Math.min(PARTITIONS, r)).sum();
            if (all >= (long) PARTITIONS * copies && once >= (long) PARTITIONS * spread) {
                low = size;
            } else {
                high = size - 1;
            }
        }
        return low;
    }

    private static Map<String, Integer> counts(
            List<Seat> storage, int copies, int spread, long size) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> zones = new TreeMap<>();
        int zoneLimit = PARTITIONS * (copies - spread + 1);
        for (Seat seat : storage) {
            int room = zoneLimit - zones.getOrDefault(seat.zone(), 0);
            int keeps = (int) Math.min(Math.min(seat.stored(), seat.fits(size)), room);
            counts.put(seat.id(), keeps);
            zones.merge(seat.zone(), keeps, Integer::sum);
        }
        int missing = PARTITIONS * copies - counts.values().stream().mapToInt(i -> i).sum();
        while (missing > 0) {
            int before = missing;
            for (Seat seat : storage) {
                boolean room =
                        counts.getOrDefault(seat.id(), 0) < seat.fits(size)
                                && zones.getOrDefault(seat.zone(), 0) < zoneLimit;
                if (missing > 0 && room) {
                    counts.merge(seat.id(), 1, Integer::sum);
                    zones.merge(seat.zone(), 1, Integer::sum);
                    missing--;
                }
            }
            if (missing == before) {
                throw new IllegalStateException("no room for " + missing);
            }
        }
        return counts;
    }
}
