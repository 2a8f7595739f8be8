package org.ronron.plugin.charon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.plugin.charon.SimulatedCharonConformanceTest.Wishes.action;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Progress;
import org.ronron.api.RequestFact;
import org.ronron.api.Session;
import org.ronron.practice.charon.CharonSimulator;
import org.ronron.testkit.conformance.Lender;

/** What strangers wrote, what no plan of ours says, and a source that is not as it should be. */
class StrangersTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Instant now = Instant.parse("2026-11-25T18:00:00Z");
    private CharonSimulator charon;
    private Lender lender;
    private Actions ronron;

    @BeforeEach
    void start() throws Exception {
        charon = new CharonSimulator(threads, () -> now);
        lender = new Lender(Map.of("token", charon.token()), () -> now);
        ronron = actions(Map.of());
    }

    @AfterEach
    void stop() {
        lender.close();
        charon.close();
        threads.shutdownNow();
    }

    private Session session(Map<String, String> more) throws ConnectorException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("url", charon.url().toString());
        return lender.open(new CharonConnector(), settings, true, TIME);
    }

    private Actions actions(Map<String, String> more) throws ConnectorException {
        return session(more).capability(Actions.class).orElseThrow();
    }

    private Observation observe() throws ConnectorException {
        return session(Map.of()).capability(Inventory.class).orElseThrow().observe();
    }

    private static Action claim(String id, String version) {
        return action("e1", "request.claim", "request", id, "version", version);
    }

    private static Action accept(String id, String name) {
        return action("e1", "request.accept", "request", id, "name", name, "office", "collabora");
    }

    private static void perform(Actions actions, Action action) throws ConnectorException {
        actions.perform(action, new Quiet());
    }

    private static Fault refused(ErrorCode code, Actions actions, Action action) {
        Fault fault =
                assertThrows(ConnectorException.class, () -> perform(actions, action)).fault();
        assertEquals(code, fault.code(), fault::toString);
        assertEquals(Effect.NONE, fault.effect());
        return fault;
    }

    @Test
    void strangersWordsAreShownCutAndCleanAndNothingMore() throws Exception {
        Json.Obj hostile =
                Json.obj()
                        .with("name", "<b>Mo\u0000usse</b>\u202E \uD83D\uDE3A" + "x".repeat(10_000))
                        .with("purpose", "a\n\u0007b" + "y".repeat(10_000))
                        .with("annual_budget_eur", -5)
                        .with("employees", Json.of("many"));
        charon.add(
                charon.request("r_2")
                        .with("organisation", hostile)
                        .with("id", "r_50")
                        .with("state", "<i>on_hold</i>")
                        .with("surprise", Json.arr(List.of(Json.of("new")))));
        charon.add(charon.request("r_2").with("id", "../../r_1"));
        RequestFact seen =
                observe().requests().stream()
                        .filter(r -> r.key().equals("r_50"))
                        .toList()
                        .getFirst();
        assertEquals(RequestFact.State.OTHER, seen.state());
        assertEquals("on_hold", seen.said());
        assertTrue(seen.organisation().startsWith("Mo usse"), seen.organisation());
        assertTrue(seen.organisation().contains("\uD83D\uDE3A"));
        assertTrue(seen.organisation().length() <= 121, "" + seen.organisation().length());
        assertTrue(seen.organisation().codePoints().noneMatch(c -> c == 0x202E || c < ' '));
        assertTrue(seen.purpose().startsWith("a\nb"), seen.purpose().substring(0, 9));
        assertTrue(seen.purpose().length() <= 2001);
        assertTrue(seen.budget().isEmpty() && seen.employees().isEmpty());
        assertTrue(observe().requests().stream().noneMatch(r -> r.key().contains("/")));
        refused(CharonError.DECIDED_FIRST, ronron, claim("r_50", "1"));
        assertEquals(Verdict.NOT_OURS, ronron.probe(claim("r_50", "1")).verdict());
    }

    @Test
    void whatNoPlanOfOursSaysIsNotSent() {
        for (String name :
                List.of(
                        "; rm -rf /",
                        "جمعية",
                        "a\u0000b",
                        "x".repeat(10_000),
                        "-a",
                        "A",
                        "",
                        "a/../b",
                        "x".repeat(51))) {
            Action accept = accept("r_1", name);
            assertFalse(ronron.describe(accept).exactCall().contains("\u0000"));
            assertEquals(
                    "name", refused(CharonError.BAD_VALUE, ronron, accept).details().get("field"));
            refused(CharonError.BAD_VALUE, ronron, claim(name.isEmpty() ? "/" : name + "/", "3"));
            refused(CharonError.BAD_VALUE, ronron, action("e1", "space.end", "space", name));
            refused(CharonError.BAD_VALUE, ronron, claim("r_1", "v" + name));
            refused(
                    CharonError.BAD_VALUE,
                    ronron,
                    new Action(
                            "e1",
                            "request.claim",
                            claim("r_1", "3").arguments().with("mark", name + "\n")));
        }
        Action note = action("e1", "request.note", "request", "r_1", "text", "a\u0000b");
        refused(CharonError.BAD_VALUE, ronron, note);
        assertThrows(
                IllegalArgumentException.class,
                () -> ronron.describe(action("e1", "request.burn", "request", "r_1")));
    }

    @Test
    void aBusySourceSaysForHowLong() throws Exception {
        charon.busy(7);
        Fault fault = assertThrows(ConnectorException.class, this::observe).fault();
        assertEquals(CharonError.BUSY, fault.code());
        assertEquals("7", fault.details().get("seconds"));
        assertEquals(9, observe().requests().size());
    }

    @Test
    void whatATokenMayNotDoIsToldBeforehand() throws Exception {
        Map<String, String> reads = Map.of("token", charon.token("ronron-read", List.of("read")));
        try (Lender other = new Lender(reads, () -> now);
                Session session =
                        other.open(
                                new CharonConnector(),
                                Map.of("url", charon.url().toString()),
                                true,
                                TIME)) {
            Observation seen = session.capability(Inventory.class).orElseThrow().observe();
            assertTrue(seen.login().forbidden().contains("request.claim"));
            assertTrue(seen.login().forbidden().contains("request.note"));
            Actions actions = session.capability(Actions.class).orElseThrow();
            refused(CommonError.RIGHT_MISSING, actions, claim("r_1", "3"));
        }
    }

    @Test
    void aNewerContractIsNotGuessed() {
        charon.speak(2);
        Fault fault = assertThrows(ConnectorException.class, this::observe).fault();
        assertEquals(CommonError.WRONG_VERSION, fault.code());
    }

    private record Quiet() implements Progress {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
