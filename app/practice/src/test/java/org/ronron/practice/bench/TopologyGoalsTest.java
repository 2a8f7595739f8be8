package org.ronron.practice.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronron.practice.clusters.Size;

class TopologyGoalsTest {
    private static final Size FEW = new Size(50, 1_000, 5, 51);

    @Test
    void whatIsWithinItsBoundIsMet() {
        List<Goal> goals =
                TopologyGoals.of(
                        figures(FEW, 10, 60),
                        figures(Size.THOUSAND, 15, 60),
                        figures(Size.THOUSANDS, 900, 60),
                        120);
        assertEquals(8, goals.size());
        assertEquals(
                List.of("frame"), goals.stream().filter(g -> !g.met()).map(Goal::name).toList());
        assertEquals(0.98, goals.getLast().measured(), 0.01);
    }

    @Test
    void tooFewPulsesTooMuchMemoryAndTooMuchGrowthAreMissed() {
        List<Goal> goals =
                TopologyGoals.of(
                        figures(FEW, 1, 60),
                        figures(Size.THOUSAND, 9, 57),
                        figures(Size.THOUSANDS, 900, 60),
                        121);
        assertEquals(
                List.of("pulses", "memory", "growthRead", "growthPicture"),
                goals.stream().filter(g -> !g.met()).map(Goal::name).toList());
        assertEquals(58.0 / 57, goals.get(2).ratio(), 0.001);
    }

    private static TopologyFigures figures(Size size, double ms, double pulses) {
        return new TopologyFigures(size, 1, ms, ms, ms, ms, ms, ms, pulses, ms, ms, ms, ms);
    }
}
