package org.ronron.practice.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronron.core.model.Space;
import org.ronron.practice.bench.SpacesBench.Figures;
import org.ronron.ui.parts.FxBridge;

/** The bench, small: that it measures what it says, not how fast. */
class SpacesBenchTest {
    private static final FxBridge FX = new FxBridge();

    @BeforeAll
    static void start() throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch up = new CountDownLatch(1);
        FX.start(up::countDown);
        assertTrue(up.await(20, TimeUnit.SECONDS));
    }

    @Test
    void measuresTheRealWindowAndAPlainTable() {
        SpacesBench bench = new SpacesBench(FX, InstantSource.fixed(Instant.EPOCH));
        Figures few = bench.measure(60);
        Figures more = bench.measure(240);
        assertEquals(240, more.spaces());
        assertTrue(more.join() > 0 && more.openWork() > 0 && more.keyWork() > 0, more::toString);
        assertTrue(more.open() >= more.openWork(), more::toString);
        assertTrue(more.key() >= more.keyWork(), more::toString);
        assertTrue(more.plainOpen() > 0 && more.plainKeyWork() > 0, more::toString);
        assertEquals(5, Goals.of(List.of(few, more)).size());
    }

    @Test
    void theSameSeedMakesTheSameSpaces() {
        List<Space> spaces = ManySpaces.join(new ManySpaces(500).heard());
        assertEquals(500, spaces.size());
        assertEquals(spaces, ManySpaces.join(new ManySpaces(500).heard()));
        assertTrue(spaces.stream().allMatch(s -> s.links().size() == 6));
        assertTrue(spaces.stream().anyMatch(s -> s.organisation().contains("É")));
    }

    @Test
    void aGoalIsMetBelowItsBound() {
        List<Goal> goals =
                Goals.of(List.of(figures(1_000, 1), figures(10_000, 10), figures(100_000, 400)));
        assertEquals(
                List.of(true, true, false, false, false), goals.stream().map(Goal::met).toList());
        assertEquals(1.3, goals.getLast().measured(), 0.01);
        assertEquals(0.1 / 3, goals.get(1).ratio(), 0.001);
        assertEquals(Goal.Unit.MS, goals.getFirst().unit());
    }

    private static Figures figures(int spaces, double ms) {
        return new Figures(spaces, 1, ms * 29, ms, ms, 50, ms, 1, 1, 1);
    }
}
