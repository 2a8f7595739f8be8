package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Reach;

/** Machines on the way that do what a real one never does. */
class HostileTunnelTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir Path folder;
    private final Lent lent = new Lent();

    @BeforeEach
    void key() throws Exception {
        try (java.io.OutputStream out = Files.newOutputStream(folder.resolve("key"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    MinaServer.newKey(), "test", null, out);
        }
    }

    @AfterEach
    void close() {
        lent.close();
    }

    private Http http(MinaServer server, String base) throws Exception {
        Http http =
                lent.host(
                                true,
                                TIME,
                                Map.of(
                                        Reach.VIA,
                                        "camille@127.0.0.1:" + server.port(),
                                        Reach.VIA_KEY_FILE,
                                        folder.resolve("key").toString()))
                        .http(URI.create(base), new Auth.None());
        lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> http.read(get(TIME))));
        return http;
    }

    private static Http.Call get(Duration deadline) {
        return Http.Call.get("/", deadline);
    }

    private interface Running {
        void run() throws ConnectorException;
    }

    private static Fault refused(ErrorCode code, Running call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(code, e.fault().code(), e.getMessage());
        assertEquals(Effect.NONE, e.fault().effect());
        return e.fault();
    }

    private static MinaServer server() throws Exception {
        MinaServer server = new MinaServer(exec -> {});
        server.anyKey();
        return server;
    }

    private static String address(MinaServer server) {
        return "ssh://127.0.0.1:" + server.port();
    }

    @Test
    void namesAreResolvedAtTheFarSide() throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        try (MinaServer server = server()) {
            server.tunnels(
                    new Refusing() {
                        @Override
                        public boolean canConnect(Type type, SshdSocketAddress to, Session on) {
                            asked.add(to.getHostName() + " " + to.getPort());
                            return false;
                        }
                    });
            for (String base : List.of("http://localhost:81", "https://Grenier.invalid")) {
                Http http = http(server, base);
                Fault fault = refused(CommonError.UNREACHABLE, () -> http.read(get(TIME)));
                assertEquals(address(server), fault.details().get("address"));
                assertEquals("the machine allows no tunnel", fault.details().get("cause"));
                lent.trust.forget(
                        address(server), lent.trust.keys(address(server)).getFirst().fingerprint());
            }
            assertEquals(List.of("localhost 81", "grenier.invalid 443"), asked);
        }
    }

    @Test
    void aMachineThatDoesNotSayWhetherIsGivenUpAndDialledAnew() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (MinaServer server = server()) {
            server.tunnels(
                    new Refusing() {
                        @Override
                        public boolean canConnect(Type type, SshdSocketAddress to, Session on) {
                            try {
                                over.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return false;
                        }
                    });
            Http http = http(server, "http://127.0.0.1:1");
            long start = System.nanoTime();
            Fault fault = refused(CommonError.TIMEOUT, () -> http.change(post(SHORT)));
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(8));
            assertEquals(
                    "http://127.0.0.1:1 via " + address(server), fault.details().get("address"));
            server.tunnels(RejectAllForwardingFilter.INSTANCE);
            refused(CommonError.UNREACHABLE, () -> http.change(post(TIME)));
            assertEquals(2, server.exchanges(), "the one given up, and another");
        } finally {
            over.countDown();
        }
    }

    private static Http.Call post(Duration deadline) {
        return Http.Call.post("/", deadline);
    }

    @Test
    void aMachineThatEndsWhenAskedIsNamed() throws Exception {
        try (MinaServer server = server()) {
            server.tunnels(
                    new Refusing() {
                        @Override
                        public boolean canConnect(Type type, SshdSocketAddress to, Session on) {
                            server.cut();
                            return false;
                        }
                    });
            Http http = http(server, "http://127.0.0.1:1");
            Fault fault = refused(CommonError.CUT, () -> http.change(post(TIME)));
            assertEquals(address(server), fault.details().get("address"));
        }
    }

    /** Refuses all, but for what a test says. */
    private abstract static class Refusing extends RejectAllForwardingFilter {}
}
