package org.ronron.plugin.gotify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.NoticeFact;
import org.ronron.api.Notices;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.api.Watch;
import org.ronron.practice.gotify.GotifySimulator;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** What is sent, read and heard, by the real transport on the stand-in. */
class GotifyTest {
    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private GotifySimulator gotify;

    @BeforeEach
    void start() throws Exception {
        gotify = new GotifySimulator(threads, () -> NOW);
        settings.put("url", gotify.url().toString());
        secrets.put("token", gotify.appToken());
        secrets.put("clientToken", gotify.clientToken());
    }

    @AfterEach
    void stop() {
        gotify.close();
        threads.shutdownNow();
    }

    /** What is done with a session that may write. */
    private interface Use<T> {
        T of(Session session) throws Exception;
    }

    private <T> T with(Use<T> use) throws Exception {
        try (Lender lender = new Lender(secrets, InstantSource.fixed(NOW));
                Session session =
                        lender.open(
                                new GotifyConnector(), settings, true, Duration.ofSeconds(10))) {
            return use.of(session);
        }
    }

    private Observation observe() throws Exception {
        return with(s -> s.capability(Inventory.class).orElseThrow().observe());
    }

    private ErrorCode refused(Use<?> use) {
        return assertThrows(ConnectorException.class, () -> with(use)).fault().code();
    }

    private static Actions actions(Session session) {
        return session.capability(Actions.class).orElseThrow();
    }

    @Test
    void whatIsSentIsKnownAgainByOurId() throws Exception {
        var action = SimulatedGotifyConformanceTest.sent("e1", "01KA:7");
        Json.Obj made = with(s -> actions(s).perform(action, new Unheard()));
        assertEquals(1, made.number("message").orElseThrow());
        assertEquals(Verdict.DONE, with(s -> actions(s).probe(action)).verdict());
        assertEquals(
                GotifyError.SENT_BEFORE, refused(s -> actions(s).perform(action, new Unheard())));
        assertEquals(1, gotify.messages().size());
        gotify.arrives("Chaudière", "42 °C", 99);
        List<NoticeFact> seen = observe().notices();
        assertEquals(new NoticeFact("2", NOW, "Ronron", "Chaudière", "42 °C", 10), seen.getFirst());
        assertEquals("01KA:7", seen.getLast().id());
        assertEquals(8, seen.getLast().priority());
    }

    @Test
    void ourMessageIsFoundManyPagesBack() throws Exception {
        var action = SimulatedGotifyConformanceTest.sent("e1", "01KA:8");
        with(s -> actions(s).perform(action, new Unheard()));
        for (int i = 0; i < 450; i++) {
            gotify.arrives("x", "y", 1);
        }
        assertEquals(Verdict.DONE, with(s -> actions(s).probe(action)).verdict());
        var other = SimulatedGotifyConformanceTest.sent("e1", "01KA:9");
        assertEquals(Verdict.NOT_DONE, with(s -> actions(s).probe(other)).verdict());
        assertEquals(50, observe().notices().size());
    }

    @Test
    void withoutATokenToReadOnlyAPersonCanTell() throws Exception {
        secrets.remove("clientToken");
        var action = SimulatedGotifyConformanceTest.sent("e1", "01KA:1");
        assertEquals(StepClass.ONE_SHOT, with(s -> actions(s).describe(action)).stepClass());
        with(s -> actions(s).perform(action, new Unheard()));
        assertEquals(Verdict.UNKNOWN, with(s -> actions(s).probe(action)).verdict());
        assertEquals(List.of(), observe().notices());
        assertEquals("3.0.0", observe().version());
        assertTrue(with(s -> s.capability(Watch.class)).isEmpty());
        assertEquals(1, gotify.messages().size());
    }

    @Test
    void eachTokenHasItsPlace() throws Exception {
        secrets.put("clientToken", gotify.appToken());
        assertEquals(
                GotifyError.APP_READS,
                refused(s -> s.capability(Inventory.class).orElseThrow().observe()));
        secrets.put("token", gotify.clientToken());
        secrets.put("clientToken", gotify.clientToken());
        List<FindingFact> findings = observe().findings();
        assertEquals(List.of("clientSends"), findings.stream().map(FindingFact::kind).toList());
        var action = SimulatedGotifyConformanceTest.sent("e1", "01KA:1");
        assertEquals(GotifyError.REFUSED, refused(s -> actions(s).perform(action, new Unheard())));
        secrets.put("token", "gtfya.wrong");
        assertEquals(
                CommonError.LOGIN_REFUSED, refused(s -> actions(s).perform(action, new Unheard())));
        assertEquals(List.of(), gotify.messages());
    }

    @Test
    void whatIsNoNoticeIsNotSent() throws Exception {
        for (String id : List.of("", "a b", "x".repeat(81))) {
            var action = SimulatedGotifyConformanceTest.sent("e1", id);
            assertEquals(
                    GotifyError.BAD_VALUE, refused(s -> actions(s).perform(action, new Unheard())));
        }
        var long1 = SimulatedGotifyConformanceTest.sent("e1", "a").arguments();
        var action =
                new org.ronron.api.Action(
                        "e1", Notices.SEND, long1.with("text", "🐱".repeat(5000)));
        with(s -> actions(s).perform(action, new Unheard()));
        String text = gotify.messages().getFirst().word("message");
        assertEquals(4001, text.codePointCount(0, text.length()));
    }

    @Test
    void whatIsWishedIsTheConnectionsOwnWord() throws Exception {
        assertEquals(new Notices.Wanted("off", 0, 0), wanted());
        settings.put("tell", "urgent");
        settings.put("quiet", "22:00 – 7:30");
        Notices.Wanted wanted = wanted();
        assertEquals(new Notices.Wanted("urgent", 22 * 60, 7 * 60 + 30), wanted);
        assertTrue(wanted.on() && wanted.quiet(23 * 60) && wanted.quiet(0));
        assertFalse(wanted.quiet(7 * 60 + 30) || wanted.quiet(12 * 60));
        settings.put("quiet", "at night");
        assertEquals(CommonError.BAD_SETTING, refused(s -> s));
    }

    private Notices.Wanted wanted() throws Exception {
        return with(s -> s.capability(Notices.class).orElseThrow().wanted());
    }

    @Test
    void whatArrivesIsHeardAndWhatACutHidIsReadAfterIt() throws Exception {
        BlockingQueue<Observation> heard = new LinkedBlockingQueue<>();
        Future<?> first = listen(heard);
        assertEquals(0, next(heard).notices().size());
        gotify.arrives("Un", "a", 1);
        assertEquals("Un", next(heard).notices().getFirst().title());
        gotify.cut();
        Exception ended = assertThrows(Exception.class, () -> first.get(20, TimeUnit.SECONDS));
        assertTrue(ended.getCause() instanceof ConnectorException, ended::toString);
        gotify.arrives("Deux", "b", 1);
        Future<?> again = listen(heard);
        assertEquals("Deux", next(heard).notices().getFirst().title());
        gotify.arrives("Trois", "c", 1);
        assertEquals(3, next(heard).notices().size());
        assertEquals(1, gotify.streams());
        assertTrue(again.cancel(true));
    }

    private Future<?> listen(BlockingQueue<Observation> heard) {
        return threads.submit(
                () ->
                        with(
                                s -> {
                                    s.capability(Watch.class).orElseThrow().watch(heard::add);
                                    return true;
                                }));
    }

    private static Observation next(BlockingQueue<Observation> heard) throws Exception {
        Observation seen = heard.poll(20, TimeUnit.SECONDS);
        if (seen == null) {
            throw new AssertionError("nothing was heard");
        }
        return seen;
    }

    @Test
    void aStreamIsRefusedToAWrongToken() {
        secrets.put("clientToken", "gtfyc.wrong");
        assertEquals(
                CommonError.LOGIN_REFUSED,
                refused(
                        s -> {
                            s.capability(Watch.class).orElseThrow().watch(seen -> {});
                            return true;
                        }));
    }
}
