package org.ronron.plugin.nomad;

import org.junit.jupiter.api.Assumptions;
import org.ronron.practice.nomad.RealNomad;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Subject;

/**
 * The suite on a real Nomad, for whom has one: {@code ./ronron verify -pl plugins/nomad -am
 * -Dtest=NomadOnPathConformance -Dsurefire.failIfNoSpecifiedTests=false}. It is no server of the
 * lab, which cannot install it, and so not among the tests that every build runs.
 */
class NomadOnPathConformance extends NomadConformance {
    @Override
    protected Subject start() throws Exception {
        try {
            RealNomad nomad = RealNomad.start(Programs.ofThisMachine());
            return new Server(nomad.url().toString(), nomad.token(), nomad.node(), nomad::close);
        } catch (MissingProgramException why) {
            Assumptions.abort(String.valueOf(why.getMessage()));
            throw new AssertionError(why);
        }
    }
}
