package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Json;

/** What a server can do to us over HTTP, and what a volunteer is told of it. */
class HostileHttpTest {
    private static final Duration SHORT = Duration.ofMillis(1500);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Auth AUTH = new Auth.Bearer("token");

    private final Lent lent = new Lent();

    @AfterEach
    void close() {
        lent.close();
    }

    private Http http(URI base, Duration timeout) {
        return lent.host(true, timeout, Map.of()).http(base, AUTH);
    }

    private static Http.Call get(Duration deadline) {
        return Http.Call.get("/v1/status?key=GK123", deadline);
    }

    /** Makes the call, and holds its failure to code, time and silence. */
    private static Fault fails(ErrorCode code, Duration most, Reading call) {
        long start = System.nanoTime();
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(code, e.fault().code(), e.getMessage());
        assertTrue(took.compareTo(most) < 0, "took " + took);
        assertEquals(Lent.NAME, e.fault().endpoint());
        for (String forbidden :
                new String[] {Lent.TOKEN, "<", "Exception", "\tat ", "okhttp", "java."}) {
            assertFalse(e.fault().toString().contains(forbidden), e.getMessage());
        }
        StringWriter log = new StringWriter();
        e.printStackTrace(new PrintWriter(log, true));
        for (String forbidden : new String[] {Lent.TOKEN, "<b>", "<html"}) {
            assertFalse(log.toString().contains(forbidden), log.toString());
        }
        return e.fault();
    }

    private interface Reading {
        void run() throws ConnectorException;
    }

    @Test
    void aDeadPortIsUnreachable() throws Exception {
        int dead;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            dead = free.getLocalPort();
        }
        URI base = URI.create("http://127.0.0.1:" + dead);
        Fault read = fails(CommonError.UNREACHABLE, LONG, () -> http(base, LONG).read(get(LONG)));
        assertEquals("http://127.0.0.1:" + dead, read.details().get("address"));
        assertEquals("connection refused", read.details().get("cause"));
        Fault change =
                fails(
                        CommonError.UNREACHABLE,
                        LONG,
                        () -> http(base, LONG).change(Http.Call.post("/v1/x", LONG)));
        assertEquals(Effect.NONE, change.effect());
    }

    @Test
    void anUnknownHostIsNamed() {
        Fault fault =
                fails(
                        CommonError.UNKNOWN_HOST,
                        LONG,
                        () ->
                                lent.host(false, LONG, Map.of())
                                        .http(
                                                URI.create("http://nulle-part.invalid:1"),
                                                new Auth.None())
                                        .read(get(LONG)));
        assertEquals("nulle-part.invalid", fault.details().get("host"));
    }

    @Test
    void aPortThatNeverAcceptsTimesOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            URI base = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Fault fault = fails(CommonError.TIMEOUT, LONG, () -> http(base, SHORT).read(get(LONG)));
            assertEquals("1.5", fault.details().get("seconds"));
        }
    }

    @Test
    void hangingInTheHeaderTimesOut() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write(
                                    "HTTP/1.1 200 OK\r\nContent-Ty"
                                            .getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            self[0].hang();
                        })) {
            self[0] = server;
            fails(CommonError.TIMEOUT, LONG, () -> http(server.http(), SHORT).read(get(LONG)));
            Fault change =
                    fails(
                            CommonError.TIMEOUT,
                            LONG,
                            () -> http(server.http(), SHORT).change(Http.Call.post("/v1/x", LONG)));
            assertEquals(Effect.UNKNOWN, change.effect());
        }
    }

    @Test
    void hangingInTheBodyTimesOut() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write(
                                    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"
                                            .getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            self[0].hang();
                        })) {
            self[0] = server;
            fails(CommonError.TIMEOUT, LONG, () -> http(server.http(), SHORT).read(get(LONG)));
        }
    }

    @Test
    void drippingForEverTimesOut() throws Exception {
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                            while (true) {
                                out.write(' ');
                                out.flush();
                                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                            }
                        })) {
            fails(CommonError.TIMEOUT, LONG, () -> http(server.http(), SHORT).read(get(LONG)));
        }
    }

    @Test
    void endlessHeadersEnd() throws Exception {
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
                            byte[] line = "X-A: <b>aaaaaaaaaa\r\n".getBytes(StandardCharsets.UTF_8);
                            while (true) {
                                out.write(line);
                            }
                        })) {
            fails(CommonError.CUT, LONG, () -> http(server.http(), LONG).read(get(LONG)));
        }
    }

    @Test
    void aWebPageIsSaidToBeOne() throws Exception {
        String page = "<html><script>alert('" + Lent.TOKEN + "')</script></html>";
        try (RawServer server =
                        new RawServer(
                                RawServer.text("200 OK", "Content-Type: text/html\r\n", page));
                RawServer sly =
                        new RawServer(
                                RawServer.text(
                                        "502 Bad Gateway",
                                        "Content-Type: application/json\r\n",
                                        "\n  " + page))) {
            fails(
                    CommonError.HTML_ANSWER,
                    LONG,
                    () -> http(server.http(), LONG).read(get(LONG)).json());
            fails(
                    CommonError.HTML_ANSWER,
                    LONG,
                    () -> http(sly.http(), LONG).read(get(LONG)).json());
        }
    }

    @Test
    void badJsonIsSaidWithoutItsText() throws Exception {
        Map<String, String> found =
                Map.of(
                        "{\"a\":[1,2,{\"b\":\"" + Lent.TOKEN,
                        "half a JSON",
                        "",
                        "an empty answer",
                        "   \n",
                        "an empty answer",
                        "[".repeat(100_000),
                        "JSON nested too deeply",
                        "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                        "JSON nested too deeply",
                        "garbage " + Lent.TOKEN,
                        "no JSON",
                        "{} {}",
                        "no JSON",
                        "[1e999999999]",
                        "no JSON");
        for (Map.Entry<String, String> one : found.entrySet()) {
            try (RawServer server = new RawServer(RawServer.text("200 OK", "", one.getKey()))) {
                Fault fault =
                        fails(
                                CommonError.BAD_ANSWER,
                                LONG,
                                () -> http(server.http(), LONG).read(get(LONG)).json());
                assertEquals(one.getValue(), fault.details().get("found"));
            }
        }
    }

    @Test
    void millionsOfValuesAreNotBuilt() throws Exception {
        String many = "[" + "1,".repeat(3_000_000) + "1]";
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", many))) {
            fails(
                    CommonError.TOO_LARGE,
                    LONG,
                    () -> http(server.http(), LONG).read(get(LONG)).json());
        }
    }

    @Test
    void aGigabyteIsNotRead() throws Exception {
        long[] written = new long[1];
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                            byte[] zeros = new byte[1 << 20];
                            for (int i = 0; i < 1024; i++) {
                                out.write(zeros);
                                written[0]++;
                            }
                        })) {
            fails(CommonError.TOO_LARGE, LONG, () -> http(server.http(), LONG).read(get(LONG)));
            assertTrue(written[0] < 64, "MiB taken from us: " + written[0]);
        }
    }

    @Test
    void aGzipBombIsNotUnpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                gzip.write(zeros);
            }
        }
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write(
                                    ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                                    + bomb.size()
                                                    + "\r\n\r\n")
                                            .getBytes(StandardCharsets.UTF_8));
                            out.write(bomb.toByteArray());
                        })) {
            fails(CommonError.TOO_LARGE, LONG, () -> http(server.http(), LONG).read(get(LONG)));
        }
    }

    @Test
    void aBodyCutInTheMiddleIsCut() throws Exception {
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write(
                                    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}"
                                            .getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            throw new IOException("cut");
                        })) {
            fails(CommonError.CUT, LONG, () -> http(server.http(), LONG).read(get(LONG)));
            Fault change =
                    fails(
                            CommonError.CUT,
                            LONG,
                            () -> http(server.http(), LONG).change(Http.Call.post("/x", LONG)));
            assertEquals(Effect.UNKNOWN, change.effect());
            assertEquals(2, server.heads().size(), "nothing is sent twice");
        }
    }

    @Test
    void anotherProtocolIsNoHttp() throws Exception {
        try (RawServer server =
                new RawServer(
                        (head, out) ->
                                out.write(
                                        "SSH-2.0-<b>OpenSSH\r\n"
                                                .getBytes(StandardCharsets.UTF_8)))) {
            fails(CommonError.BAD_ANSWER, LONG, () -> http(server.http(), LONG).read(get(LONG)));
        }
    }

    @Test
    void noRedirectIsFollowedAndNoTokenLeaves() throws Exception {
        try (RawServer other = new RawServer(RawServer.text("200 OK", "", "{}"));
                RawServer server =
                        new RawServer(
                                RawServer.text(
                                        "307 Moved",
                                        "Location: http://localhost:"
                                                + other.port()
                                                + "/?t="
                                                + Lent.TOKEN
                                                + "\r\n",
                                        ""))) {
            Fault read =
                    fails(
                            CommonError.REDIRECTED,
                            LONG,
                            () -> http(server.http(), LONG).read(get(LONG)));
            assertEquals("http://localhost:" + other.port(), read.details().get("target"));
            Fault change =
                    fails(
                            CommonError.REDIRECTED,
                            LONG,
                            () -> http(server.http(), LONG).change(Http.Call.post("/x", LONG)));
            assertEquals(Effect.UNKNOWN, change.effect());
            assertEquals(0, other.heads().size());
        }
    }

    @Test
    void nothingIsRepeatedAtAServersWish() throws Exception {
        for (String status : new String[] {"503 Later", "408 Slow", "401 Who"}) {
            try (RawServer server =
                    new RawServer(RawServer.text(status, "Retry-After: 0\r\n", "{}"))) {
                int code = Integer.parseInt(status.substring(0, 3));
                assertEquals(code, http(server.http(), LONG).read(get(LONG)).status());
                assertEquals(
                        code,
                        http(server.http(), LONG)
                                .change(
                                        new Http.Call(
                                                "DELETE", "/x", java.util.Optional.empty(), LONG))
                                .status());
                assertEquals(
                        code,
                        http(server.http(), LONG)
                                .change(Http.Call.post("/x", Json.obj(), LONG))
                                .status());
                assertEquals(3, server.heads().size());
            }
        }
    }

    @Test
    void aServerThatEchoesTheTokenIsNotRepeated() throws Exception {
        try (RawServer server =
                new RawServer(
                        (head, out) ->
                                RawServer.text("403 No", "", "bad token " + head).to(head, out))) {
            fails(
                    CommonError.BAD_ANSWER,
                    LONG,
                    () -> http(server.http(), LONG).read(get(LONG)).json());
            Http.Answer answer = http(server.http(), LONG).read(get(LONG));
            assertEquals(403, answer.status());
            assertFalse(answer.toString().contains(Lent.TOKEN));
            assertTrue(server.heads().getFirst().contains("Bearer " + Lent.TOKEN));
        }
    }
}
