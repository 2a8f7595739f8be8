package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.LinkFact;
import org.ronron.api.Login;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.testkit.conformance.Lender;

/** A space's role and database on a real server: made, looked at, and refused to who may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPostgresTest {
    private RealServer server;

    @BeforeAll
    void start() throws Exception {
        server = RealServer.needed();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatWasMadeIsTheSpacesOwnAndIsTaken() throws Exception {
        server.made("jardin");
        try (var own =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/jardin",
                        "jardin",
                        Wishes.PASSWORD)) {
            own.createStatement().execute("CREATE TABLE oc_users (uid text)");
        }
        assertEquals(
                "UTF8|jardin",
                server.sql(
                        "postgres",
                        "SELECT pg_encoding_to_char(encoding), datdba::regrole FROM pg_database"
                                + " WHERE datname = 'jardin'"));
        assertEquals(
                "f|f|f|f|0",
                server.sql(
                        "postgres",
                        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication,"
                                + " (SELECT count(*) FROM pg_auth_members WHERE roleid = r.oid)"
                                + " FROM pg_roles r WHERE rolname = 'jardin'"));
        assertEquals(PostgresqlError.TAKEN, server.refused(Wishes.makeRole("jardin")).code());
        assertEquals(PostgresqlError.TAKEN, server.refused(Wishes.makeDatabase("jardin")).code());
    }

    @Test
    void noPasswordIsInTheServersLogOrInWhatIsSaid() throws Exception {
        server.made("cantine");
        ActionSpec spec = server.actions(false).describe(Wishes.makeRole("cantine"));
        assertEquals(
                "BEGIN;\nCREATE ROLE \"cantine\" LOGIN PASSWORD :'database_password';\n"
                        + "COMMENT ON ROLE \"cantine\" IS 'ronron:k3v9qx';\nCOMMIT;",
                spec.exactCall());
        assertEquals("ronron:k3v9qx", spec.mark());
        String log = server.log();
        assertTrue(log.contains("CREATE ROLE \"cantine\" LOGIN PASSWORD 'SCRAM-SHA-256$"), log);
        assertFalse(log.contains(Wishes.PASSWORD));
        for (String account : List.of(RealPostgres.READER, RealPostgres.WRITER)) {
            assertFalse(log.contains("login " + RealPostgres.password(account)));
        }
    }

    @Test
    void namesThatAreNoneAreNeverSent() throws Exception {
        List<String> names =
                List.of(
                        "; rm -rf /",
                        "x\"; DROP DATABASE postgres; --",
                        "جمعية",
                        "a\u0000b",
                        "Jardin",
                        "-a",
                        "a-",
                        "a".repeat(51),
                        "a".repeat(10_000),
                        "");
        for (String name : names) {
            for (Action action : Wishes.life(name)) {
                Fault fault = server.refused(action);
                assertEquals(PostgresqlError.INVALID, fault.code(), fault::toString);
                assertFalse(fault.toString().contains("\u0000"));
                Actions actions = server.actions(false);
                assertThrows(ConnectorException.class, () -> actions.probe(action));
                ActionSpec spec = actions.describe(action);
                assertEquals(spec, actions.describe(action));
                assertTrue(spec.exactCall().length() < 1_000);
            }
        }
        assertFalse(server.log().contains("rm -rf"));
        Action bare = new Action("e1", "role.create", Wishes.removeRole("sans-secret").arguments());
        assertEquals("password", server.refused(bare).details().get("argument"));
        Actions actions = server.actions(false);
        Action other = new Action("e1", "node.seen", bare.arguments());
        assertThrows(IllegalArgumentException.class, () -> actions.describe(other));
    }

    /** The longest name that is one. */
    @Test
    void fiftyLettersAreAName() throws Exception {
        server.made("a".repeat(50));
        assertEquals(Verdict.DONE, server.probe(Wishes.makeDatabase("a".repeat(50))));
    }

    @Test
    void aReadOnlySessionRefusesBeforeAByteLeaves() throws Exception {
        for (Action action : Wishes.life("lecture")) {
            Actions actions = server.actions(false);
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> actions.perform(action, new Deaf()))
                            .fault();
            assertEquals(CommonError.READ_ONLY, fault.code());
        }
        assertFalse(server.log().contains("lecture"));
    }

    /**
     * Should a change ever be written where one looks, the server refuses it; also for a writer.
     */
    @Test
    void theServerItselfRefusesAChangeWhereOneLooks() throws Exception {
        for (boolean writable : List.of(false, true)) {
            Peeking peeking = new Peeking();
            try (Session session = server.open(peeking, server.port(), writable)) {
                assertTrue(session.capability(Actions.class).isPresent());
                Server looking = Server.of(peeking.host());
                for (String change : List.of("CREATE ROLE glisse", "CREATE DATABASE glisse")) {
                    Fault fault =
                            assertThrows(
                                            ConnectorException.class,
                                            () ->
                                                    looking.read(
                                                            "postgres",
                                                            s -> {
                                                                s.change(change);
                                                                return "done";
                                                            }))
                                    .fault();
                    assertEquals(PostgresqlError.READS_ONLY, fault.code());
                    assertEquals(Effect.NONE, fault.effect());
                }
            }
        }
    }

    @Test
    void aSpaceIsLookedAtClosely() throws Exception {
        server.made("loupe");
        try (Session session = server.open(false)) {
            Spaces spaces = session.capability(Spaces.class).orElseThrow();
            LinkFact look = spaces.look("loupe").getFirst();
            assertEquals(LinkFact.Kind.DATABASE, look.kind());
            assertEquals("loupe", look.details().get("owner"));
            assertEquals(Wishes.MARK, look.details().get("mark"));
            assertEquals("0", look.details().get("connections"));
            assertTrue(Long.parseLong(look.details().get("sizeBytes")) > 1_000_000);
            assertEquals(List.of(), spaces.look("nobody"));
            assertEquals(Map.of("host", "127.0.0.1", "port", "" + server.port()), spaces.facts());
            List<LinkFact> links =
                    session.capability(Inventory.class).orElseThrow().observe().links();
            assertTrue(links.stream().anyMatch(l -> l.space().equals("loupe")));
            assertTrue(links.stream().noneMatch(l -> l.space().equals("postgres")));
        }
    }

    @Test
    void aWriterWithoutTheRightIsToldAndRefused() throws Exception {
        server.sql("postgres", "CREATE ROLE faible LOGIN PASSWORD 'faible'");
        Map<String, String> settings =
                PostgresqlConformance.with(
                        PostgresqlConformance.at(server.port()), "writer", "faible");
        Map<String, String> secrets = new HashMap<>(PostgresqlConformance.secrets());
        secrets.put("writerPassword", "faible");
        try (Lender weak = new Lender(secrets, InstantSource.system());
                Session reading =
                        weak.open(new PostgresqlConnector(), settings, false, RealServer.TIME);
                Session writing =
                        weak.open(new PostgresqlConnector(), settings, true, RealServer.TIME)) {
            Login login = reading.capability(Inventory.class).orElseThrow().observe().login();
            assertEquals(
                    Set.of("role.create", "role.remove", "database.create", "database.remove"),
                    login.forbidden());
            Action action = Wishes.makeRole("refus");
            Actions changing = writing.capability(Actions.class).orElseThrow();
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> changing.perform(action, new Deaf()))
                            .fault();
            assertEquals(CommonError.RIGHT_MISSING, fault.code());
            assertEquals(Effect.NONE, fault.effect());
        }
    }
}
