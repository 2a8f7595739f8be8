package org.ronron.plugin.nomad;

import java.time.InstantSource;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.testkit.conformance.Subject;

class SimulatedNomadConformanceTest extends NomadConformance {
    @Override
    protected Subject start() throws Exception {
        NomadSimulator nomad = new NomadSimulator(threads, InstantSource.system());
        return new Server(
                nomad.url().toString(), nomad.token("write"), nomad.id("onion"), nomad::close);
    }
}
