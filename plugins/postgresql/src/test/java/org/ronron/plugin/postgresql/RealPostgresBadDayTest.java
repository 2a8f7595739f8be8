package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Quorum;
import org.ronron.api.Session;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.postgresql.RealPostgresPair;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;

/** A primary that waits for its replica, on days when one of them is not there. */
class RealPostgresBadDayTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lender lender =
            new Lender(PostgresqlConformance.secrets(), InstantSource.system());
    private RealPostgresPair pair;

    @BeforeEach
    void start() throws Exception {
        try {
            pair = RealPostgresPair.start(Programs.ofThisMachine(), Map.of());
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }

    @AfterEach
    void stop() {
        lender.close();
        threads.shutdownNow();
        if (pair != null) {
            pair.close();
        }
    }

    private Session open(boolean writable, Duration time) throws ConnectorException {
        Map<String, String> settings = PostgresqlConformance.at(pair.primary().port());
        return lender.open(new PostgresqlConnector(), settings, writable, time);
    }

    private Actions actions(boolean writable) throws ConnectorException {
        return open(writable, TIME).capability(Actions.class).orElseThrow();
    }

    private Observation observe() throws ConnectorException {
        return open(false, TIME).capability(Inventory.class).orElseThrow().observe();
    }

    private Fault fails(Action action) throws ConnectorException {
        Actions actions = actions(true);
        return assertThrows(ConnectorException.class, () -> actions.perform(action, new Deaf()))
                .fault();
    }

    private static List<String> kinds(Observation seen) {
        return seen.findings().stream().map(FindingFact::kind).toList();
    }

    @Test
    void aGoodPairIsHealthyAndItsReplicaIsTold() throws Exception {
        Observation seen = observe();
        assertEquals(2, seen.nodes().size());
        assertEquals("sync", seen.nodes().getLast().labels().get("sync"));
        assertEquals(RealPostgresPair.REPLICA, seen.nodes().getLast().name());
        assertTrue(seen.clusters().getFirst().healthy());
        assertEquals(List.of("apply"), kinds(seen));
        assertEquals(List.of(0, 0, 1), spare(seen), "the primary waits for its one replica");
        pair.primary().sql("postgres", "ALTER SYSTEM SET synchronous_commit = 'remote_apply'");
        pair.primary().sql("postgres", "SELECT pg_reload_conf()");
        pair.primary().await(() -> quiet());
        pair.desynchronise();
        assertEquals(List.of("async"), kinds(observe()));
        assertEquals(List.of(0, -1, 1), spare(observe()));
    }

    /** What may be missing: of the primary, of the replicas it waits for, of all replicas. */
    private static List<Integer> spare(Observation seen) {
        return Quorum.of(seen.clusters().getFirst().state()).stream().map(Quorum::spare).toList();
    }

    private boolean quiet() {
        try {
            return kinds(observe()).isEmpty();
        } catch (ConnectorException notNow) {
            return false;
        }
    }

    /** The commit waits for a replica that is gone: nobody may take that for not done. */
    @Test
    void aStepThatWaitsForALostReplicaIsUnderWayUntilItIsBack() throws Exception {
        pair.replica().kill();
        pair.primary().await(() -> kindsNow().contains("waits"));
        Observation seen = observe();
        assertTrue(kinds(seen).containsAll(List.of("waits", "gone")), kinds(seen)::toString);
        assertTrue(!seen.clusters().getFirst().healthy());

        Action action = Wishes.makeRole("patience");
        Actions hasty = open(true, Duration.ofSeconds(2)).capability(Actions.class).orElseThrow();
        Fault fault =
                assertThrows(ConnectorException.class, () -> hasty.perform(action, new Deaf()))
                        .fault();
        assertEquals(CommonError.TIMEOUT, fault.code(), fault::toString);
        assertEquals(Effect.UNKNOWN, fault.effect());
        assertEquals(Verdict.PENDING, actions(false).probe(action).verdict());

        pair.replica().restart();
        pair.primary().await(() -> done(action));
        assertEquals(Verdict.DONE, actions(false).probe(action).verdict());
    }

    private List<String> kindsNow() {
        try {
            return kinds(observe());
        } catch (ConnectorException notNow) {
            return List.of();
        }
    }

    private boolean done(Action action) {
        try {
            return actions(false).probe(action).verdict() == Verdict.DONE;
        } catch (ConnectorException notNow) {
            return false;
        }
    }

    /** Killed in the middle of a step, which waits for a replica that is gone. */
    @Test
    void aServerLostInMidStepIsAClearFaultAndTheProbeTellsTheTruthAfter() throws Exception {
        pair.replica().kill();
        Action action = Wishes.makeRole("coupure");
        Future<Fault> running = threads.submit(() -> fails(action));
        pair.primary()
                .await(
                        () ->
                                pair.primary()
                                        .sql(
                                                "postgres",
                                                "SELECT count(*) FROM pg_stat_activity WHERE"
                                                        + " wait_event = 'SyncRep'")
                                        .equals("1"));
        pair.primary().kill();
        Fault fault = running.get();
        assertEquals(CommonError.CUT, fault.code(), fault::toString);
        assertEquals(Effect.UNKNOWN, fault.effect());
        Fault gone = fails(Wishes.makeRole("apres"));
        assertEquals(CommonError.UNREACHABLE, gone.code());
        assertEquals(Effect.NONE, gone.effect());

        pair.replica().restart();
        pair.primary().restart();
        boolean there =
                pair.primary()
                        .sql("postgres", "SELECT count(*) FROM pg_roles WHERE rolname = 'coupure'")
                        .equals("1");
        Verdict verdict = actions(false).probe(action).verdict();
        assertEquals(there ? Verdict.DONE : Verdict.NOT_DONE, verdict);
    }

    @Test
    void whatTheServerItselfRefusesHasItsOwnWords() throws Exception {
        RealPostgres primary = pair.primary();
        Map<String, String> settings =
                PostgresqlConformance.with(
                        PostgresqlConformance.at(primary.port()), "database", "nulle part");
        assertEquals(PostgresqlError.NO_DATABASE, refusal(settings).code());
        primary.sql("postgres", "ALTER ROLE " + RealPostgres.READER + " CONNECTION LIMIT 0");
        Map<String, String> good = PostgresqlConformance.at(primary.port());
        assertEquals(PostgresqlError.TOO_MANY, refusal(good).code());
        primary.sql("postgres", "ALTER ROLE " + RealPostgres.READER + " NOLOGIN");
        assertEquals(CommonError.LOGIN_REFUSED, refusal(good).code());
    }

    private Fault refusal(Map<String, String> settings) throws Exception {
        try (Session session = lender.open(new PostgresqlConnector(), settings, false, TIME)) {
            Inventory inventory = session.capability(Inventory.class).orElseThrow();
            Fault fault = assertThrows(ConnectorException.class, inventory::observe).fault();
            assertEquals(Effect.NONE, fault.effect());
            return fault;
        }
    }
}
