package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Reach;
import org.ronron.api.Shell;

/** HTTP and SSH through real OpenSSH servers. */
class RealTunnelTest extends RealTunnels {
    private Http http(URI base, Map<String, String> settings) {
        return lent.host(true, TIME, settings).http(base, new Auth.Bearer("token"));
    }

    private static Http.Call get() {
        return Http.Call.get("/", TIME);
    }

    @Test
    void httpGoesThroughAMachineThatIsAskedForOnce() throws Exception {
        try (RealSshd hop = machine("hop");
                RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            List<String> before = listening();
            Http http = http(server.http(), via(hop));
            assertEquals(List.of(hop.address()), accepting(() -> http.read(get())));
            for (int i = 0; i < 20; i++) {
                assertEquals(200, http.change(Http.Call.post("/x", TIME)).status());
            }
            assertEquals(21, server.heads().size());
            assertTrue(server.heads().getFirst().contains(Lent.TOKEN), "SSH keeps it secret");
            assertEquals(1, hop.logins(), "one session for all calls");
            assertEquals(before, listening(), "no port of this computer listens");
        }
    }

    @Test
    void aShellThroughTwoMachinesIsAskedForOneByOne() throws Exception {
        try (RealSshd first = machine("first");
                RealSshd second = machine("second");
                RealSshd last = machine("last")) {
            Shell shell = lent.host(false, TIME, viaTo(last, first, second)).shell();
            assertEquals(
                    List.of(
                            first.address(),
                            second.address() + " via " + first.address(),
                            last.address() + " via " + second.address()),
                    accepting(() -> shell.run(reading(":"), List.of(), TIME)));
            String big =
                    shell.run(reading("head -c 300000 /dev/zero | tr '\\0' x"), List.of(), TIME)
                            .out();
            assertEquals(300_000, big.length());
            String long_ = "y".repeat(1_000_000);
            assertEquals(
                    "1000000", shell.run(reading("printf %s ${#1}"), List.of(long_), TIME).out());
            assertEquals(
                    List.of(1L, 1L, 1L), List.of(first.logins(), second.logins(), last.logins()));
        }
    }

    @Test
    void whichMachineFailedIsSaid() throws Exception {
        try (RealSshd first = machine("first");
                RealSshd second = machine("second");
                RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Map<String, String> settings = via(first, second);
            Http http = http(server.http(), settings);
            accepting(() -> http.read(get()));
            String behind = second.address() + " via " + first.address();

            // refused by the second: its key is not known there any more
            Files.writeString(second.file("authorized"), "");
            lent.transport.drop("e1");
            Fault refused = refused(CommonError.LOGIN_REFUSED, () -> http.read(get()));
            assertEquals(behind, refused.details().get("address"));

            // nothing listens where the second was
            second.close();
            Fault gone = refused(CommonError.UNREACHABLE, () -> http.read(get()));
            assertEquals(behind, gone.details().get("address"));
            assertEquals("connection refused", gone.details().get("cause"));

            // something else than SSH is there
            settings.put(Reach.VIA, first.hop() + ",sam@127.0.0.1:" + server.port());
            Fault other = refused(CommonError.TIMEOUT, () -> http.read(Http.Call.get("/", SHORT)));
            assertTrue(other.details().getOrDefault("address", "").startsWith("ssh://127.0.0.1:"));

            // the first is gone
            first.close();
            lent.transport.drop("e1");
            Fault nearest = refused(CommonError.UNREACHABLE, () -> http.read(get()));
            assertEquals(first.address(), nearest.details().get("address"));
        }
    }

    @Test
    void aMachineThatAllowsNoTunnelIsSaidToBeOne() throws Exception {
        try (RealSshd hop = machine("hop", "AllowTcpForwarding no");
                RealSshd last = machine("last");
                RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Http http = http(server.http(), via(hop));
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> http.read(get())));
            for (Running call :
                    List.<Running>of(
                            () -> http.read(get()),
                            () ->
                                    lent.host(false, TIME, viaTo(last, hop))
                                            .shell()
                                            .run(reading(":"), List.of(), TIME))) {
                Fault fault = refused(CommonError.UNREACHABLE, call);
                assertEquals(hop.address(), fault.details().get("address"));
                assertEquals("the machine allows no tunnel", fault.details().get("cause"));
            }
        }
    }

    @Test
    void whatIsBehindTheTunnelIsNamedWithIt() throws Exception {
        int dead;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            dead = free.getLocalPort();
        }
        try (RealSshd hop = machine("hop")) {
            Http http = http(URI.create("http://localhost:" + dead), via(hop));
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> http.read(get())));
            Fault fault = refused(CommonError.UNREACHABLE, () -> http.read(get()));
            assertEquals(
                    "http://localhost:" + dead + " via " + hop.address(),
                    fault.details().get("address"));
            assertEquals("connection refused", fault.details().get("cause"));
            Fault name =
                    refused(
                            CommonError.UNKNOWN_HOST,
                            () ->
                                    http(URI.create("https://nulle-part.invalid"), via(hop))
                                            .read(get()));
            assertEquals("nulle-part.invalid via " + hop.address(), name.details().get("host"));
        }
    }

    @Test
    void noSecretGoesBeyondTheTunnelInClearText() throws Exception {
        try (RealSshd hop = machine("hop")) {
            Http http = http(URI.create("http://192.0.2.1:80"), via(hop));
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> http.read(get())));
            Fault fault = refused(CommonError.BAD_SETTING, () -> http.read(get()));
            assertEquals("url", fault.details().get("setting"));
        }
    }

    @Test
    void aChangedKeyOnTheWayStopsTheEndpoint() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            int port;
            Map<String, String> settings;
            try (RealSshd hop = machine("hop")) {
                port = hop.port();
                settings = via(hop);
                accepting(() -> http(server.http(), settings).read(get()));
                hop.newHostKey("ed25519");
            }
            try (RealSshd hop = machine("hop", port)) {
                Fault fault =
                        refused(
                                CommonError.TRUST_CHANGED,
                                () -> http(server.http(), settings).read(get()));
                assertEquals(hop.address(), fault.details().get("address"));
                refused(CommonError.TRUST_CHANGED, () -> http(server.http(), Map.of()).read(get()));
                assertEquals(1, server.heads().size());
            }
        }
    }

    @Test
    void aKeyOnTheWayThatIsForgottenEndsTheTunnel() throws Exception {
        try (RealSshd hop = machine("hop");
                RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Http http = http(server.http(), via(hop));
            accepting(() -> http.read(get()));
            lent.trust.forget(hop.address(), fingerprint(hop));
            refused(CommonError.TRUST_UNKNOWN, () -> http.read(get()));
            assertEquals(1, server.heads().size());
        }
    }

    @Test
    void aDeadTunnelIsDugAnewAndADroppedOneIsClosed() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            int port;
            Http http;
            try (RealSshd hop = machine("hop")) {
                port = hop.port();
                http = http(server.http(), via(hop));
                Http first = http;
                accepting(() -> first.read(get()));
            }
            try (RealSshd hop = machine("hop", port)) {
                assertEquals(200, http.read(get()).status());
                lent.transport.drop("e1");
                assertEquals(200, http.read(get()).status());
                assertEquals(2, hop.logins());
            }
        }
    }

    @Test
    void aTunnelKeepsDeadlinesAndCaps() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RealSshd hop = machine("hop");
                RawServer hanging = new RawServer((head, out) -> self[0].hang());
                RawServer endless =
                        new RawServer(
                                (head, out) -> {
                                    head(out);
                                    byte[] piece = new byte[64 * 1024];
                                    while (true) {
                                        out.write(piece);
                                    }
                                });
                RawServer cut =
                        new RawServer(
                                (head, out) -> {
                                    head(out);
                                    out.write("{".getBytes(StandardCharsets.UTF_8));
                                    out.close();
                                })) {
            self[0] = hanging;
            accepting(
                    () -> {
                        try {
                            http(cut.http(), via(hop)).read(get());
                        } catch (ConnectorException e) {
                            if (e.fault().code() != CommonError.CUT) {
                                throw e;
                            }
                        }
                    });
            refused(CommonError.CUT, () -> http(cut.http(), via(hop)).read(get()));
            long start = System.nanoTime();
            refused(
                    CommonError.TIMEOUT,
                    () -> http(hanging.http(), via(hop)).read(Http.Call.get("/", SHORT)));
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(8));
            refused(CommonError.TOO_LARGE, () -> http(endless.http(), via(hop)).read(get()));
            assertEquals(1, hop.logins(), "the tunnel is still good for the next call");
        }
    }

    private static void head(OutputStream out) throws java.io.IOException {
        out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void droppingEndsACallInTheTunnel() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawServer[] self = new RawServer[1];
        try (RealSshd hop = machine("hop");
                RawServer server =
                        new RawServer(
                                (head, out) -> {
                                    asked.countDown();
                                    self[0].hang();
                                })) {
            self[0] = server;
            Http http = http(server.http(), via(hop));
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> http.read(get())));
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
            refused(CommonError.CUT, () -> http.read(get()));
        }
    }

    @Test
    void theKeyFileOfTheWayMayHaveAPassphraseOrBeInTheAgent() throws Exception {
        Path socket = folder.resolve("agent");
        Process agent =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (RealSshd hop = machine("hop");
                RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"));
                Lent withAgent = new Lent(Optional.of(socket))) {
            Path locked = hop.keygen("locked", "ed25519", "ouvre-toi");
            Files.writeString(
                    hop.file("authorized"),
                    Files.readString(hop.file("client.pub"))
                            + Files.readString(hop.file("locked.pub")));
            Map<String, String> settings = via(hop);
            settings.put(Reach.VIA_KEY_FILE, locked.toString());
            lent.secrets.put("armoire/viaPassphrase", "ouvre-toi".toCharArray());
            Http http =
                    lent.host(false, TIME, settings, Reach.VIA_PASSPHRASE)
                            .http(server.http(), new Auth.None());
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> http.read(get())));
            assertEquals(200, http.read(get()).status());
            lent.secrets.put("armoire/viaPassphrase", "faux".toCharArray());
            lent.transport.drop("e1");
            Fault wrong = refused(CommonError.BAD_SETTING, () -> http.read(get()));
            assertEquals(Reach.VIA_KEY_FILE, wrong.details().get("setting"));

            settings.remove(Reach.VIA_KEY_FILE);
            Fault missing =
                    refused(
                            CommonError.BAD_SETTING,
                            () ->
                                    lent.host(false, TIME, settings)
                                            .http(server.http(), new Auth.None())
                                            .read(get()));
            assertEquals(Reach.VIA_KEY_FILE, missing.details().get("setting"));
            ProcessBuilder add =
                    new ProcessBuilder("ssh-add", "-q", hop.file("client").toString())
                            .redirectErrorStream(true);
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertEquals(0, add.start().waitFor());
            withAgent.trust.accept(lent.trust.keys(hop.address()).getFirst());
            assertEquals(
                    200,
                    withAgent
                            .host(false, TIME, settings)
                            .http(server.http(), new Auth.None())
                            .read(get())
                            .status());
        } finally {
            agent.destroy();
        }
    }

    @Test
    void linesComeThroughATunnelUntilItEnds() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        RawServer[] self = new RawServer[1];
        try (RawServer server =
                new RawServer(
                        (head, out) -> {
                            out.write(
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n1\r\n\n\r\n"
                                            .getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            said.countDown();
                            self[0].hang();
                        })) {
            self[0] = server;
            RealSshd hop = machine("hop");
            try (hop) {
                Http http = http(server.http(), via(hop));
                lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> http.read(get())));
                try (Http.Lines lines = http.lines(get(), Duration.ofSeconds(20))) {
                    assertFalse(lines.next().isEmpty());
                    said.await();
                    hop.close();
                    refused(CommonError.CUT, lines::next);
                }
            }
        }
    }
}
