package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Session;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.testkit.conformance.Lender;

/** What the stream does not tell, and is read anew each minute. */
class ReadAnewTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private NomadSimulator nomad;
    private Lender lender;
    private Calls calls;

    @BeforeEach
    void start() throws Exception {
        nomad = new NomadSimulator(threads, InstantSource.system());
        lender = new Lender(Map.of("token", nomad.token("read")), InstantSource.system());
        AtomicReference<Host> lent = new AtomicReference<>();
        Map<String, String> settings = Map.of("url", nomad.url().toString());
        lender.open(new Borrower(lent), settings, false, Duration.ofSeconds(20)).close();
        calls = Calls.at(lent.get());
    }

    @AfterEach
    void stop() {
        lender.close();
        nomad.close();
        threads.shutdownNow();
    }

    /** Keeps the host that it is lent. */
    private record Borrower(AtomicReference<Host> lent) implements Connector {
        @Override
        public Descriptor descriptor() {
            return new NomadConnector().descriptor();
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            return new NomadConnector().texts(locale);
        }

        @Override
        public Session open(Host host) {
            lent.set(host);
            return Session.of(List.of());
        }
    }

    @Test
    void aMachineThatWasPurgedGivesNoEventAndIsMissedNow() throws Exception {
        Events events = new Events(calls, calls.spaces());
        assertEquals(5, events.told().nodes().size());
        nomad.kill("onion");
        nomad.purge("onion");
        assertFalse(events.take(Json.obj()), "a heartbeat tells nothing");
        assertTrue(events.read());
        assertEquals(
                4, events.told().nodes().stream().filter(n -> n.role().equals("client")).count());
    }

    /** A stream of all namespaces never tells of one that is made later. */
    @Test
    void aNewNamespaceAsksForANewStream() throws Exception {
        Events events = new Events(calls, calls.spaces());
        assertTrue(events.read());
        nomad.namespace("late");
        assertFalse(events.read());
        assertTrue(new Events(calls, calls.spaces()).read());
    }

    @Test
    void whatIsNoEventIsLetPass() throws Exception {
        Events events = new Events(calls, calls.spaces());
        assertFalse(events.take(Json.of("x")));
        assertFalse(events.take(Json.obj().with("Events", Json.of(3))));
        Json strange = Json.obj().with("Topic", "Job").with("Payload", Json.Null.NULL);
        assertFalse(events.take(Json.obj().with("Events", Json.arr(List.of(strange)))));
        Json nameless = Json.obj().with("Topic", "Node").with("Payload", Json.obj());
        assertFalse(events.take(Json.obj().with("Events", Json.arr(List.of(nameless)))));
    }
}
