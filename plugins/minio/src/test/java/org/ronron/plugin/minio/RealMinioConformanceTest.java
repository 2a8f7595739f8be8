package org.ronron.plugin.minio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Quorum;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.lent.S3Archive;
import org.ronron.practice.process.Ports;
import org.ronron.testkit.conformance.ConnectorConformance;
import org.ronron.testkit.conformance.CountingSigned;
import org.ronron.testkit.conformance.CountingSigned.Cut;
import org.ronron.testkit.conformance.HostileServer;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.ReadOnlyProof;
import org.ronron.testkit.conformance.Subject;
import org.ronron.testkit.conformance.TlsChecks;
import org.ronron.testkit.conformance.TlsServer;
import org.ronron.testkit.conformance.Unheard;

/**
 * The suite on a real MinIO. It is not the one for HTTP, whose proxies change headers that MinIO's
 * client has signed; what that one asks is asked here the other way.
 */
class RealMinioConformanceTest extends ConnectorConformance {
    private static final Predicate<String> NO_SCRIPTS = script -> false;

    @Override
    protected Connector connector() {
        return new MinioConnector();
    }

    @Override
    protected Subject start() throws IOException {
        return RealServer.needed();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(MinioError.values());
    }

    @Override
    protected Set<String> furtherTexts() {
        Set<String> further = new HashSet<>(S3Archive.TEXTS);
        further.addAll(Quorum.TEXTS);
        return further;
    }

    @Override
    protected Map<String, String> deadPort(Map<String, String> good) throws IOException {
        return at("http://127.0.0.1:" + Ports.free());
    }

    @Override
    protected Map<String, String> unknownHost(Map<String, String> good) {
        return at("https://nobody.invalid:9000");
    }

    @Override
    protected Map<String, String> silentPort(Map<String, String> good) throws IOException {
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        threads.execute(() -> held(silent));
        return at("http://127.0.0.1:" + silent.getLocalPort());
    }

    /** Accepts, and closes with the test. */
    private static void held(ServerSocket silent) {
        try (silent) {
            silent.accept().getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException gone) {
            assertTrue(silent.isBound());
        }
    }

    private Map<String, String> at(String url) {
        Map<String, String> changed = new HashMap<>(subject().settings());
        changed.put("url", url);
        return changed;
    }

    private RealServer server() {
        return (RealServer) subject();
    }

    @Test
    @Order(1)
    void aReadOnlySessionHasNoPathToAChange() throws Exception {
        List<Action> all = new java.util.ArrayList<>(Plans.coming("readonly"));
        all.addAll(Plans.going("readonly"));
        try (CountingSigned counting =
                        new CountingSigned(subject().settings(), endpoint -> all, threads);
                Lender lender = lender()) {
            ReadOnlyProof.Seen seen = ReadOnlyProof.of(connector(), counting, lender);
            assertEquals(List.of(), seen.changes());
            assertEquals(Verb.values().length, seen.verbs().size(), seen.verbs()::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTML, HTML_ANSWER",
        "HALF_JSON, BAD_ANSWER",
        "GARBAGE, BAD_ANSWER",
        "DEEP, BAD_ANSWER",
        "OTHER_JSON, BAD_ANSWER",
        "CUT, CUT",
        "ENDLESS, TOO_LARGE",
        "REDIRECT, REDIRECTED",
        "SERVER_ERROR, SERVER_ERROR",
        "ECHO, SERVER_ERROR"
    })
    void aHostileServersAnswerIsNamed(HostileServer.Answer answer, CommonError code)
            throws Exception {
        try (HostileServer hostile = new HostileServer(answer, threads)) {
            fails(code, at(hostile.url().toString()));
        }
    }

    @Test
    void aWrongKeyIsRefused() throws Exception {
        Map<String, String> wrong = Map.of("password", "not-the-secret");
        try (Lender lender = new Lender(wrong, InstantSource.system())) {
            fails(CommonError.LOGIN_REFUSED, subject().settings(), lender);
        }
        Map<String, String> nobody = new HashMap<>(subject().settings());
        nobody.put("user", "nobody");
        fails(CommonError.LOGIN_REFUSED, nobody);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsAskedAboutFirst() throws Exception {
        try (TlsServer server = new TlsServer(threads);
                Lender lender = lender()) {
            String url = "https://127.0.0.1:" + server.port();
            new TlsChecks(connector(), at(url), server, lender).all();
        }
    }

    /** Each action is cut before its effect and after it, and done again; its probe is true. */
    @Test
    @Order(2)
    void everyActionIsOfItsClass() throws Exception {
        try (CountingSigned proxy =
                        new CountingSigned(subject().settings(), endpoint -> List.of(), threads);
                Lender lender = lender();
                Session session = lender.open(connector(), proxy.settings(), true, PATIENT)) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            for (Action action : Plans.coming("zoe")) {
                holds(proxy, session, actions, action);
            }
            server().put("zoe." + Plans.MARK, "a file", "one");
            for (Action action : Plans.going("zoe")) {
                holds(proxy, session, actions, action);
            }
            actions.perform(Plans.of("bucket.empty", "zoe"), new Unheard());
            holds(proxy, session, actions, Plans.of("bucket.remove", "zoe"));
            holds(proxy, session, actions, Plans.of("user.remove", "zoe"));
        }
    }

    private void holds(CountingSigned proxy, Session session, Actions actions, Action action)
            throws Exception {
        String verb = action.verb();
        ActionSpec spec = actions.describe(action);
        assertEquals(spec, actions.describe(action));
        assertFalse(spec.exactCall().contains(Plans.VALUE), verb);
        assertNotEquals(Verdict.DONE, actions.probe(action).verdict(), verb);

        cut(proxy, actions, action, 1, Cut.BEFORE);
        assertEquals(Verdict.NOT_DONE, actions.probe(action).verdict(), verb);

        int steps =
                Map.of("user.create", 3, "user.remove", 2, "bucket.save", 2).getOrDefault(verb, 1);
        cut(proxy, actions, action, steps, Cut.AFTER);
        assertEquals(Verdict.DONE, actions.probe(action).verdict(), verb);

        String before = inventory(session).observe().fingerprint();
        if (spec.stepClass() == StepClass.IDEMPOTENT) {
            actions.perform(action, new Unheard());
        } else {
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class, () -> actions.perform(action, new Unheard()));
            assertEquals(Effect.NONE, e.fault().effect(), verb);
        }
        assertEquals(Verdict.DONE, actions.probe(action).verdict(), verb);
        assertEquals(before, inventory(session).observe().fingerprint());
    }

    private static void cut(
            CountingSigned proxy, Actions actions, Action action, int number, Cut where) {
        int before = proxy.changes(NO_SCRIPTS).size();
        proxy.cut(number, where);
        ConnectorException e =
                assertThrows(
                        ConnectorException.class,
                        () -> actions.perform(action, new Unheard()),
                        action.verb());
        assertEquals(Effect.UNKNOWN, e.fault().effect(), e.fault().toString());
        assertEquals(CommonError.CUT, e.fault().code(), e.fault().toString());
        assertEquals(before + number, proxy.changes(NO_SCRIPTS).size(), "sent more than once");
    }
}
