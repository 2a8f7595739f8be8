package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Reach;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.StepClass;
import org.ronron.api.Watch;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;

/** The suite for connectors that speak HTTP below their setting {@code url}. */
public abstract class HttpConformance extends ConnectorConformance {
    private static final String URL = "url";
    @org.jspecify.annotations.Nullable private ServerSocket silent;

    /** What a server of a version that the connector does not know says to everything. */
    protected abstract String wrongVersion();

    /** The status that goes with {@link #wrongVersion()}. */
    protected int wrongVersionStatus() {
        return 400;
    }

    /** As {@link Counting#samples}, for verbs whose arguments no move of the good server has. */
    protected List<Action> samples(String endpointId) {
        return List.of();
    }

    /** What counts what comes to the good server. */
    protected Counting counting() throws IOException {
        Set<String> reading = connector().descriptor().readingCalls();
        return new CountingHttp(subject().settings(), reading, false, this::samples, threads);
    }

    /** Calls, as {@code "GET /path"}, by which any secret is asked what it may do. */
    protected Set<String> asksWhatItMayDo() {
        return Set.of();
    }

    @Override
    protected Map<String, String> deadPort(Map<String, String> good) throws IOException {
        return at(good, "http://127.0.0.1:" + Ports.free());
    }

    @Override
    protected Map<String, String> unknownHost(Map<String, String> good) {
        return at(good, "https://nobody.invalid:3903");
    }

    @Override
    protected Map<String, String> silentPort(Map<String, String> good) throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        return at(good, "http://127.0.0.1:" + silent.getLocalPort());
    }

    @AfterAll
    void closeSilentPort() throws IOException {
        if (silent != null) {
            silent.close();
        }
    }

    private static Map<String, String> at(Map<String, String> good, String url) {
        Map<String, String> changed = new HashMap<>(good);
        changed.put(URL, url);
        return changed;
    }

    /** First, while the server is as it was started: it drives a move that could be made. */
    @Test
    @Order(1)
    void aReadOnlySessionHasNoPathToAChange() throws Exception {
        try (Counting counting = counting();
                Lender lender = lender()) {
            ReadOnlyProof.Seen seen = ReadOnlyProof.of(connector(), counting, lender);
            assertEquals(List.of(), seen.changes());
        }
    }

    /**
     * The first of its actions is cut before it has an effect, so that the server stays as it is.
     */
    @Test
    @Order(2)
    void theSecretForWritingIsSentInChangesOnly() throws Exception {
        for (Setting setting : connector().descriptor().settings()) {
            if (setting.inPlaceOf().isPresent()) {
                String reading =
                        subject().secrets().getOrDefault(setting.inPlaceOf().get(), "reading");
                writesWith(setting.key(), "only-for-writing-0123456789", reading);
            }
        }
    }

    private void writesWith(String key, String writing, String reading) throws Exception {
        Map<String, String> secrets = new HashMap<>(subject().secrets());
        secrets.put(key, writing);
        URI server = URI.create(subject().settings().getOrDefault(URL, ""));
        Set<String> reads = connector().descriptor().readingCalls();
        try (CuttingProxy proxy =
                        new CuttingProxy(server, reads, Map.of(writing, reading), threads);
                Lender lender = new Lender(secrets, InstantSource.system());
                Session session = lender.open(connector(), by(proxy), true, PATIENT)) {
            Action action = subject().actions(session).getFirst();
            proxy.cutNextChange(CuttingProxy.Cut.BEFORE);
            Actions actions = session.capability(Actions.class).orElseThrow();
            assertThrows(ConnectorException.class, () -> actions.perform(action, new Unheard()));
            for (CuttingProxy.Login login : proxy.logins()) {
                if (!asksWhatItMayDo().contains(login.call())) {
                    boolean written = login.shown().contains(writing);
                    assertEquals(login.changing(), written, login.call());
                    assertEquals(!login.changing(), login.shown().contains(reading), login::call);
                }
            }
            assertEquals(1, proxy.changes().size());
        }
    }

    @Test
    @Order(3)
    void tenThousandSpoiltAnswersGiveAPictureOrAFault() throws Exception {
        Watched watched = new Watched(connector());
        try (Lender lender = lender();
                Session session = lender.open(watched, subject().settings(), false, PATIENT)) {
            inventory(session).observe();
            SpoiltAnswers answers = new SpoiltAnswers(watched.host(), Long.getLong("seed", 4));
            int readable = answers.readable(connector(), 10_000);
            assertTrue(readable > 500 && readable < 10_000, "readable: " + readable);
        }
    }

    /** However much a stream brings, it ends with an error in bounded time. */
    @Test
    void aWatchOfAnEndlessAnswerEnds() throws Exception {
        if (!connector().descriptor().capabilities().contains(Watch.class)) {
            return;
        }
        try (HostileServer server = new HostileServer(HostileServer.Answer.ENDLESS, threads);
                Lender lender = lender();
                Session session =
                        lender.open(
                                connector(),
                                at(subject().settings(), server.url().toString()),
                                false,
                                SHORT)) {
            Watch watch = session.capability(Watch.class).orElseThrow();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () ->
                            assertThrows(
                                    ConnectorException.class,
                                    () -> watch.watch(seen -> fail(seen.toString()))));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsAskedAboutFirst() throws Exception {
        try (TlsServer server = new TlsServer(threads);
                Lender lender = lender()) {
            String url = "https://127.0.0.1:" + server.port();
            new TlsChecks(connector(), at(subject().settings(), url), server, lender).all();
        }
    }

    @Test
    void throughATunnelTheSameHolds() throws Exception {
        try (TempFolder folder = new TempFolder("tunnel");
                MinaSshd hop =
                        MinaSshd.start(folder.path(), "127.0.0.1", new Behaviour.Answers(""));
                TlsServer server = new TlsServer(threads);
                Lender lender = lender()) {
            Map<String, String> through =
                    at(subject().settings(), "https://127.0.0.1:" + server.port());
            through.put(Reach.VIA, hop.user() + "@" + hop.host() + ":" + hop.port());
            through.put(Reach.VIA_KEY_FILE, hop.keyFile().toString());
            TlsChecks checks = new TlsChecks(connector(), through, server, lender);
            checks.acceptTheWay(1);
            checks.all();
        }
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        Map<String, String> wrong = new HashMap<>();
        subject().secrets().keySet().forEach(key -> wrong.put(key, "not-the-secret"));
        try (Lender lender = new Lender(wrong, InstantSource.system())) {
            fails(CommonError.LOGIN_REFUSED, subject().settings(), lender);
        }
    }

    @Test
    void aWebPageIsNoAnswer() throws Exception {
        hostile(HostileServer.Answer.HTML, CommonError.HTML_ANSWER);
    }

    @Test
    void halfAJsonIsNoAnswer() throws Exception {
        hostile(HostileServer.Answer.HALF_JSON, CommonError.BAD_ANSWER);
    }

    @Test
    void garbageIsNoAnswer() throws Exception {
        hostile(HostileServer.Answer.GARBAGE, CommonError.BAD_ANSWER);
    }

    @Test
    void deepNestingIsNoAnswer() throws Exception {
        hostile(HostileServer.Answer.DEEP, CommonError.BAD_ANSWER);
    }

    @Test
    void anotherSystemsJsonIsNoAnswer() throws Exception {
        hostile(HostileServer.Answer.OTHER_JSON, CommonError.BAD_ANSWER);
    }

    @Test
    void aCutAnswerIsACutLine() throws Exception {
        hostile(HostileServer.Answer.CUT, CommonError.CUT);
    }

    @Test
    void anEndlessAnswerIsNotReadToTheEnd() throws Exception {
        hostile(HostileServer.Answer.ENDLESS, CommonError.TOO_LARGE);
    }

    @Test
    void anotherHostIsNotFollowed() throws Exception {
        hostile(HostileServer.Answer.REDIRECT, CommonError.REDIRECTED);
    }

    @Test
    void theServersOwnErrorIsTold() throws Exception {
        hostile(HostileServer.Answer.SERVER_ERROR, CommonError.SERVER_ERROR);
    }

    @Test
    void anErrorThatRepeatsTheSecretAsMarkupGivesNeitherAway() throws Exception {
        hostile(HostileServer.Answer.ECHO, CommonError.SERVER_ERROR);
    }

    @Test
    void aVersionThatIsNotKnownIsNamed() throws Exception {
        try (HostileServer server =
                new HostileServer(wrongVersionStatus(), wrongVersion(), threads)) {
            fails(CommonError.WRONG_VERSION, at(subject().settings(), server.url().toString()));
        }
    }

    private void hostile(HostileServer.Answer answer, ErrorCode code) throws Exception {
        try (HostileServer server = new HostileServer(answer, threads)) {
            fails(code, at(subject().settings(), server.url().toString()));
        }
    }

    /**
     * Each action is refused where nothing may be written, cut before its effect, cut after it, and
     * done again; its probe tells the truth each time.
     */
    @Test
    void everyActionIsOfItsClass() throws Exception {
        URI target = URI.create(subject().settings().getOrDefault(URL, ""));
        try (CuttingProxy proxy =
                        new CuttingProxy(target, connector().descriptor().readingCalls(), threads);
                Lender lender = lender();
                Session reading = lender.open(connector(), by(proxy), false, PATIENT);
                Session writing = lender.open(connector(), by(proxy), true, PATIENT)) {
            for (Action action : subject().actions(writing)) {
                refusedWhereNothingIsWritten(reading, action, proxy);
                Actions actions = writing.capability(Actions.class).orElseThrow();
                ActionSpec spec = actions.describe(action);
                assertEquals(spec, actions.describe(action));
                for (String secret : subject().secrets().values()) {
                    assertFalse(spec.exactCall().contains(secret));
                }
                assertNotEquals(StepClass.READ, spec.stepClass());
                assertNotEquals(Verdict.DONE, actions.probe(action).verdict());

                cut(actions, action, proxy, CuttingProxy.Cut.BEFORE);
                assertEquals(Verdict.NOT_DONE, actions.probe(action).verdict());

                cut(actions, action, proxy, CuttingProxy.Cut.AFTER);
                assertEquals("", proxy.refused(), action.verb());
                Evidence seen = actions.probe(action);
                assertEquals(Verdict.DONE, seen.verdict(), action.verb() + ": " + seen.found());

                again(writing, actions, action, spec.stepClass());
            }
        }
    }

    private static Map<String, String> by(CuttingProxy proxy) {
        return Map.of(URL, proxy.url().toString());
    }

    private static void refusedWhereNothingIsWritten(
            Session reading, Action action, CuttingProxy proxy) throws ConnectorException {
        int before = proxy.changes().size();
        Actions actions = reading.capability(Actions.class).orElseThrow();
        ConnectorException e =
                assertThrows(
                        ConnectorException.class, () -> actions.perform(action, new Unheard()));
        assertEquals(CommonError.READ_ONLY, e.fault().code());
        assertEquals(Effect.NONE, e.fault().effect());
        assertEquals(before, proxy.changes().size(), "a read-only session has sent a change");
        actions.probe(action);
        assertEquals(before, proxy.changes().size(), "a probe has sent a change");
    }

    private static void cut(
            Actions actions, Action action, CuttingProxy proxy, CuttingProxy.Cut where) {
        int before = proxy.changes().size();
        proxy.cutNextChange(where);
        ConnectorException e =
                assertThrows(
                        ConnectorException.class, () -> actions.perform(action, new Unheard()));
        assertEquals(Effect.UNKNOWN, e.fault().effect(), e.fault().toString());
        assertEquals(before + 1, proxy.changes().size(), "sent more than once");
    }

    private static void again(Session session, Actions actions, Action action, StepClass stepClass)
            throws ConnectorException {
        String before = inventory(session).observe().fingerprint();
        if (stepClass == StepClass.IDEMPOTENT) {
            actions.perform(action, new Unheard());
        } else {
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class, () -> actions.perform(action, new Unheard()));
            assertEquals(Effect.NONE, e.fault().effect());
        }
        assertEquals(Verdict.DONE, actions.probe(action).verdict());
        assertEquals(before, inventory(session).observe().fingerprint());
    }
}
