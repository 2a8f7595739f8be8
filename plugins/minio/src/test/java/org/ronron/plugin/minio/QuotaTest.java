package org.ronron.plugin.minio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Session;
import org.ronron.testkit.conformance.HostileServer;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** Servers that answer what no real one here does: another quota, an unknown version, no quorum. */
class QuotaTest {
    private static final long WANTED = 10_000_000_000L;

    /** What is done with the actions of a session on a server that always answers the same. */
    private interface Work {
        void with(Actions actions) throws Exception;
    }

    private static void at(int status, String body, Work work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HostileServer server = new HostileServer(status, body, threads);
                Lender lender = new Lender(Map.of("password", "secret12"), InstantSource.system());
                Session session =
                        lender.open(
                                new MinioConnector(), at(server), true, Duration.ofSeconds(5))) {
            work.with(session.capability(Actions.class).orElseThrow());
        }
    }

    private static Map<String, String> at(HostileServer server) {
        return Map.of("url", server.url().toString(), "user", "zoe");
    }

    @ParameterizedTest
    @ValueSource(longs = {WANTED, WANTED + 1023, WANTED - (1 << 20) + 1, WANTED + (1 << 20) - 1})
    void aQuotaThatTheServerRoundsIsDone(long kept) throws Exception {
        at(
                200,
                "{\"quota\":" + kept + ",\"quotatype\":\"hard\"}",
                actions -> {
                    Action quota = Plans.of("bucket.quota", "zoe");
                    Json.Obj told = actions.perform(quota, new Unheard());
                    assertEquals(kept, told.number("kept").orElseThrow());
                    assertEquals(WANTED, told.number("wanted").orElseThrow());
                    assertEquals(Verdict.DONE, actions.probe(quota).verdict());
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, WANTED - (1 << 20), WANTED + (1 << 20), Long.MAX_VALUE})
    void anotherQuotaIsNotDone(long kept) throws Exception {
        at(
                200,
                "{\"quota\":" + kept + "}",
                actions -> {
                    Action quota = Plans.of("bucket.quota", "zoe");
                    Fault no = refused(actions, quota);
                    assertEquals(MinioError.QUOTA_DIFFERS, no.code());
                    assertEquals(Effect.UNKNOWN, no.effect());
                    assertEquals(Verdict.NOT_DONE, actions.probe(quota).verdict());
                });
    }

    @Test
    void theQuotaBeforeIsItsWayBack() throws Exception {
        at(
                200,
                "{}",
                actions -> {
                    Action quota = Plans.of("bucket.quota", "zoe");
                    assertEquals(java.util.Optional.empty(), actions.inverse(quota));
                    Json.Obj more = quota.arguments().with("before", 5_000_000_000L);
                    Action change = new Action(quota.endpointId(), quota.verb(), more);
                    Action back = actions.inverse(change).orElseThrow();
                    assertEquals(5_000_000_000L, back.arguments().number("bytes").orElseThrow());
                    assertEquals(change, actions.inverse(back).orElseThrow());
                });
    }

    /** A refusal without a quorum may have reached some drives. */
    @Test
    void withoutAQuorumNobodyKnows() throws Exception {
        at(
                503,
                "<Error><Code>SlowDownWrite</Code><Message>Resource requested is unwritable</Message></Error>",
                actions -> {
                    Fault no = refused(actions, Plans.of("bucket.create", "zoe"));
                    assertEquals(CommonError.SERVER_ERROR, no.code());
                    assertEquals(Effect.UNKNOWN, no.effect());
                    assertEquals(
                            "SlowDownWrite Resource requested is unwritable",
                            no.details().get("message"));
                });
    }

    @Test
    void anUnknownVersionIsNamed() throws Exception {
        at(
                426,
                "{\"Code\":\"XMinioAdminVersionMismatch\",\"Message\":\"expected 'v4'\"}",
                actions -> {
                    Fault no = refused(actions, Plans.of("user.disable", "zoe"));
                    assertEquals(CommonError.WRONG_VERSION, no.code());
                    assertEquals(Effect.NONE, no.effect());
                });
    }

    private static Fault refused(Actions actions, Action action) {
        return assertThrows(ConnectorException.class, () -> actions.perform(action, new Unheard()))
                .fault();
    }
}
