package org.ronron.plugin.garage;

import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Subject;

class RealGarageConformanceTest extends GarageConformance {
    @Override
    protected Subject start() throws Exception {
        try {
            RealGarage garage = RealGarage.start(Programs.ofThisMachine());
            return new Cluster(
                    garage.adminUrl(1).toString(), garage.token(), garage.id(4), garage::close);
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }
}
