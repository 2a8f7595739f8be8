package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.practice.process.Ports;

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
        Set<String> reading = connector().descriptor().readingCalls();
        try (Counting counting = new CountingHttp(subject().settings(), reading, false, threads);
                Lender lender = lender()) {
            ReadOnlyProof.Seen seen = ReadOnlyProof.of(connector(), counting, lender);
            assertEquals(List.of(), seen.changes());
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
                assertEquals(Verdict.DONE, actions.probe(action).verdict());

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
