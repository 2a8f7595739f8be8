package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ronron.layout.roles.RolePlacement;
import org.ronron.practice.bench.ForecastBench;

/** A hundred nodes: capacity and redundancy within 50 ms, copies within a second. */
class ForecastSpeedTest {
    @Test
    void aHundredNodesAreForecastWhileAHandHovers() {
        RolePlacement rules =
                new RolePlacement(new NoHost(), why -> GarageError.valueOf(why.name()));
        ForecastBench.Figures figures = ForecastBench.measure(rules, 100);
        System.out.println(figures.line());
        assertTrue(figures.outlook() < 50, figures.line());
        assertTrue(figures.forecast() < 1000, figures.line());
        assertTrue(figures.copies() > 0, figures.line());
    }
}
