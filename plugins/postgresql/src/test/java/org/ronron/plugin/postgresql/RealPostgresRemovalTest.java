package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;

/** What is taken back on a real server, and what stays since it is another's or holds data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPostgresRemovalTest {
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
    void whatWasThereBeforeStaysAsItIs() throws Exception {
        server.sql(
                "postgres",
                "CREATE ROLE ancien LOGIN;\nCREATE DATABASE ancien OWNER ancien;\n"
                        + "\\connect ancien\nCREATE TABLE notes AS SELECT 7 AS n;");
        assertEquals(Verdict.NOT_OURS, server.probe(Wishes.makeRole("ancien")));
        assertEquals(Verdict.NOT_OURS, server.probe(Wishes.makeDatabase("ancien")));
        assertEquals(PostgresqlError.TAKEN, server.refused(Wishes.makeRole("ancien")).code());
        assertEquals(
                PostgresqlError.NOT_OURS, server.refused(Wishes.makeDatabase("ancien")).code());
        for (boolean saved : List.of(false, true)) {
            Fault fault = server.refused(Wishes.removeDatabase("ancien", saved));
            assertEquals(PostgresqlError.NOT_OURS, fault.code());
        }
        assertEquals(PostgresqlError.NOT_OURS, server.refused(Wishes.removeRole("ancien")).code());
        assertEquals("7", server.sql("ancien", "SELECT n FROM notes"));
    }

    @Test
    void anotherPlansRoleIsNotOurs() throws Exception {
        server.perform(Wishes.makeRole("voisin", "zzzzzz"));
        assertEquals(Verdict.NOT_OURS, server.probe(Wishes.makeRole("voisin")));
        assertEquals(PostgresqlError.NOT_OURS, server.refused(Wishes.removeRole("voisin")).code());
        assertEquals(
                PostgresqlError.NOT_OURS, server.refused(Wishes.makeDatabase("voisin")).code());
    }

    @Test
    void aDatabaseOfOursThatSomebodyElseMadeIsNotOurs() throws Exception {
        server.perform(Wishes.makeRole("emprunt"));
        server.sql("postgres", "CREATE DATABASE emprunt");
        assertEquals(Verdict.NOT_OURS, server.probe(Wishes.makeDatabase("emprunt")));
        assertEquals(PostgresqlError.TAKEN, server.refused(Wishes.makeDatabase("emprunt")).code());
    }

    @Test
    void anUndoRefusesWhatHoldsDataAndASavedOneGoes() throws Exception {
        server.made("fanfare");
        server.sql("fanfare", "CREATE TABLE partitions AS SELECT 1 AS n");
        Fault fault = server.refused(Wishes.removeDatabase("fanfare", false));
        assertEquals(PostgresqlError.HOLDS_DATA, fault.code());
        assertEquals("1", fault.details().get("found"));
        assertEquals(
                PostgresqlError.HOLDS_DATA, server.refused(Wishes.removeRole("fanfare")).code());
        assertEquals("1", server.sql("fanfare", "SELECT n FROM partitions"));
        server.perform(Wishes.removeDatabase("fanfare", true));
        server.perform(Wishes.removeRole("fanfare"));
        assertEquals(Verdict.DONE, server.probe(Wishes.removeRole("fanfare")));
        assertEquals(Verdict.NOT_DONE, server.probe(Wishes.makeDatabase("fanfare")));
        server.perform(Wishes.removeDatabase("fanfare", true));
        server.perform(Wishes.removeRole("fanfare"));
    }

    @Test
    void aLargeObjectIsDataToo() throws Exception {
        server.made("photos");
        server.sql("photos", "SELECT lo_create(0)");
        Fault fault = server.refused(Wishes.removeDatabase("photos", false));
        assertEquals(PostgresqlError.HOLDS_DATA, fault.code());
    }

    @Test
    void aDatabaseThatIsInUseStays() throws Exception {
        server.made("atelier");
        try (var own =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/atelier",
                        "atelier",
                        Wishes.PASSWORD)) {
            assertEquals(
                    PostgresqlError.IN_USE,
                    server.refused(Wishes.removeDatabase("atelier", false)).code());
            own.createStatement().execute("SELECT 1");
            server.perform(Wishes.removeDatabase("atelier", true));
        }
    }

    @Test
    void theInversesTakeBackWhatWasMade() throws Exception {
        server.made("retour");
        Actions actions = server.actions(true);
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
}
