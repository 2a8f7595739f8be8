package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Watch;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.practice.nomad.NomadSimulator.Trouble;
import org.ronron.testkit.conformance.Lender;

/** The event stream, on the real clock. */
@Timeout(60)
class WatchTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Observation> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Instant> when = new LinkedBlockingQueue<>();
    private NomadSimulator nomad;
    private @Nullable Lender lender;

    @BeforeEach
    void start() throws Exception {
        nomad = new NomadSimulator(threads, InstantSource.system());
    }

    @AfterEach
    void stop() {
        if (lender != null) {
            lender.close();
        }
        nomad.close();
        threads.shutdownNow();
    }

    private Future<?> watch(String who) throws Exception {
        Lender way = new Lender(Map.of("token", nomad.token(who)), InstantSource.system());
        lender = way;
        Session session =
                way.open(
                        new NomadConnector(),
                        Map.of("url", nomad.url().toString()),
                        false,
                        Duration.ofSeconds(20));
        Watch watch = session.capability(Watch.class).orElseThrow();
        return threads.submit(
                () -> {
                    watch.watch(
                            seen -> {
                                when.add(Instant.ofEpochMilli(System.currentTimeMillis()));
                                heard.add(seen);
                            });
                    return null;
                });
    }

    /** The next that is like this, whatever comes before it. */
    private Observation until(Predicate<Observation> wanted) throws Exception {
        Observation last = null;
        for (int i = 0; i < 40; i++) {
            last = heard.poll(40, TimeUnit.SECONDS);
            assertNotNull(last, "nothing more is heard");
            if (wanted.test(last)) {
                return last;
            }
        }
        throw new AssertionError("never heard: " + last);
    }

    private static NodeFact onion(Observation seen) {
        return seen.nodes().stream()
                .filter(node -> node.name().equals("onion"))
                .findFirst()
                .orElseThrow();
    }

    private static long on(Observation seen) {
        String id = onion(seen).key();
        return seen.workloads().stream().filter(w -> w.nodeKey().equals(id)).count();
    }

    @Test
    void everythingComesFirstAndThenWhatChanges() throws Exception {
        Future<?> watching = watch("read");
        Observation first = until(seen -> true);
        assertEquals(5, first.nodes().size());
        assertTrue(on(first) > 0);
        nomad.drainAsSomebodyElse("onion");
        Observation drained = until(seen -> "no".equals(onion(seen).labels().get("eligible")));
        assertEquals("dathomir", onion(drained).zone().orElseThrow());
        assertEquals("2.0.5", onion(drained).labels().get("version"), "an event has no version");
        until(seen -> on(seen) == 0);
        nomad.edit("onion", "corrin");
        nomad.restart("onion");
        until(seen -> onion(seen).zone().orElseThrow().equals("corrin"));
        nomad.eligible("onion", true);
        until(seen -> "yes".equals(onion(seen).labels().get("eligible")));
        assertFalse(watching.isDone());
        Instant before = when.take();
        while (!when.isEmpty()) {
            Instant next = when.take();
            long apart = Duration.between(before, next).toMillis();
            assertTrue(apart >= 950, "told twice within " + apart + " ms");
            before = next;
        }
        watching.cancel(true);
    }

    @Test
    void aTokenOfSomeNamespacesFollowsTheMachines() throws Exception {
        Future<?> watching = watch("partial");
        until(seen -> true);
        nomad.eligible("onion", false);
        until(seen -> "no".equals(onion(seen).labels().get("eligible")));
        watching.cancel(true);
    }

    /** A 200 with nothing is how a stream is refused. */
    @Test
    void aRefusedStreamIsToldAsOne() throws Exception {
        nomad.trouble("/v1/event/stream", Trouble.EMPTY);
        fails(NomadError.STREAM_REFUSED, watch("read"));
    }

    @Test
    void aStreamThatNeverOpensIsNotWaitedFor() throws Exception {
        nomad.trouble("/v1/event/stream", Trouble.MUTE);
        Instant begun = Instant.ofEpochMilli(System.currentTimeMillis());
        fails(NomadError.STREAM_REFUSED, watch("read"));
        Duration took = Duration.between(begun, Instant.ofEpochMilli(System.currentTimeMillis()));
        assertTrue(took.toSeconds() < 20, took.toString());
    }

    @Test
    void aWrongTokenIsRefusedBeforeAnyStream() throws Exception {
        fails(CommonError.LOGIN_REFUSED, watch("nobodys"));
    }

    @Test
    void theFaultyVersionIsNotFollowed() throws Exception {
        nomad.version("1.11.2");
        fails(CommonError.WRONG_VERSION, watch("read"));
    }

    /** Read in their source, never run: 1.6 answers 500 and 1.10 answers 403. */
    @ParameterizedTest
    @ValueSource(strings = {"SERVER_GONE", "STARTING"})
    void olderVersionsRefuseWithAStatus(Trouble how) throws Exception {
        nomad.trouble("/v1/event/stream", how);
        fails(NomadError.STREAM_REFUSED, watch("read"));
    }

    @Test
    void aStreamThatIsCutEnds() throws Exception {
        Future<?> watching = watch("read");
        until(seen -> true);
        nomad.close();
        try {
            watching.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException cut) {
            ConnectorException e = assertInstanceOf(ConnectorException.class, cut.getCause());
            assertEquals(CommonError.CUT, e.fault().code());
        }
    }

    private static void fails(ErrorCode code, Future<?> watching) {
        ExecutionException e =
                assertThrows(ExecutionException.class, () -> watching.get(30, TimeUnit.SECONDS));
        ConnectorException why = assertInstanceOf(ConnectorException.class, e.getCause());
        assertEquals(code, why.fault().code(), why.fault().toString());
    }
}
