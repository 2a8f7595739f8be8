package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Shell;

/** Writing that is switched off while a session that was opened for it is still at work. */
class WritingEndsTest extends HostileShells {
    private static final Http.Call CHANGE = Http.Call.post("/change", TIME);
    private final CountDownLatch arrived = new CountDownLatch(1);

    @Test
    void theNextChangeOfTheSameSessionDoesNotLeave() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Host host = lent.host(true, TIME, Map.of());
            Http http = host.http(server.http(), new Auth.None());
            http.change(CHANGE);
            assertTrue(host.writable());
            lent.transport.drop("e1");
            assertEquals(
                    Effect.NONE, fails(CommonError.READ_ONLY, () -> http.change(CHANGE)).effect());
            Http again = host.http(server.http(), new Auth.None());
            fails(CommonError.READ_ONLY, () -> again.change(CHANGE));
            assertFalse(host.writable());
            http.read(Http.Call.get("/look", TIME));
            assertEquals(1, server.heads().stream().filter(h -> h.startsWith("POST")).count());
            lent.host(true, TIME, Map.of()).http(server.http(), new Auth.None()).change(CHANGE);
        }
    }

    @Test
    void aChangeThatWaitedForItsTurnDoesNotLeave() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            arrived.countDown();
                            self[0].hang();
                        })) {
            self[0] = server;
            Http http = lent.host(true, TIME, Map.of()).http(server.http(), new Auth.None());
            assertOneCutAndOneRefused(() -> http.change(CHANGE));
            assertEquals(1, server.heads().size());
        }
    }

    @Test
    void aScriptThatWaitedForItsTurnDoesNotRun() throws Exception {
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            arrived.countDown();
                            new CountDownLatch(1).await();
                        })) {
            Shell shell = trusted(server);
            assertOneCutAndOneRefused(() -> shell.run(WRITE, List.of(), TIME));
            assertEquals(1, server.commands());
            fails(CommonError.READ_ONLY, () -> shell.run(WRITE, List.of(), TIME));
            Shell.Named named = new Shell.Named("mend", false, List.of("/bin/true"));
            fails(CommonError.READ_ONLY, () -> shell.sudo(named, TIME));
            assertEquals(1, server.commands());
        }
    }

    private void assertOneCutAndOneRefused(Running change) throws Exception {
        CompletableFuture<Fault> first = new CompletableFuture<>();
        CompletableFuture<Fault> second = new CompletableFuture<>();
        start(change, first);
        assertTrue(arrived.await(20, TimeUnit.SECONDS));
        Thread waiting = start(change, second);
        assertTimeoutPreemptively(TIME, () -> untilItWaits(waiting));
        lent.transport.drop("e1");
        assertEquals(CommonError.CUT, first.get(20, TimeUnit.SECONDS).code());
        assertEquals(Effect.UNKNOWN, first.get().effect());
        assertEquals(CommonError.READ_ONLY, second.get(20, TimeUnit.SECONDS).code());
        assertEquals(Effect.NONE, second.get().effect());
    }

    private static Thread start(Running change, CompletableFuture<Fault> came) {
        return Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                change.run();
                                came.completeExceptionally(new AssertionError("it went through"));
                            } catch (ConnectorException e) {
                                came.complete(e.fault());
                            }
                        });
    }

    private static void untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
