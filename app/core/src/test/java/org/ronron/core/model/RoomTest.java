package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;

final class RoomTest {
    private static Collective with(Cluster... clusters) {
        return new Collective(
                "c",
                "Ours",
                "own",
                List.of(),
                List.of(),
                List.of(clusters),
                List.of(),
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    private static Cluster cluster(String name, Json.Obj state) {
        return new Cluster("e", name, name, OptionalInt.empty(), true, false, state);
    }

    private static Json.Obj state(long usable, long used) {
        return Json.obj().with("usable", usable).with("used", used);
    }

    @Test
    void roomEndsWhereItIsTightest() {
        Collective now =
                with(
                        cluster("wide", state(1_000, 0)),
                        cluster("tight", state(1_000, 650)),
                        cluster("mute", Json.obj().with("usable", 5)));
        assertEquals(Optional.of(new Room(3, "tight", 350)), Room.of(now, 100));
    }

    @Test
    void moreUsedThanUsableIsNoRoom() {
        assertEquals(
                Optional.of(new Room(0, "full", 0)),
                Room.of(with(cluster("full", state(5, 9))), 1));
    }

    @Test
    void whereNobodyTellsNothingIsKnown() {
        assertEquals(Optional.empty(), Room.of(with(cluster("mute", Json.obj())), 1));
        assertEquals(Optional.empty(), Room.of(with(cluster("wide", state(9, 0))), 0));
    }
}
