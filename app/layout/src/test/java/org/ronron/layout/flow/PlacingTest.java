package org.ronron.layout.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacingTest {
    @Test
    void whatIsPlacedKeepsTheRules() {
        Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            Places places = places(random, 16, 3 + random.nextInt(8));
            Assignment made = Placing.any(places, round);
            if (Placing.fits(places)) {
                assertEquals(places.all(), made.copies());
                check(places, made);
            } else {
                assertTrue(made.copies() < places.all());
            }
        }
    }

    /** Every assignment of three partitions on four nodes is tried. */
    @Test
    void noAssignmentKeepsMore() {
        Random random = new Random(7);
        int compared = 0;
        for (int round = 0; round < 300; round++) {
            Places was = places(random, 3, 4);
            Places will = new Places(moved(random, was.nodes()), 3, was.copies(), was.spread());
            if (Placing.fits(was) && Placing.fits(will)) {
                Assignment before = Placing.any(was, round);
                Assignment after = Placing.keeping(before, will, round);
                check(will, after);
                assertEquals(fewest(before, will), after.newSince(before), will + "");
                compared++;
            }
        }
        assertTrue(compared > 100, compared + "");
    }

    @Test
    void twoSeedsAreTwoAssignmentsAndOneSeedIsOne() {
        Places places = places(new Random(1), 64, 6);
        assertEquals(0, Placing.any(places, 1).newSince(Placing.any(places, 1)));
        assertTrue(Placing.any(places, 2).newSince(Placing.any(places, 1)) > 0);
    }

    @Test
    void twoNodesOfOneZoneNeverHoldTheSameWhereZonesAreAsManyAsCopies() {
        List<Place> nodes = new ArrayList<>();
        for (String zone : List.of("a", "a", "b", "b")) {
            nodes.add(new Place(zone, 128));
        }
        Assignment made = Placing.any(new Places(nodes, 256, 2, 2), 5);
        for (int p = 0; p < 256; p++) {
            assertFalse(made.holds(p, 0) && made.holds(p, 1));
        }
    }

    private static List<Place> moved(Random random, List<Place> nodes) {
        List<Place> moved = new ArrayList<>(nodes);
        int which = random.nextInt(moved.size());
        moved.set(which, new Place("z" + random.nextInt(3), moved.get(which).room()));
        return moved;
    }

    private static Places places(Random random, int partitions, int many) {
        List<Place> nodes = new ArrayList<>();
        for (int node = 0; node < many; node++) {
            nodes.add(new Place("z" + random.nextInt(3), 1 + random.nextInt(partitions)));
        }
        int copies = 2 + random.nextInt(2);
        return new Places(nodes, partitions, copies, 1 + random.nextInt(copies));
    }

    private static void check(Places places, Assignment made) {
        for (int node = 0; node < places.nodes().size(); node++) {
            assertTrue(made.on(node) <= places.nodes().get(node).room());
        }
        for (int p = 0; p < places.partitions(); p++) {
            Set<String> zones = new HashSet<>();
            int copies = 0;
            for (int node = 0; node < places.nodes().size(); node++) {
                if (made.holds(p, node)) {
                    copies++;
                    zones.add(places.nodes().get(node).zone());
                }
            }
            assertEquals(places.copies(), copies);
            assertTrue(zones.size() >= places.spread());
        }
    }

    private static int fewest(Assignment before, Places will) {
        int[] room = will.nodes().stream().mapToInt(Place::room).toArray();
        return fewest(before, will, room, 0);
    }

    private static int fewest(Assignment before, Places will, int[] room, int partition) {
        if (partition == will.partitions()) {
            return 0;
        }
        int best = 1000;
        for (int set = 0; set < 1 << room.length; set++) {
            Set<String> zones = new HashSet<>();
            boolean fits = Integer.bitCount(set) == will.copies();
            int fresh = 0;
            for (int node = 0; node < room.length; node++) {
                if ((set & 1 << node) != 0) {
                    zones.add(will.nodes().get(node).zone());
                    fits &= room[node] > 0;
                    fresh += before.holds(partition, node) ? 0 : 1;
                }
            }
            if (fits && zones.size() >= will.spread()) {
                int[] left = room.clone();
                for (int node = 0; node < left.length; node++) {
                    left[node] -= (set & 1 << node) != 0 ? 1 : 0;
                }
                best = Math.min(best, fresh + fewest(before, will, left, partition + 1));
            }
        }
        return best;
    }
}
