package org.ronron.layout.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;

class MachineTest {
    private static final OptionalLong NONE = OptionalLong.empty();

    private static NodeFact node() {
        return NodeFact.member(
                        "a",
                        "a",
                        List.of(),
                        Optional.of("z"),
                        NodeFact.Reach.UP,
                        NONE,
                        NONE,
                        "client",
                        Map.of())
                .sized(OptionalLong.of(8_000), NONE);
    }

    @Test
    void whatIsKeptForTheMachineItselfIsNotForServices() {
        NodeRoom kept = NodeRoom.kept(OptionalLong.of(512), NONE, NONE);
        assertEquals(7_488, Machine.of(node().withRoom(kept)).memory());
        assertEquals(8_000, Machine.of(node()).memory());
    }
}
