package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

/** Answers without an end, from servers of every kind. */
class LinesTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String STREAM =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";

    private final Lent lent = new Lent();
    private final RawServer[] self = new RawServer[1];

    @AfterEach
    void close() {
        lent.close();
    }

    private interface Running {
        void run() throws ConnectorException;
    }

    private static Fault refused(ErrorCode code, Running call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(code, e.fault().code(), e.getMessage());
        assertEquals(Effect.NONE, e.fault().effect());
        assertFalse(e.fault().toString().contains(Lent.TOKEN), e.getMessage());
        return e.fault();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private RawServer saying(String text) throws IOException {
        return new RawServer(
                (head, out) -> {
                    say(out, text);
                    out.close();
                });
    }

    private RawServer hanging(String text) throws IOException {
        self[0] =
                new RawServer(
                        (head, out) -> {
                            say(out, text);
                            self[0].hang();
                        });
        return self[0];
    }

    private Http.Lines open(RawServer server, Duration silence) throws ConnectorException {
        return lent.host(false, Duration.ofSeconds(2), Map.of())
                .http(server.http(), new Auth.Bearer("token"))
                .lines(Http.Call.get("/events", TIME), silence);
    }

    private static Optional<String> said(Http.Lines lines) throws ConnectorException {
        return lines.next().map(json -> ((Json.Obj) json).text("a").orElse("-"));
    }

    @Test
    void comeOneByOneUntilTheOtherSideEnds() throws Exception {
        try (RawServer server =
                        saying(
                                STREAM
                                        + "{\"a\":\"é\"}\n\n  \n{}\r\n{\"a\":\"last, without an end\"}");
                Http.Lines lines = open(server, TIME)) {
            assertEquals(Optional.of("é"), said(lines));
            assertEquals(Optional.of("-"), said(lines));
            assertEquals(Optional.of("last, without an end"), said(lines));
            assertEquals(Optional.empty(), lines.next());
            assertEquals(Optional.empty(), lines.next());
            assertTrue(server.heads().getFirst().contains(Lent.TOKEN));
        }
    }

    @Test
    void anEmptyAnswerIsAnEndAndNoError() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", ""));
                Http.Lines lines = open(server, TIME)) {
            assertEquals(Optional.empty(), lines.next());
        }
    }

    @Test
    void outliveTheTimeoutOfACallAsLongAsTheyComeInTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server =
                        new RawServer(
                                (head, out) -> {
                                    say(out, STREAM);
                                    for (int i = 0; i < 6; i++) {
                                        never.await(500, TimeUnit.MILLISECONDS);
                                        say(out, "{\"a\":\"" + i + "\"}\n");
                                    }
                                    out.close();
                                });
                Http.Lines lines = open(server, Duration.ofSeconds(8))) {
            for (int i = 0; i < 6; i++) {
                assertEquals(Optional.of("" + i), said(lines));
            }
            assertEquals(Optional.empty(), lines.next());
        }
    }

    @Test
    void aSilenceEndsThemBeforeTheFirstLineAndLater() throws Exception {
        long start = System.nanoTime();
        try (RawServer server = hanging("")) {
            refused(CommonError.TIMEOUT, () -> open(server, SHORT));
        }
        try (RawServer server = hanging(STREAM);
                Http.Lines lines = open(server, SHORT)) {
            refused(CommonError.TIMEOUT, lines::next);
        }
        try (RawServer server = hanging(STREAM + "{}\n{\"a\":");
                Http.Lines lines = open(server, SHORT)) {
            assertEquals(Optional.of("-"), said(lines));
            Fault fault = refused(CommonError.TIMEOUT, lines::next);
            assertEquals("0.7", fault.details().get("seconds"));
        }
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(15));
    }

    @Test
    void aLineWithoutAnEndIsGivenUp() throws Exception {
        byte[] piece = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (RawServer server =
                        new RawServer(
                                (head, out) -> {
                                    say(out, STREAM + "\"");
                                    while (true) {
                                        out.write(piece);
                                    }
                                });
                Http.Lines lines = open(server, TIME)) {
            refused(CommonError.TOO_LARGE, lines::next);
        }
    }

    @Test
    void aZippedStreamIsCountedUnzipped() throws Exception {
        byte[] first = "{\"a\":\"zipped\"}\n".getBytes(StandardCharsets.US_ASCII);
        byte[] zeros = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (RawServer server =
                        new RawServer(
                                (head, out) -> {
                                    say(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                                    GZIPOutputStream zip = new GZIPOutputStream(out, true);
                                    zip.write(first);
                                    zip.flush();
                                    while (true) {
                                        zip.write(zeros);
                                        zip.flush();
                                    }
                                });
                Http.Lines lines = open(server, TIME)) {
            assertEquals(Optional.of("zipped"), said(lines));
            refused(CommonError.TOO_LARGE, lines::next);
        }
    }

    @Test
    void whatIsNoJsonIsSaid() throws Exception {
        for (String bad : new String[] {"oops", "{\"a\":", "\u0000\u0001\u0002", "{}{}"}) {
            try (RawServer server = saying(STREAM + bad + "\n");
                    Http.Lines lines = open(server, TIME)) {
                refused(CommonError.BAD_ANSWER, lines::next);
            }
        }
        try (RawServer server = saying(STREAM + "[".repeat(5000) + "\n");
                Http.Lines lines = open(server, TIME)) {
            refused(CommonError.BAD_ANSWER, lines::next);
        }
        try (RawServer server = saying(STREAM + "<html>" + Lent.TOKEN + "</html>\n");
                Http.Lines lines = open(server, TIME)) {
            refused(CommonError.HTML_ANSWER, lines::next);
        }
    }

    @Test
    void aCutIsNoEnd() throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (RawServer server = saying(chunked + "9\r\n{\"a\":\"1\"}\r\n1\r\n\n\r\n5\r\n{\"a");
                Http.Lines lines = open(server, TIME)) {
            assertEquals(Optional.of("1"), said(lines));
            refused(CommonError.CUT, lines::next);
        }
        try (RawServer server = saying(chunked);
                Http.Lines lines = open(server, TIME)) {
            refused(CommonError.CUT, lines::next);
        }
    }

    @Test
    void closingFromAnotherThreadEndsTheWaiting() throws Exception {
        try (RawServer server = hanging(STREAM + "{}\n");
                Http.Lines lines = open(server, Duration.ofMinutes(5))) {
            lines.next();
            Thread.ofVirtual().start(lines::close);
            Fault fault = refused(CommonError.CUT, lines::next);
            assertEquals("stopped by us", fault.details().get("cause"));
            lines.close();
        }
    }

    @Test
    void droppingTheEndpointEndsThem() throws Exception {
        try (RawServer server = hanging(STREAM + "{}\n");
                Http.Lines lines = open(server, Duration.ofMinutes(5))) {
            lines.next();
            Thread.ofVirtual().start(() -> lent.transport.drop("e1"));
            refused(CommonError.CUT, lines::next);
        }
    }

    @Test
    void aClosedDoorIsSaidByItsStatus() throws Exception {
        for (String status : new String[] {"401 No", "403 No"}) {
            try (RawServer server =
                    new RawServer(RawServer.text(status, "", "<html>" + Lent.TOKEN))) {
                refused(CommonError.LOGIN_REFUSED, () -> open(server, TIME));
            }
        }
        for (String status : new String[] {"500 Oh", "404 No", "204 Nothing", "429 Slow"}) {
            try (RawServer server = new RawServer(RawServer.text(status, "", ""))) {
                Fault fault = refused(CommonError.SERVER_ERROR, () -> open(server, TIME));
                assertEquals(status.substring(0, 3), fault.details().get("status"));
            }
        }
        try (RawServer server =
                new RawServer(
                        RawServer.text("302 Found", "Location: http://192.0.2.7/x?t=1\r\n", ""))) {
            Fault fault = refused(CommonError.REDIRECTED, () -> open(server, TIME));
            assertEquals("http://192.0.2.7:80", fault.details().get("target"));
            assertEquals(1, server.heads().size());
        }
        try (RawServer server = saying("SSH-2.0-OpenSSH_9.2\r\n")) {
            refused(CommonError.BAD_ANSWER, () -> open(server, TIME));
        }
    }

    @Test
    void whatTheServerRepeatsOfTheSecretIsTakenOut() throws Exception {
        try (RawServer server = saying(STREAM + "{\"a\":\"you said " + Lent.TOKEN + "\"}\n");
                Http.Lines lines = open(server, TIME)) {
            assertEquals(Optional.of("you said …"), said(lines));
        }
    }

    @Test
    void onlyReadingOnesAreOpened() throws Exception {
        try (RawServer server = saying(STREAM)) {
            for (Http.Call call :
                    new Http.Call[] {
                        Http.Call.post("/ask", TIME),
                        new Http.Call("DELETE", "/", Optional.empty(), TIME)
                    }) {
                refused(
                        CommonError.READ_ONLY,
                        () ->
                                lent.host(true, TIME, Map.of())
                                        .http(server.http(), new Auth.None())
                                        .lines(call, TIME));
            }
            assertEquals(0, server.heads().size());
        }
    }
}
