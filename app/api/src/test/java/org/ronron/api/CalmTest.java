package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.Evidence.Verdict;

class CalmTest {
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private final Calm calm = new Calm(Duration.ofSeconds(2));

    @Test
    void isTwoStillLooksInARow() {
        Evidence first = calm.look(true, "0 left", Optional.empty(), NOW);
        assertEquals(new Evidence(Verdict.PENDING, "clean 1 of 2: 0 left", NOW), first);
        Instant later = NOW.plusSeconds(2);
        assertEquals(
                new Evidence(Verdict.DONE, "0 left", later),
                calm.look(true, "0 left", Optional.of(first), later));
    }

    @Test
    void aLookRightAfterCountsNotAndKeepsTheFirstOnesTime() {
        Evidence first = calm.look(true, "0 left", Optional.empty(), NOW);
        assertEquals(first, calm.look(true, "0 left", Optional.of(first), NOW.plusMillis(1999)));
    }

    @Test
    void whatMovesAgainBeginsAnew() {
        Evidence first = calm.look(true, "0 left", Optional.empty(), NOW);
        Evidence moving = calm.look(false, "3 left", Optional.of(first), NOW.plusSeconds(9));
        assertEquals(new Evidence(Verdict.PENDING, "3 left", NOW.plusSeconds(9)), moving);
        assertEquals(
                Verdict.PENDING,
                calm.look(true, "0 left", Optional.of(moving), NOW.plusSeconds(18)).verdict());
    }
}
