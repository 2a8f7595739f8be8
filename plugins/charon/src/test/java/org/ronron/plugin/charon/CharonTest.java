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
import java.util.Set;
import java.util.concurrent.Callable;
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
import org.ronron.api.LinkFact;
import org.ronron.api.Observation;
import org.ronron.api.Progress;
import org.ronron.api.RequestFact;
import org.ronron.api.Requests;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.practice.charon.CharonSimulator;
import org.ronron.testkit.conformance.Lender;

/** What two colleagues, a slow evening and strangers' words can do to a request. */
class CharonTest {
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

    private static Action by(String mark, Action action) {
        return new Action(
                "e1", action.verb(), action.arguments().with("mark", mark).with("by", mark));
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
    void tellsWhatWaitsAndWhatWasDecidedOfLateWithoutAnyAddress() throws Exception {
        Observation seen = observe();
        List<RequestFact> waiting = seen.requests().stream().filter(RequestFact::waits).toList();
        assertEquals(7, waiting.size());
        RequestFact first = waiting.getFirst();
        assertEquals("AMAP du Vallon", first.organisation());
        assertEquals("amap-vallon", first.wished());
        assertEquals("3", first.version());
        assertTrue(
                waiting.stream()
                        .anyMatch(r -> r.organisation().equals("جمعية أصدقاء الحديقة المشتركة")));
        Set<String> decided =
                Set.copyOf(
                        seen.requests().stream()
                                .filter(r -> !r.waits())
                                .map(RequestFact::key)
                                .toList());
        assertEquals(Set.of("r_8", "r_9"), decided, "r_10 was settled 50 days ago");
        RequestFact refusal =
                seen.requests().stream().filter(r -> r.key().equals("r_9")).toList().getFirst();
        assertEquals(RequestFact.State.REFUSED, refusal.state());
        assertEquals("Malo", refusal.settled().orElseThrow().by());
        assertFalse(seen.toString().contains("@"), "an address is in the observation");
        assertFalse(seen.toString().contains("Secrétariat"));
        assertEquals(5, seen.links().size());
        assertEquals("ronron-write", seen.login().name());
        assertEquals(Set.of(), seen.login().forbidden());
    }

    @Test
    void readsAllPages() throws Exception {
        charon.addPlain(430);
        charon.addSpaces(1200);
        Observation seen = observe();
        assertEquals(439, seen.requests().size());
        assertEquals(1205, seen.links().size());
        assertEquals(1205, seen.links().stream().map(LinkFact::space).distinct().count());
    }

    @Test
    void anAddressIsReadWhenItIsNeeded() throws Exception {
        Requests source = session(Map.of()).capability(Requests.class).orElseThrow();
        Requests.Contact contact = source.contact("r_2");
        assertEquals("contact@pirouette.example", contact.email());
        charon.add(charon.request("r_2").with("contact", Json.obj().with("name", "x")));
        contactFails(CharonError.NO_CONTACT, source, "r_2");
        Json.Obj two =
                Json.obj().with("name", "x").with("email", "a@b.example\r\nBcc: c@d.example");
        charon.add(charon.request("r_2").with("contact", two));
        contactFails(CharonError.NO_CONTACT, source, "r_2");
        contactFails(CharonError.GONE, source, "r_404");
        contactFails(CharonError.BAD_VALUE, source, "../spaces");
    }

    private static void contactFails(ErrorCode code, Requests source, String id) {
        Fault fault = assertThrows(ConnectorException.class, () -> source.contact(id)).fault();
        assertEquals(code, fault.code());
        assertFalse(fault.toString().contains(".example"), fault::toString);
    }

    @Test
    void ofTwoConsolesOneWins() throws Exception {
        perform(ronron, by("zoe111", claim("r_1", "3")));
        Fault late = refused(CharonError.CLAIMED, ronron, by("malo22", claim("r_1", "3")));
        assertEquals("zoe111", late.details().get("who"));
        assertEquals("2026-11-25T18:15:00Z", late.details().get("until"));
        assertEquals("ronron/zoe111", charon.request("r_1").object("claim").word("worker"));
        assertEquals(Verdict.NOT_OURS, ronron.probe(by("malo22", claim("r_1", "3"))).verdict());
        assertEquals(1, charon.tasks("claimed"));
        perform(ronron, by("zoe111", accept("r_1", "amap-vallon")));
        Fault later = refused(CharonError.DECIDED_FIRST, ronron, by("malo22", claim("r_1", "3")));
        assertEquals("zoe111", later.details().get("who"));
        assertEquals("accepted", later.details().get("state"));
        assertEquals("active", charon.space("amap-vallon").word("state"));
        assertEquals(
                RequestFact.State.ACCEPTED,
                observe().requests().stream()
                        .filter(r -> r.key().equals("r_1"))
                        .toList()
                        .getFirst()
                        .state());
    }

    /** Both have looked and found it free; the source lets one in. */
    @Test
    void atTheSameMomentTheSourceDecides() throws Exception {
        List<Action> both =
                List.of(by("zoe111", claim("r_1", "3")), by("malo22", claim("r_1", "3")));
        var results = threads.invokeAll(both.stream().map(this::tried).toList());
        int won = 0;
        for (var result : results) {
            won += result.get() ? 1 : 0;
        }
        assertEquals(1, won);
        assertEquals(1, charon.tasks("claimed"));
    }

    private Callable<Boolean> tried(Action action) {
        return () -> {
            try {
                perform(actions(Map.of()), action);
                return true;
            } catch (ConnectorException e) {
                assertEquals(CharonError.CLAIMED, e.fault().code());
                return false;
            }
        };
    }

    @Test
    void whoDecidedOnAnotherVersionIsTold() {
        Fault moved = refused(CharonError.DECIDED_FIRST, ronron, claim("r_7", "1"));
        assertEquals("Malo", moved.details().get("who"));
        assertEquals("aside", moved.details().get("state"));
        assertEquals("2026-11-24T18:00:00Z", moved.details().get("when"));
    }

    @Test
    void aLeaseThatRanOutIsTakenAgainWhereNobodyElseHas() throws Exception {
        perform(ronron, claim("r_1", "3"));
        now = now.plusSeconds(901);
        assertEquals(Verdict.NOT_DONE, ronron.probe(claim("r_1", "3")).verdict());
        assertEquals(Verdict.NOT_DONE, ronron.probe(accept("r_1", "amap-vallon")).verdict());
        perform(ronron, accept("r_1", "amap-vallon"));
        assertEquals(Verdict.DONE, ronron.probe(accept("r_1", "amap-vallon")).verdict());
        assertEquals("accepted", charon.request("r_1").word("state"));
    }

    @Test
    void aLeaseThatSomebodyElseTookIsLost() throws Exception {
        perform(ronron, by("zoe111", claim("r_1", "3")));
        now = now.plusSeconds(901);
        perform(ronron, by("malo22", claim("r_1", "3")));
        Action late = by("zoe111", accept("r_1", "amap-vallon"));
        Fault lost = refused(CharonError.LEASE_LOST, ronron, late);
        assertEquals("malo22", lost.details().get("who"));
        assertEquals("2026-11-25T18:15:01Z", lost.details().get("when"));
        assertEquals(Verdict.NOT_OURS, ronron.probe(late).verdict());
        assertTrue(charon.space("amap-vallon").members().isEmpty());
        perform(ronron, by("malo22", accept("r_1", "amap-vallon")));
        refused(CharonError.DECIDED_FIRST, ronron, late);
    }

    @Test
    void aNameThatIsTakenAtTheSourceIsTold() throws Exception {
        perform(ronron, claim("r_6", "1"));
        Fault taken = refused(CharonError.NAME_TAKEN, ronron, accept("r_6", "fournil"));
        assertEquals("fournil", taken.details().get("message"));
        assertEquals("claimed", charon.request("r_6").word("state"));
        perform(ronron, ronron.inverse(claim("r_6", "1")).orElseThrow());
        assertEquals("pending", charon.request("r_6").word("state"));
    }

    @Test
    void answersToAnOrganisationAreTheOneThatIsThere() throws Exception {
        Action refuse =
                action(
                        "e1",
                        "request.refuse",
                        "request",
                        "r_3",
                        "version",
                        "1",
                        "reason",
                        "Hors charte.");
        perform(ronron, refuse);
        assertEquals("Hors charte.", charon.request("r_3").object("settled").word("text"));
        assertEquals(Verdict.DONE, ronron.probe(refuse).verdict());
        Action other = new Action("e1", refuse.verb(), refuse.arguments().with("reason", "Autre."));
        assertEquals(Verdict.NOT_OURS, ronron.probe(other).verdict());
        Action ask = action("e1", "request.ask", "request", "r_3", "version", "1", "text", "Et ?");
        assertEquals(
                "rejected", refused(CharonError.DECIDED_FIRST, ronron, ask).details().get("state"));
        Action aside =
                action("e1", "request.aside", "request", "r_5", "version", "1", "text", "Juin.");
        perform(ronron, aside);
        assertEquals(
                "2",
                charon.request("r_5").at("version") instanceof Json.Num n ? "" + n.value() : "");
        assertEquals(
                RequestFact.State.ASIDE, RequestRow.state(charon.request("r_5").word("state")));
        Fault empty =
                refused(
                        CharonError.REFUSED,
                        ronron,
                        action("e1", "request.ask", "request", "r_4", "version", "1"));
        assertEquals("text", empty.details().get("field"));
    }

    @Test
    void aNoteIsLeftOnceAndChangesNoVersion() throws Exception {
        Action note = action("e1", "request.note", "request", "r_7", "text", "Rappeler lundi.");
        perform(ronron, note);
        perform(ronron, note);
        RequestFact seen =
                observe().requests().stream()
                        .filter(r -> r.key().equals("r_7"))
                        .toList()
                        .getFirst();
        assertEquals(3, seen.notes().size());
        assertEquals("Rappeler lundi.", seen.notes().getLast().text());
        assertEquals("2", seen.version());
    }

    @Test
    void hermesMakesWhatIsHandedToIt() throws Exception {
        Actions hands = actions(Map.of("maker", "hermes"));
        Action hand =
                action(
                        "e1",
                        "request.hand",
                        "request",
                        "r_2",
                        "version",
                        "1",
                        "name",
                        "pirouette",
                        "office",
                        "onlyoffice");
        Action followed = action("e1", "request.followed", "request", "r_2");
        assertEquals(Verdict.NOT_DONE, hands.probe(hand).verdict());
        perform(hands, hand);
        assertEquals(Verdict.DONE, hands.probe(hand).verdict());
        assertEquals(Verdict.PENDING, hands.probe(followed).verdict());
        charon.hermes("");
        assertEquals(Verdict.PENDING, hands.probe(followed).verdict());
        charon.hermesFails("PostgreSQL is away");
        assertEquals(Verdict.NOT_DONE, hands.probe(followed).verdict());
        assertTrue(hands.probe(followed).found().contains("PostgreSQL is away"));
        assertEquals(LinkFact.Health.WRONG, look("pirouette").getFirst().health());

        Action other =
                action(
                        "e1",
                        "request.hand",
                        "request",
                        "r_3",
                        "version",
                        "1",
                        "name",
                        "sudeduc47",
                        "office",
                        "collabora");
        perform(hands, other);
        charon.hermes("");
        charon.hermes("made");
        assertEquals(
                Verdict.DONE,
                hands.probe(action("e1", "request.followed", "request", "r_3")).verdict());
        assertEquals(LinkFact.Health.FINE, look("sudeduc47").getFirst().health());
        assertEquals(List.of(), look("nobody"));
    }

    private List<LinkFact> look(String space) throws ConnectorException {
        return session(Map.of()).capability(Spaces.class).orElseThrow().look(space);
    }

    @Test
    void thereIsOneMaker() throws Exception {
        Actions hands = actions(Map.of("maker", "hermes"));
        assertEquals(
                "Hermès",
                refused(CharonError.OTHER_MAKER, hands, claim("r_1", "3")).details().get("maker"));
        refused(CharonError.OTHER_MAKER, hands, accept("r_1", "amap-vallon"));
        refused(
                CharonError.OTHER_MAKER,
                hands,
                action("e1", "space.begin", "space", "fournil", "type", "delete_space"));
        Action hand =
                action(
                        "e1",
                        "request.hand",
                        "request",
                        "r_1",
                        "version",
                        "3",
                        "name",
                        "amap-vallon");
        refused(CharonError.OTHER_MAKER, ronron, hand);
        assertEquals(0, charon.tasks("claimed") + charon.tasks("queued"));
        assertEquals("pending", charon.request("r_1").word("state"));
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
