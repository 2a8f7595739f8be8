package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.NodeFact;

/** Since when a machine has been running, of its labels. */
class SinceTest {
    private static Node node(String since) {
        OptionalLong none = OptionalLong.empty();
        NodeFact fact =
                NodeFact.member(
                        "k",
                        "celeri",
                        List.of(),
                        Optional.empty(),
                        NodeFact.Reach.UP,
                        none,
                        none,
                        "",
                        since.isEmpty() ? Map.of() : Map.of("since", since));
        return Facts.build(Facts.heard("linux", "ssh", fact)).nodes().getFirst();
    }

    @Test
    void aMinuteInALabelIsAMoment() {
        assertEquals(
                Optional.of(Instant.parse("2026-11-23T19:09:00Z")),
                node("2026-11-23 19:09 UTC").since());
    }

    @Test
    void otherWordsAndNoneAreNoMoment() {
        assertEquals(Optional.empty(), node("lately").since());
        assertEquals(Optional.empty(), node("2026-13-40 19:09 UTC").since());
        assertEquals(Optional.empty(), node("").since());
    }
}
