package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ronron.layout.roles.RolePlacement;
import org.ronron.practice.bench.ForecastBench;

/** A hundred nodes, as the bench of the topology times them. */
class HundredNodesTest {
    @Test
    void movesAmongAHundredNodesAreForecast() {
        RolePlacement rules =
                new RolePlacement(new NoHost(), why -> GarageError.valueOf(why.name()));
        ForecastBench.Figures figures = ForecastBench.measure(rules, 100);
        assertTrue(figures.copies() > 0, figures::toString);
    }
}
