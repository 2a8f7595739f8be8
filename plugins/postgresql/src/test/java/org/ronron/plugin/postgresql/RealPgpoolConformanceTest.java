package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.practice.postgresql.RealPgpool;
import org.ronron.practice.postgresql.RealPostgresPair;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Subject;

/** Pgpool-II before a primary and its synchronous replica. */
class RealPgpoolConformanceTest extends PostgresqlConformance {
    private static final String HERE = "SELECT count(*) FROM pg_database WHERE datname = 'presque'";
    private @Nullable RealPostgresPair pair;

    @Override
    protected Subject start() throws Exception {
        try {
            Programs programs = Programs.ofThisMachine();
            RealPostgresPair started = RealPostgresPair.start(programs, Map.of());
            pair = started;
            try {
                RealPgpool pool = RealPgpool.start(programs, started);
                return subject(
                        pool.port(),
                        () -> {
                            pool.close();
                            started.close();
                        });
            } catch (MissingProgramException e) {
                started.close();
                throw e;
            }
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }

    private RealPostgresPair pair() {
        return java.util.Objects.requireNonNull(pair);
    }

    /** Reads right after a change go to the primary: what was just made is seen each time. */
    @Test
    @Order(1)
    void spacesAreMadeAndRemovedThroughItAndSeenAtOnce() throws Exception {
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), true, PATIENT)) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            for (int i = 0; i < 5; i++) {
                for (Action action : Wishes.life("chorale-" + i)) {
                    assertEquals(Verdict.NOT_DONE, actions.probe(action).verdict());
                    actions.perform(action, new Deaf());
                    assertEquals(Verdict.DONE, actions.probe(action).verdict());
                }
            }
        }
    }

    @Test
    @Order(2)
    void itsServersAreTold() throws Exception {
        Observation seen = observe();
        List<String> roles = seen.nodes().stream().map(NodeFact::role).toList();
        assertEquals(List.of("primary", "replica"), roles);
        assertTrue(seen.nodes().stream().allMatch(n -> n.reach() == NodeFact.Reach.UP));
        List<FindingFact> findings = seen.findings();
        assertEquals(List.of("apply"), findings.stream().map(FindingFact::kind).toList());
    }

    /** Made by somebody who did not wait until the replica had it too: no login, no harm. */
    @Test
    @Order(3)
    void aDatabaseThatOneServerDoesNotHaveYetIsAskedForAgainLater() throws Exception {
        Action removal = Wishes.removeDatabase("presque", false);
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), true, PATIENT)) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            actions.perform(Wishes.makeRole("presque"), new Deaf());
            pair().replica().sql("postgres", "SELECT pg_wal_replay_pause()");
            pair().primary().sql("postgres", "CREATE DATABASE presque OWNER presque");
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> actions.perform(removal, new Deaf()))
                            .fault();
            assertEquals(PostgresqlError.NOT_ALIKE, fault.code(), fault::toString);
            assertEquals(Effect.NONE, fault.effect());
            assertEquals(Verdict.NOT_DONE, actions.probe(removal).verdict());
            pair().replica().sql("postgres", "SELECT pg_wal_replay_resume()");
            pair().primary().await(() -> pair().replica().sql("postgres", HERE).equals("1"));
            actions.perform(removal, new Deaf());
            assertEquals(Verdict.DONE, actions.probe(removal).verdict());
        }
    }

    /** Last: it leaves the replica out, and takes it back by hand only. */
    @Test
    @Order(9)
    void aServerThatItLeftOutIsFound() throws Exception {
        pair().desynchronise();
        pair().replica().kill();
        pair().primary().await(() -> downAtPgpool());
        Observation seen = observe();
        assertTrue(
                seen.findings().stream()
                        .anyMatch(
                                f ->
                                        f.kind().equals("down")
                                                && f.subject()
                                                        .equals(
                                                                "127.0.0.1:"
                                                                        + pair().replica().port())),
                seen.findings()::toString);
        assertEquals(NodeFact.Reach.DOWN, seen.nodes().getLast().reach());
        assertTrue(!seen.clusters().getFirst().healthy());
    }

    private boolean downAtPgpool() {
        try {
            return observe().nodes().stream().anyMatch(n -> n.reach() == NodeFact.Reach.DOWN);
        } catch (Exception notNow) {
            return false;
        }
    }

    private Observation observe() throws Exception {
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), false, PATIENT)) {
            return inventory(session).observe();
        }
    }
}
