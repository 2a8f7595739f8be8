package org.ronron.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronron.layout.flow.Assignment;
import org.ronron.layout.flow.Place;
import org.ronron.layout.flow.Places;
import org.ronron.layout.flow.Placing;

/** Sizes and certain numbers of copies, held against the flow on clusters made by a seed. */
class SettlingTest {
    private static final long GB = 1_000_000_000;

    @Test
    void theSizeIsTheLargestOfWhichAFlowPlacesAllCopies() {
        Random random = new Random(20);
        for (int round = 0; round < 60; round++) {
            Storage storage = storage(random);
            long size = storage.partitionSize();
            assertTrue(size > 0);
            assertTrue(Placing.fits(rooms(storage, size)), storage + "");
            assertFalse(Placing.fits(rooms(storage, size + 1)), storage + "");
        }
    }

    @Test
    void whatIsCertainIsSoWhicheverPartitionIsWhere() {
        Random random = new Random(4);
        int certain = 0;
        for (int round = 0; round < 400; round++) {
            Storage storage = storage(random);
            Places room = rooms(storage, storage.partitionSize());
            Assignment first = Placing.any(room, round);
            List<Place> held = new ArrayList<>();
            for (int node = 0; node < room.nodes().size(); node++) {
                held.add(new Place(room.nodes().get(node).zone(), first.on(node)));
            }
            Places was = new Places(held, 256, room.copies(), room.spread());
            Storage next = moved(storage, random);
            long size = next.partitionSize();
            Places will = rooms(next, size);
            OptionalInt known = size > 0 ? new Certainty(was, will).copies() : OptionalInt.empty();
            if (known.isPresent()) {
                certain += known.getAsInt() > 0 ? 1 : 0;
                for (int seed = 0; seed < 3; seed++) {
                    Assignment before = Placing.any(was, seed);
                    Assignment after = Placing.keeping(before, will, 100 + seed);
                    assertEquals(will.all(), after.copies());
                    assertEquals(known.getAsInt(), after.newSince(before), was + " " + will);
                }
            }
        }
        assertTrue(certain > 10, certain + "");
    }

    private static Storage moved(Storage storage, Random random) {
        List<Node> nodes = new ArrayList<>(storage.nodes());
        int which = random.nextInt(nodes.size());
        nodes.set(which, nodes.get(which).in("z" + random.nextInt(4)));
        ClusterLayout layout = new ClusterLayout(storage.spread(), 1, nodes);
        Storage next = Storage.of(layout);
        return new Storage(next.nodes(), next.zones(), storage.copies(), storage.spread());
    }

    private static Places rooms(Storage storage, long size) {
        List<Place> rooms =
                storage.nodes().stream()
                        .map(n -> new Place(n.zone(), size == 0 ? 0 : Storage.fits(n, size)))
                        .toList();
        return new Places(rooms, 256, storage.copies(), storage.spread());
    }

    private static Storage storage(Random random) {
        List<Node> nodes = new ArrayList<>();
        int zones = 3 + random.nextInt(2);
        for (int node = 0; node < zones + random.nextInt(5); node++) {
            long capacity = (1 + random.nextInt(8)) * 500 * GB + random.nextInt(1000);
            String zone = "z" + (node < zones ? node : random.nextInt(zones));
            nodes.add(new Node("n" + node, zone, capacity, List.of(), 0));
        }
        Storage made = Storage.of(new ClusterLayout(1, 1, nodes));
        int copies = 2 + random.nextInt(2);
        return new Storage(made.nodes(), made.zones(), copies, 1 + random.nextInt(copies));
    }
}
