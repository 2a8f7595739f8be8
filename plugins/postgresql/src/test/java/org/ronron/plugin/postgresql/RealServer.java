package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Session;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;

/** A real server that logs every statement, and sessions on it. */
record RealServer(RealPostgres real, Lender lender) implements AutoCloseable {
    /** That a session has. */
    static final Duration TIME = Duration.ofSeconds(60);

    /** Starts it, or says to the lab that the program is not there. */
    static RealServer needed() throws Exception {
        try {
            RealPostgres real =
                    RealPostgres.start(Programs.ofThisMachine(), Map.of("log_statement", "all"));
            return new RealServer(
                    real, new Lender(PostgresqlConformance.secrets(), InstantSource.system()));
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }

    int port() {
        return real.port();
    }

    String sql(String database, String statements) throws IOException {
        return real.sql(database, statements);
    }

    String log() throws IOException {
        return real.log();
    }

    void await(Running.Ready so) throws IOException {
        real.await(so);
    }

    Session open(boolean writable) throws ConnectorException {
        return open(new PostgresqlConnector(), port(), writable);
    }

    /**
     * @param through of a line to it, or its own port
     */
    Session open(Connector connector, int through, boolean writable) throws ConnectorException {
        return lender.open(connector, PostgresqlConformance.at(through), writable, TIME);
    }

    Actions actions(boolean writable) throws ConnectorException {
        return open(writable).capability(Actions.class).orElseThrow();
    }

    void perform(Action action) throws ConnectorException {
        actions(true).perform(action, new Deaf());
    }

    Verdict probe(Action action) throws ConnectorException {
        return actions(false).probe(action).verdict();
    }

    /** What it refuses, with nothing done. */
    Fault refused(Action action) throws ConnectorException {
        Actions actions = actions(true);
        Fault fault =
                assertThrows(ConnectorException.class, () -> actions.perform(action, new Deaf()))
                        .fault();
        assertEquals(Effect.NONE, fault.effect(), fault::toString);
        return fault;
    }

    /** Makes a space's role and its database. */
    void made(String name) throws ConnectorException {
        perform(Wishes.makeRole(name));
        perform(Wishes.makeDatabase(name));
    }

    @Override
    public void close() {
        lender.close();
        real.close();
    }
}
