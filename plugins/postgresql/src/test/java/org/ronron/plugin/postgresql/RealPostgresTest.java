package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.ronron.api.StepClass;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;

/** A space's role and database on a real server: made, cut, looked at, and removed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPostgresTest {
    private static final Duration TIME = Duration.ofSeconds(60);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lender lender =
            new Lender(PostgresqlConformance.secrets(), InstantSource.system());
    private RealPostgres server;

    @BeforeAll
    void start() throws Exception {
        try {
            server = RealPostgres.start(Programs.ofThisMachine(), Map.of("log_statement", "all"));
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }

    @AfterAll
    void stop() {
        lender.close();
        threads.shutdownNow();
        if (server != null) {
            server.close();
        }
    }

    private Session open(boolean writable) throws ConnectorException {
        return open(server.port(), writable);
    }

    private Session open(int port, boolean writable) throws ConnectorException {
        return lender.open(
                new PostgresqlConnector(), PostgresqlConformance.at(port), writable, TIME);
    }

    private static Actions actions(Session session) {
        return session.capability(Actions.class).orElseThrow();
    }

    private void perform(Action action) throws ConnectorException {
        actions(open(true)).perform(action, new Deaf());
    }

    private Verdict probe(Action action) throws ConnectorException {
        return actions(open(false)).probe(action).verdict();
    }

    private Fault refused(Action action) throws ConnectorException {
        Actions actions = actions(open(true));
        Fault fault =
                assertThrows(ConnectorException.class, () -> actions.perform(action, new Deaf()))
                        .fault();
        assertEquals(Effect.NONE, fault.effect(), fault::toString);
        return fault;
    }

    private void made(String name) throws ConnectorException {
        perform(Wishes.makeRole(name));
        perform(Wishes.makeDatabase(name));
    }

    @Test
    void whatWasMadeIsTheSpacesOwnAndIsTaken() throws Exception {
        made("jardin");
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
        assertEquals(PostgresqlError.TAKEN, refused(Wishes.makeRole("jardin")).code());
        assertEquals(PostgresqlError.TAKEN, refused(Wishes.makeDatabase("jardin")).code());
    }

    @Test
    void noPasswordIsInTheServersLogOrInWhatIsSaid() throws Exception {
        made("cantine");
        ActionSpec spec = actions(open(false)).describe(Wishes.makeRole("cantine"));
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
    void whatWasThereBeforeStaysAsItIs() throws Exception {
        server.sql(
                "postgres",
                "CREATE ROLE ancien LOGIN;\nCREATE DATABASE ancien OWNER ancien;\n"
                        + "\\connect ancien\nCREATE TABLE notes AS SELECT 7 AS n;");
        assertEquals(Verdict.NOT_OURS, probe(Wishes.makeRole("ancien")));
        assertEquals(Verdict.NOT_OURS, probe(Wishes.makeDatabase("ancien")));
        assertEquals(PostgresqlError.TAKEN, refused(Wishes.makeRole("ancien")).code());
        assertEquals(PostgresqlError.NOT_OURS, refused(Wishes.makeDatabase("ancien")).code());
        for (boolean saved : List.of(false, true)) {
            Fault fault = refused(Wishes.removeDatabase("ancien", saved));
            assertEquals(PostgresqlError.NOT_OURS, fault.code());
        }
        assertEquals(PostgresqlError.NOT_OURS, refused(Wishes.removeRole("ancien")).code());
        assertEquals("7", server.sql("ancien", "SELECT n FROM notes"));
    }

    @Test
    void anotherPlansRoleIsNotOurs() throws Exception {
        perform(Wishes.makeRole("voisin", "zzzzzz"));
        assertEquals(Verdict.NOT_OURS, probe(Wishes.makeRole("voisin")));
        assertEquals(PostgresqlError.NOT_OURS, refused(Wishes.removeRole("voisin")).code());
        assertEquals(PostgresqlError.NOT_OURS, refused(Wishes.makeDatabase("voisin")).code());
    }

    @Test
    void aDatabaseOfOursThatSomebodyElseMadeIsNotOurs() throws Exception {
        perform(Wishes.makeRole("emprunt"));
        server.sql("postgres", "CREATE DATABASE emprunt");
        assertEquals(Verdict.NOT_OURS, probe(Wishes.makeDatabase("emprunt")));
        assertEquals(PostgresqlError.TAKEN, refused(Wishes.makeDatabase("emprunt")).code());
    }

    @Test
    void anUndoRefusesWhatHoldsDataAndASavedOneGoes() throws Exception {
        made("fanfare");
        server.sql("fanfare", "CREATE TABLE partitions AS SELECT 1 AS n");
        Fault fault = refused(Wishes.removeDatabase("fanfare", false));
        assertEquals(PostgresqlError.HOLDS_DATA, fault.code());
        assertEquals("1", fault.details().get("found"));
        assertEquals(PostgresqlError.HOLDS_DATA, refused(Wishes.removeRole("fanfare")).code());
        assertEquals("1", server.sql("fanfare", "SELECT n FROM partitions"));
        perform(Wishes.removeDatabase("fanfare", true));
        perform(Wishes.removeRole("fanfare"));
        assertEquals(Verdict.DONE, probe(Wishes.removeRole("fanfare")));
        assertEquals(Verdict.NOT_DONE, probe(Wishes.makeDatabase("fanfare")));
        perform(Wishes.removeDatabase("fanfare", true));
        perform(Wishes.removeRole("fanfare"));
    }

    @Test
    void aLargeObjectIsDataToo() throws Exception {
        made("photos");
        server.sql("photos", "SELECT lo_create(0)");
        Fault fault = refused(Wishes.removeDatabase("photos", false));
        assertEquals(PostgresqlError.HOLDS_DATA, fault.code());
    }

    @Test
    void aDatabaseThatIsInUseStays() throws Exception {
        made("atelier");
        try (var own =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/atelier",
                        "atelier",
                        Wishes.PASSWORD)) {
            assertEquals(
                    PostgresqlError.IN_USE,
                    refused(Wishes.removeDatabase("atelier", false)).code());
            own.createStatement().execute("SELECT 1");
            perform(Wishes.removeDatabase("atelier", true));
        }
    }

    @Test
    void theInversesTakeBackWhatWasMade() throws Exception {
        made("retour");
        Actions actions = actions(open(true));
        Action role = Wishes.makeRole("retour");
        Action database = Wishes.makeDatabase("retour");
        Action noDatabase = actions.inverse(database).orElseThrow();
        Action noRole = actions.inverse(role).orElseThrow();
        assertEquals(Wishes.removeDatabase("retour", false), noDatabase);
        assertEquals(Wishes.removeRole("retour"), noRole);
        assertTrue(actions.inverse(noRole).isEmpty() && actions.inverse(noDatabase).isEmpty());
        actions.perform(noDatabase, new Deaf());
        actions.perform(noRole, new Deaf());
        assertEquals(Verdict.NOT_DONE, actions.probe(role).verdict());
        assertEquals(Verdict.NOT_DONE, actions.probe(database).verdict());
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
                Fault fault = refused(action);
                assertEquals(PostgresqlError.INVALID, fault.code(), fault::toString);
                assertFalse(fault.toString().contains("\u0000"));
                Actions actions = actions(open(false));
                assertThrows(ConnectorException.class, () -> actions.probe(action));
                ActionSpec spec = actions.describe(action);
                assertEquals(spec, actions.describe(action));
                assertTrue(spec.exactCall().length() < 1_000);
            }
        }
        assertFalse(server.log().contains("rm -rf"));
        Action bare = new Action("e1", "role.create", Wishes.removeRole("sans-secret").arguments());
        assertEquals("password", refused(bare).details().get("argument"));
        Actions actions = actions(open(false));
        Action other = new Action("e1", "node.seen", bare.arguments());
        assertThrows(IllegalArgumentException.class, () -> actions.describe(other));
    }

    /** The longest name that is one. */
    @Test
    void fiftyLettersAreAName() throws Exception {
        made("a".repeat(50));
        assertEquals(Verdict.DONE, probe(Wishes.makeDatabase("a".repeat(50))));
    }

    /** Wherever the line breaks, the fault and the probe say the truth, and the step can go on. */
    @Test
    void cutAnywhere() throws Exception {
        int cuts = 0;
        try (CuttingTcp line = new CuttingTcp(server.port(), threads)) {
            boolean more = true;
            for (int at = 1; more; at++) {
                more = false;
                boolean answered = at % 2 == 0;
                for (Action action : Wishes.life("cut-" + at)) {
                    line.cutAt(at, answered);
                    cutOnce(line, action);
                    more |= line.hasCut();
                    cuts += line.hasCut() ? 1 : 0;
                    answered = !answered;
                }
            }
        }
        assertTrue(cuts > 20, "cuts: " + cuts);
    }

    private void cutOnce(CuttingTcp line, Action action) throws Exception {
        Actions through = actions(open(line.port(), true));
        try {
            through.perform(action, new Deaf());
            assertEquals(Verdict.DONE, probe(action));
            return;
        } catch (ConnectorException e) {
            assertEquals(CommonError.CUT, e.fault().code(), e.fault()::toString);
            if (e.fault().effect() == Effect.NONE) {
                assertEquals(Verdict.NOT_DONE, settled(action));
            }
        }
        Verdict seen = settled(action);
        boolean done = there(action) == (action.verb().endsWith(".create"));
        assertEquals(done ? Verdict.DONE : Verdict.NOT_DONE, seen);
        boolean again = actions(open(true)).describe(action).stepClass() == StepClass.IDEMPOTENT;
        if (!done || again) {
            perform(action);
        }
        assertEquals(Verdict.DONE, probe(action));
    }

    /** The server hears of a broken line when it is done with what it was told. */
    private Verdict settled(Action action) throws Exception {
        List<Verdict> seen = new ArrayList<>();
        server.await(
                () -> {
                    try {
                        seen.add(probe(action));
                        return seen.getLast() != Verdict.PENDING;
                    } catch (ConnectorException e) {
                        throw new IOException(e);
                    }
                });
        return seen.getLast();
    }

    private boolean there(Action action) throws Exception {
        Wish wish = Wish.of(action);
        String table = wish.kind().equals("role") ? "pg_roles WHERE rol" : "pg_database WHERE dat";
        String asked = "SELECT count(*) FROM " + table + "name = '" + wish.name() + "'";
        return server.sql("postgres", asked).equals("1");
    }

    @Test
    void aReadOnlySessionRefusesBeforeAByteLeaves() throws Exception {
        for (Action action : Wishes.life("lecture")) {
            Actions actions = actions(open(false));
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
            Map<String, String> settings = PostgresqlConformance.at(server.port());
            try (Session session = lender.open(peeking, settings, writable, TIME)) {
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
        made("loupe");
        try (Session session = open(false)) {
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
                Session reading = weak.open(new PostgresqlConnector(), settings, false, TIME);
                Session writing = weak.open(new PostgresqlConnector(), settings, true, TIME)) {
            Login login = reading.capability(Inventory.class).orElseThrow().observe().login();
            assertEquals(
                    Set.of("role.create", "role.remove", "database.create", "database.remove"),
                    login.forbidden());
            Action action = Wishes.makeRole("refus");
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> actions(writing).perform(action, new Deaf()))
                            .fault();
            assertEquals(CommonError.RIGHT_MISSING, fault.code());
            assertEquals(Effect.NONE, fault.effect());
        }
    }
}
