package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.core.port.OwnError;

/** Calls that go well, and calls that we ourselves refuse. */
class HttpTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private final Lent lent = new Lent();

    @AfterEach
    void close() {
        lent.close();
    }

    private static Fault refused(ErrorCode code, Reading call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(code, e.fault().code(), e.getMessage());
        assertEquals(Effect.NONE, e.fault().effect());
        assertFalse(e.fault().toString().contains(Lent.TOKEN));
        return e.fault();
    }

    private interface Reading {
        void run() throws ConnectorException;
    }

    @Test
    void answersAndLogins() throws Exception {
        try (RawServer server =
                new RawServer(RawServer.text("200 OK", "", "{\"zone\":\"grenier é\"}"))) {
            Host host = lent.host(true, TIME, Map.of());
            Http http = host.http(URI.create(server.http() + "/base/"), new Auth.Bearer("token"));
            Json.Obj read = (Json.Obj) http.read(Http.Call.get("/v2/a?b=c", TIME)).json();
            assertEquals(Optional.of("grenier é"), read.text("zone"));
            assertEquals(
                    200,
                    host.http(server.http(), new Auth.Header("X-Nomad-Token", "token"))
                            .change(Http.Call.post("/p", Json.obj().with("n", 1), TIME))
                            .status());
            host.http(server.http(), new Auth.None()).read(Http.Call.get("/", TIME));
            List<String> heads = server.heads();
            assertTrue(heads.get(0).startsWith("GET /base/v2/a?b=c HTTP/1.1"));
            assertTrue(heads.get(0).contains("Authorization: Bearer " + Lent.TOKEN));
            assertTrue(heads.get(1).contains("X-Nomad-Token: " + Lent.TOKEN));
            assertTrue(heads.get(1).contains("Content-Type: application/json"));
            assertFalse(heads.get(2).contains(Lent.TOKEN));
        }
    }

    @Test
    void localhostMeansThisMachine() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            URI base = URI.create("http://localhost:" + server.port());
            assertEquals(
                    200,
                    lent.host(false, TIME, Map.of())
                            .http(base, new Auth.Bearer("token"))
                            .read(Http.Call.get("/", TIME))
                            .status());
        }
    }

    @Test
    void aReadOnlyEndpointLetsNoChangeThrough() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Http http = lent.host(false, TIME, Map.of()).http(server.http(), new Auth.None());
            http.read(Http.Call.get("/a", TIME));
            http.read(Http.Call.post("/ask?all=1", TIME));
            for (String path : List.of("/", "/ask/", "/ask/../x", "/a", "/ask%2f", "/asking")) {
                Http.Call post = Http.Call.post(path, TIME);
                assertEquals(
                        "POST " + path,
                        refused(CommonError.READ_ONLY, () -> http.change(post))
                                .details()
                                .get("call"));
                refused(CommonError.READ_ONLY, () -> http.read(post));
            }
            for (String method : List.of("PUT", "DELETE", "PATCH", "post", "get")) {
                Http.Call call = new Http.Call(method, "/ask", Optional.empty(), TIME);
                refused(CommonError.READ_ONLY, () -> http.change(call));
                refused(CommonError.READ_ONLY, () -> http.read(call));
            }
            assertEquals(2, server.heads().size());
            assertEquals(0, server.heads().stream().filter(h -> h.startsWith("PUT")).count());
        }
    }

    @Test
    void aWritableEndpointStillReadsOnlyByReadingCalls() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Http http = lent.host(true, TIME, Map.of()).http(server.http(), new Auth.None());
            refused(CommonError.READ_ONLY, () -> http.read(Http.Call.post("/x", TIME)));
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void noSecretInClearText() {
        for (String base :
                List.of("http://192.0.2.1:1", "http://exemple.invalid", "http://[2001:db8::1]:1")) {
            Fault fault =
                    refused(
                            CommonError.BAD_SETTING,
                            () ->
                                    lent.host(false, TIME, Map.of())
                                            .http(URI.create(base), new Auth.Bearer("token"))
                                            .read(Http.Call.get("/", TIME)));
            assertEquals("url", fault.details().get("setting"));
        }
    }

    @Test
    void badAddressesAreRefused() {
        for (String base :
                List.of(
                        "ftp://127.0.0.1",
                        "http://user:" + Lent.TOKEN + "@127.0.0.1",
                        "http://127.0.0.1/?token=" + Lent.TOKEN,
                        "http:///x",
                        "garage")) {
            refused(
                    CommonError.BAD_SETTING,
                    () ->
                            lent.host(false, TIME, Map.of())
                                    .http(URI.create(base), new Auth.None())
                                    .read(Http.Call.get("/", TIME)));
        }
    }

    @Test
    void secretsThatCannotBeUsed() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Host host = lent.host(false, TIME, Map.of());
            Http.Call get = Http.Call.get("/", TIME);
            refused(
                    CommonError.SECRET_MISSING,
                    () -> host.http(server.http(), new Auth.Bearer("gone")).read(get));
            refused(
                    CommonError.SECRET_MISSING,
                    () -> host.http(server.http(), new Auth.Bearer("other")).read(get));
            lent.secrets.put("armoire/token", (Lent.TOKEN + "\r\nX: y").toCharArray());
            refused(
                    CommonError.BAD_SETTING,
                    () -> host.http(server.http(), new Auth.Bearer("token")).read(get));
            lent.secrets.lock();
            refused(
                    OwnError.VAULT_LOCKED,
                    () -> host.http(server.http(), new Auth.Bearer("token")).read(get));
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void aSecretThatRonronMadeTakesItsPlaceAtTheLastMoment() throws Exception {
        MadeSecret key = MadeSecret.of("01J", "key", MadeSecret.Kind.S3_SECRET);
        MadeSecret gone = MadeSecret.of("01J", "gone", MadeSecret.Kind.TOKEN);
        String value = "0123456789abcdef";
        lent.secrets.put(key.name(), value.toCharArray());
        Json body = Json.obj().with("keys", Json.arr(List.of(key.json())));
        try (RawServer server =
                new RawServer(RawServer.text("200 OK", "", "{\"echo\":\"" + value + "\"}"))) {
            Http http = lent.host(true, TIME, Map.of()).http(server.http(), new Auth.None());
            Http.Call call = Http.Call.post("/import", body, TIME);
            Http.Answer answer = http.change(call);
            assertTrue(server.bodies().getLast().contains("{\"keys\":[\"" + value + "\"]}"));
            assertFalse(answer.text().contains(value), answer.text());
            assertFalse(call.toString().contains(value));
            int before = server.heads().size();
            Http.Call without = Http.Call.post("/import", Json.obj().with("x", gone.json()), TIME);
            refused(CommonError.SECRET_MISSING, () -> http.change(without));
            lent.secrets.lock();
            refused(OwnError.VAULT_LOCKED, () -> http.change(call));
            assertEquals(before, server.heads().size());
        }
    }

    @Test
    void theWritingSecretIsShownByChangesOnly() throws Exception {
        String writing = "jeton-d-ecriture-9876543210";
        lent.secrets.put("armoire/writeToken", writing.toCharArray());
        for (Auth auth : List.of(new Auth.Bearer("token"), new Auth.Header("X-T", "token"))) {
            try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
                Http with = lent.host(true, TIME, Map.of(), "writeToken").http(server.http(), auth);
                with.read(Http.Call.get("/r", TIME));
                with.change(Http.Call.post("/w", TIME));
                with.read(Http.Call.post("/ask", TIME));
                try (Http.Lines lines = with.lines(Http.Call.get("/l", TIME), TIME)) {
                    lines.next();
                }
                Http without = lent.host(true, TIME, Map.of()).http(server.http(), auth);
                without.change(Http.Call.post("/x", TIME));
                List<String> shown =
                        server.heads().stream()
                                .map(
                                        h ->
                                                h.contains(writing)
                                                        ? "w"
                                                        : h.contains(Lent.TOKEN) ? "r" : "-")
                                .toList();
                assertEquals(List.of("r", "w", "r", "r", "r"), shown);
            }
        }
    }

    @Test
    void aWritingSecretThatIsGoneIsNotReplacedByTheOther() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Http http =
                    lent.host(true, TIME, Map.of(), "writeToken")
                            .http(server.http(), new Auth.Bearer("token"));
            Fault fault =
                    refused(
                            CommonError.SECRET_MISSING,
                            () -> http.change(Http.Call.post("/w", TIME)));
            assertEquals("writeToken", fault.details().get("secret"));
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void settingsArePresetAndSecretsOnlyNamed() {
        Host host = lent.host(false, TIME, Map.of("zone", "cave", "empty", ""));
        assertEquals(Optional.of("cave"), host.setting("zone"));
        assertEquals(Optional.of("bonjour"), host.setting("greeting"));
        assertEquals(Optional.empty(), host.setting("empty"));
        assertTrue(host.hasSecret("token"));
        assertFalse(host.hasSecret("other"));
        assertFalse(host.toString().contains(Lent.TOKEN));
    }

    @Test
    void changesOfOneEndpointAreMadeOneAfterTheOther() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                            inside.decrementAndGet();
                            RawServer.text("200 OK", "", "{}").to(head, out);
                        })) {
            CountDownLatch done = new CountDownLatch(8);
            for (int i = 0; i < 8; i++) {
                Http http = lent.host(true, TIME, Map.of()).http(server.http(), new Auth.None());
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        http.change(Http.Call.post("/x", TIME));
                                        done.countDown();
                                    } catch (ConnectorException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
            }
            assertTrue(done.await(20, TimeUnit.SECONDS));
            assertEquals(1, most.get());
        }
    }

    @Test
    void droppingEndsACallUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawServer[] self = new RawServer[1];
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            asked.countDown();
                            self[0].hang();
                        })) {
            self[0] = server;
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    asked.await();
                                } catch (InterruptedException e) {
                                    return;
                                }
                                lent.transport.drop("e1");
                            });
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class,
                            () ->
                                    lent.host(true, TIME, Map.of())
                                            .http(server.http(), new Auth.None())
                                            .change(Http.Call.post("/x", TIME)));
            assertEquals(CommonError.CUT, e.fault().code());
            assertEquals(Effect.UNKNOWN, e.fault().effect());
        }
    }

    @Test
    void trustThatCannotBeReadStopsEverything() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            lent.trust.breakDown();
            refused(
                    OwnError.STORE_FAILED,
                    () ->
                            lent.host(false, TIME, Map.of())
                                    .http(server.http(), new Auth.None())
                                    .read(Http.Call.get("/", TIME)));
            assertEquals(0, server.heads().size());
        }
    }
}
