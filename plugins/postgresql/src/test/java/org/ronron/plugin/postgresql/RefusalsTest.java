package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.testkit.conformance.Lender;

/**
 * What a server says that has no room, or is about to go. The words of a full disk are those of
 * 15.18 with a tablespace on 12 MB, asked to make a second database there; it made none.
 */
class RefusalsTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final String FULL =
            "could not write block 3 in file \"pg_tblspc/16384/PG_15_202209061/16385/2653\": No"
                    + " space left on device";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lender lender =
            new Lender(PostgresqlConformance.secrets(), InstantSource.system());

    @AfterEach
    void stop() {
        lender.close();
        threads.shutdownNow();
    }

    /** It was refused by the server itself, so nothing was made. */
    @Test
    void aFullDiskIsSaidWithNothingDone() throws Exception {
        try (Refusing server = Refusing.start("CREATE ROLE", "ERROR", "53100", FULL, threads)) {
            Fault fault = making(server);
            assertEquals(PostgresqlError.DISK_FULL, fault.code(), fault::toString);
            assertEquals(Effect.NONE, fault.effect());
            assertEquals("postgresql://127.0.0.1:" + server.port(), fault.details().get("address"));
        }
    }

    /** A look writes as well where it has to sort. */
    @Test
    void aFullDiskIsSaidOfALookToo() throws Exception {
        try (Refusing server = Refusing.start("SELECT", "ERROR", "53100", FULL, threads)) {
            Fault fault =
                    failed(open(server, false), actions -> actions.probe(Wishes.makeRole("a")));
            assertEquals(PostgresqlError.DISK_FULL, fault.code(), fault::toString);
        }
    }

    @Test
    void aServerThatStartsOrStopsIsWaitedFor() throws Exception {
        for (String words : new String[] {"starting up", "shutting down", "in recovery mode"}) {
            String said = "the database system is " + words;
            try (Refusing server = Refusing.start("", "FATAL", "57P03", said, threads)) {
                for (Fault fault : new Fault[] {looking(server), making(server)}) {
                    assertEquals(PostgresqlError.NOT_NOW, fault.code(), fault::toString);
                    assertEquals(Effect.NONE, fault.effect());
                }
            }
        }
    }

    /** A server that is stopped while it commits says so; whether it did, only a look can tell. */
    @Test
    void aServerThatStopsInMidStepLeavesTheStepUnknown() throws Exception {
        String said = "terminating connection due to administrator command";
        try (Refusing server = Refusing.start("COMMIT", "FATAL", "57P01", said, threads)) {
            Fault fault = making(server);
            assertEquals(PostgresqlError.NOT_NOW, fault.code(), fault::toString);
            assertEquals(Effect.UNKNOWN, fault.effect());
        }
    }

    private interface Asked {
        void of(Actions actions) throws ConnectorException;
    }

    private static Fault failed(Session opened, Asked asked) {
        try (opened) {
            Actions actions = opened.capability(Actions.class).orElseThrow();
            return assertThrows(ConnectorException.class, () -> asked.of(actions)).fault();
        }
    }

    private Fault making(Refusing server) throws ConnectorException {
        return failed(open(server, true), a -> a.perform(Wishes.makeRole("jardin"), new Deaf()));
    }

    private Fault looking(Refusing server) throws ConnectorException {
        try (Session session = open(server, false)) {
            Inventory inventory = session.capability(Inventory.class).orElseThrow();
            return assertThrows(ConnectorException.class, inventory::observe).fault();
        }
    }

    private Session open(Refusing server, boolean writable) throws ConnectorException {
        return lender.open(
                new PostgresqlConnector(), PostgresqlConformance.at(server.port()), writable, TIME);
    }
}
