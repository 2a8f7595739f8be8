package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Http;
import org.ronron.api.Json;

/** Waiting for a line for a time, and going on; and headers, which pages need. */
@Timeout(60)
class LinesAheadTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

    private static void say(OutputStream out, String text) throws java.io.IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Http http(Lent lent, RawServer server) {
        return lent.host(false, TIME, Map.of()).http(server.http(), new Auth.None());
    }

    @Test
    void whoWaitsInVainGoesOnAndHearsTheNextLine() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        RawServer.Reply reply =
                (head, out) -> {
                    say(out, HEAD + "{}\n");
                    more.await();
                    say(out, "{\"a\":1}\n");
                    out.close();
                };
        try (RawServer server = new RawServer(reply);
                Lent lent = new Lent();
                Http.Lines lines = http(lent, server).lines(Http.Call.get("/l", TIME), TIME)) {
            assertTrue(lines.ready(TIME));
            assertTrue(lines.ready(Duration.ZERO), "still there");
            assertEquals(Optional.of(Json.obj()), lines.next());
            assertFalse(lines.ready(A_MOMENT));
            more.countDown();
            assertTrue(lines.ready(TIME));
            assertEquals(Optional.of(Json.obj().with("a", 1)), lines.next());
            assertTrue(lines.ready(TIME), "that it ended is an answer");
            assertEquals(Optional.empty(), lines.next());
            assertEquals(Optional.empty(), lines.next());
        }
    }

    @Test
    void whatBrokeIsToldAgainAndAgain() throws Exception {
        RawServer.Reply reply = (head, out) -> say(out, HEAD + "no json\n");
        try (RawServer server = new RawServer(reply);
                Lent lent = new Lent();
                Http.Lines lines = http(lent, server).lines(Http.Call.get("/l", TIME), TIME)) {
            for (int i = 0; i < 2; i++) {
                ConnectorException e = assertThrows(ConnectorException.class, lines::next);
                assertEquals(CommonError.BAD_ANSWER, e.fault().code());
            }
        }
    }

    @Test
    void whoIsStoppedDoesNotWait() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RawServer.Reply reply =
                (head, out) -> {
                    say(out, HEAD + "{}\n");
                    never.await();
                };
        try (RawServer server = new RawServer(reply);
                Lent lent = new Lent();
                Http.Lines lines = http(lent, server).lines(Http.Call.get("/l", TIME), TIME)) {
            assertEquals(Optional.of(Json.obj()), lines.next());
            Thread.currentThread().interrupt();
            assertFalse(lines.ready(TIME));
            assertThrows(ConnectorException.class, lines::next);
            assertTrue(Thread.interrupted());
            never.countDown();
        }
    }

    /** More lines than are held: nobody is hurried, and closing lets go of what waits. */
    @Test
    void aFloodWaitsForItsReader() throws Exception {
        RawServer.Reply reply =
                (head, out) -> {
                    say(out, HEAD + "{\"a\":1}\n".repeat(5000));
                    out.close();
                };
        try (RawServer server = new RawServer(reply);
                Lent lent = new Lent();
                Http.Lines lines = http(lent, server).lines(Http.Call.get("/l", TIME), TIME)) {
            int count = 0;
            while (lines.next().isPresent()) {
                count++;
            }
            assertEquals(5000, count);
        }
        try (RawServer server = new RawServer(reply);
                Lent lent = new Lent()) {
            Http.Lines lines = http(lent, server).lines(Http.Call.get("/l", TIME), TIME);
            assertTrue(lines.next().isPresent());
            lines.close();
            for (int i = 0; i < 100_000; i++) {
                try {
                    if (lines.next().isEmpty()) {
                        return;
                    }
                } catch (ConnectorException closed) {
                    return;
                }
            }
            throw new AssertionError("a closed stream goes on");
        }
    }

    @Test
    void headersAreFoundInWhateverCaseTheyAreWritten() throws Exception {
        RawServer.Reply reply = RawServer.text("200 OK", "X-Nomad-Nexttoken: 7.b\r\n", "{}");
        try (RawServer server = new RawServer(reply);
                Lent lent = new Lent()) {
            Http.Answer answer = http(lent, server).read(Http.Call.get("/x", TIME));
            assertEquals(Optional.of("7.b"), answer.header("x-nomad-nextToken"));
            assertEquals(Optional.empty(), answer.header("X-Other"));
        }
    }
}
