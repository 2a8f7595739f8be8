package org.ronron.plugin.garage;

import org.ronron.practice.garage.GarageSimulator;
import org.ronron.testkit.conformance.Subject;

class SimulatedGarageConformanceTest extends GarageConformance {
    @Override
    protected Subject start() throws Exception {
        GarageSimulator garage = new GarageSimulator(threads);
        return new Cluster(
                garage.adminUrl(1).toString(), garage.token(), garage.id(4), garage::close);
    }
}
