package org.ronron.plugin.postgresql;

import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Subject;

/** A primary, alone. */
class RealPostgresConformanceTest extends PostgresqlConformance {
    @Override
    protected Subject start() throws Exception {
        try {
            RealPostgres server = RealPostgres.start(Programs.ofThisMachine());
            return subject(server.port(), server::close);
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }
}
