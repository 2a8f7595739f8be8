package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.practice.postgresql.RealPostgresPair;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Subject;

/** A replica: it is read as any other, and says clearly that it takes no changes. */
class RealReplicaConformanceTest extends PostgresqlConformance {
    @Override
    protected Subject start() throws Exception {
        try {
            RealPostgresPair pair = RealPostgresPair.start(Programs.ofThisMachine(), Map.of());
            return subject(pair.replica().port(), pair::close);
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }

    @Test
    void itIsOneAndReceives() throws Exception {
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), false, PATIENT)) {
            Observation seen = inventory(session).observe();
            assertEquals("replica", seen.nodes().getFirst().role());
            assertEquals(java.util.List.of(), seen.findings());
        }
    }

    @Test
    void aChangeIsRefusedClearly() throws Exception {
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), true, PATIENT)) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            Action action = Wishes.makeRole("chorale");
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> actions.perform(action, new Deaf()))
                            .fault();
            assertEquals(PostgresqlError.READS_ONLY, fault.code());
            assertEquals(Effect.NONE, fault.effect());
        }
    }
}
