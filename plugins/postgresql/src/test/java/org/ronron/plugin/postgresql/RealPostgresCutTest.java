package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;

/** A real server at the end of a line that breaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPostgresCutTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private RealServer server;

    @BeforeAll
    void start() throws Exception {
        server = RealServer.needed();
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        if (server != null) {
            server.close();
        }
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
        Actions through =
                server.open(new PostgresqlConnector(), line.port(), true)
                        .capability(Actions.class)
                        .orElseThrow();
        try {
            through.perform(action, new Deaf());
            assertEquals(Verdict.DONE, server.probe(action));
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
        boolean again = server.actions(true).describe(action).stepClass() == StepClass.IDEMPOTENT;
        if (!done || again) {
            server.perform(action);
        }
        assertEquals(Verdict.DONE, server.probe(action));
    }

    /** The server hears of a broken line when it is done with what it was told. */
    private Verdict settled(Action action) throws Exception {
        List<Verdict> seen = new ArrayList<>();
        server.await(
                () -> {
                    try {
                        seen.add(server.probe(action));
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
}
