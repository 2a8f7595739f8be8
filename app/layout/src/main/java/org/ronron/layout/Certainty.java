package org.ronron.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ronron.layout.flow.Place;
import org.ronron.layout.flow.Places;

/**
 * How many copies have to move where that is the same whichever partition is where.
 *
 * @param was node by node, with what it holds
 * @param will the same nodes, with what they may hold
 */
record Certainty(Places was, Places will) {
    /** Empty where it depends on what is not known. */
    OptionalInt copies() {
        if (nothingInTheWay()) {
            return OptionalInt.of(0);
        }
        return everyZoneHoldsAll() ? zoneByZone() : OptionalInt.empty();
    }

    /** All can stay: nodes of one zone were in one zone before, and nothing became too small. */
    private boolean nothingInTheWay() {
        Map<String, String> origins = new HashMap<>();
        for (int node = 0; node < nodes(); node++) {
            String origin = was.nodes().get(node).zone();
            String first = origins.putIfAbsent(will.nodes().get(node).zone(), origin);
            boolean room = room(node) >= held(node);
            if (!room || first != null && !first.equals(origin) && held(node) > 0) {
                return false;
            }
        }
        return will.spread() <= was.spread() && will.copies() == was.copies();
    }

    /** As many zones as copies, one in each: then no zone's copies matter to another. */
    private boolean everyZoneHoldsAll() {
        long zones = will.nodes().stream().map(Place::zone).distinct().count();
        boolean apart = was.spread() >= was.copies();
        return apart && will.spread() >= will.copies() && zones == will.copies();
    }

    /** What a zone keeps at most, and what its largest group of old mates keeps in any case. */
    private OptionalInt zoneByZone() {
        int copies = 0;
        for (String zone : will.nodes().stream().map(Place::zone).distinct().toList()) {
            Map<String, Integer> groups = new HashMap<>();
            for (int node = 0; node < nodes(); node++) {
                if (will.nodes().get(node).zone().equals(zone)) {
                    int kept = Math.min(held(node), room(node));
                    groups.merge(was.nodes().get(node).zone(), kept, Integer::sum);
                }
            }
            List<Integer> kept = List.copyOf(groups.values());
            int most = kept.stream().mapToInt(k -> k).sum();
            int least = kept.stream().mapToInt(k -> k).max().orElse(0);
            if (Math.min(most, will.partitions()) != least) {
                return OptionalInt.empty();
            }
            copies += will.partitions() - least;
        }
        return OptionalInt.of(copies);
    }

    private int nodes() {
        return will.nodes().size();
    }

    private int held(int node) {
        return was.nodes().get(node).room();
    }

    private int room(int node) {
        return will.nodes().get(node).room();
    }
}
