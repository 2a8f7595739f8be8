package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Trust;

/**
 * The counterpart of each of the fourteen cases on TLS, the whole transport over Java's own TLS
 * servers and OpenSSL's. The computer's authorities are one of our own.
 */
abstract class TlsTrustCases extends RealTunnels {
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @BeforeAll
    static void opensslNeeded() {
        OpenSsl.needed();
    }

    /** As on a computer that knows {@link #AUTHORITY} and no other. */
    @Override
    Lent lent() {
        String name = "javax.net.ssl.trustStore";
        try {
            Path file = Files.createTempFile("ronron", ".p12");
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", AUTHORITY.certificate());
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, "changeit".toCharArray());
            }
            System.setProperty(name, file.toString());
            System.setProperty(name + "Password", "changeit");
            Lent made = new Lent(() -> Instant.now());
            Files.delete(file);
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty(name);
            System.clearProperty(name + "Password");
        }
    }

    private static HeldCertificate self() {
        return new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    }

    private static HeldCertificate.Builder vouched() {
        return new HeldCertificate.Builder().signedBy(AUTHORITY);
    }

    private static RawServer server(HeldCertificate held, String host, int port)
            throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket)
                        new HandshakeCertificates.Builder()
                                .heldCertificate(held)
                                .build()
                                .sslContext()
                                .getServerSocketFactory()
                                .createServerSocket(port, 50, InetAddress.getByName(host));
        return new RawServer(socket, RawServer.text("200 OK", "", "{}"));
    }

    private static RawServer server(HeldCertificate held) throws IOException {
        return server(held, "127.0.0.1", FreePorts.next());
    }

    private int status(String url, Map<String, String> settings) throws ConnectorException {
        return lent.host(true, TIME, settings)
                .http(URI.create(url), new Auth.Bearer("token"))
                .change(Http.Call.post("/", TIME))
                .status();
    }

    private int status(int port) throws ConnectorException {
        return status("https://127.0.0.1:" + port, Map.of());
    }

    private Fault asked(RawServer server) {
        Fault fault = refused(CommonError.TRUST_UNKNOWN, () -> status(server.port()));
        assertEquals(0, server.heads().size(), "nothing was sent");
        return fault;
    }

    @Test
    void newCertificate() throws Exception {
        try (RawServer server = server(self())) {
            Fault fault = asked(server);
            assertEquals("signed by itself", fault.details().get("why"));
            lent.trust.accept(fault);
            assertEquals(200, status(server.port()));
        }
    }

    @Test
    void sameCertificate() throws Exception {
        HeldCertificate held = self();
        int port;
        try (RawServer server = server(held)) {
            port = server.port();
            lent.trust.accept(asked(server));
            assertEquals(200, status(port));
        }
        try (RawServer again = server(held, "127.0.0.1", port)) {
            assertEquals(200, status(port));
            assertEquals(1, again.heads().size());
        }
    }

    @Test
    void changedCertificateOfTheSameType() throws Exception {
        int port;
        try (RawServer server = server(self())) {
            port = server.port();
            lent.trust.accept(asked(server));
            assertEquals(200, status(port));
        }
        try (RawServer stranger = server(self(), "127.0.0.1", port);
                RawServer elsewhere =
                        server(vouched().addSubjectAlternativeName("127.0.0.1").build())) {
            refused(CommonError.TRUST_CHANGED, () -> status(port));
            refused(CommonError.TRUST_CHANGED, () -> status(elsewhere.port()));
            assertEquals(0, stranger.heads().size() + elsewhere.heads().size());
        }
    }

    /**
     * The one that was accepted is shown: good; the other is: a changed one, and everything stops.
     */
    @Test
    void otherTypeAdded() throws Exception {
        HeldCertificate ec = self();
        HeldCertificate rsa =
                new HeldCertificate.Builder().rsa2048().addSubjectAlternativeName("a").build();
        for (HeldCertificate accepted : List.of(ec, rsa)) {
            int port;
            try (RawServer server = server(accepted)) {
                port = server.port();
                lent.trust.accept(asked(server));
            }
            try (OpenSslServer both = OpenSslServer.with(folder, port, ec, rsa)) {
                Http http =
                        lent.host(false, TIME, Map.of())
                                .http(URI.create("https://127.0.0.1:" + port), new Auth.None());
                Http.Call get = Http.Call.get("/", TIME);
                if (accepted.equals(ec)) {
                    assertEquals(200, http.read(get).status());
                } else {
                    refused(CommonError.TRUST_CHANGED, () -> http.read(get));
                }
                assertTrue(both.alive());
            }
            lent.transport.drop("e1");
        }
    }

    /** Revoked by the one who decides here: a person forgets it, while a connection is open. */
    @Test
    void revoked() throws Exception {
        try (RawServer server = server(self())) {
            Fault fault = asked(server);
            lent.trust.accept(fault);
            assertEquals(200, status(server.port()));
            lent.trust.forget(
                    fault.details().getOrDefault("address", ""),
                    fault.details().getOrDefault("fingerprint", ""));
            refused(CommonError.TRUST_UNKNOWN, () -> status(server.port()));
            assertEquals(1, server.heads().size());
        }
    }

    @Test
    void certificateOfAnAuthority() throws Exception {
        long now = Instant.now().toEpochMilli();
        try (RawServer valid = server(vouched().addSubjectAlternativeName("127.0.0.1").build());
                RawServer expired =
                        server(
                                vouched()
                                        .addSubjectAlternativeName("127.0.0.1")
                                        .validityInterval(now - 90_000, now - 30_000)
                                        .build());
                RawServer other = server(vouched().addSubjectAlternativeName("a.example").build());
                RawServer nameless = server(vouched().commonName("127.0.0.1").build());
                RawServer unknown =
                        server(
                                new HeldCertificate.Builder()
                                        .signedBy(
                                                new HeldCertificate.Builder()
                                                        .certificateAuthority(0)
                                                        .build())
                                        .addSubjectAlternativeName("127.0.0.1")
                                        .build())) {
            assertEquals(200, status(valid.port()));
            assertEquals("expired", asked(expired).details().get("why"));
            assertEquals("made for another name", asked(other).details().get("why"));
            assertEquals("made for another name", asked(nameless).details().get("why"));
            assertEquals(
                    "signed by no authority that this computer knows",
                    asked(unknown).details().get("why"));
            lent.trust.accept(asked(expired));
            assertEquals(List.of(), lent.transport.remarks("e1"));
            assertEquals(200, status(expired.port()), "accepted as it is; its days are told");
            assertEquals("expired-certificate", lent.transport.remarks("e1").getFirst().kind());
            lent.transport.drop("e1");
            assertEquals(List.of(), lent.transport.remarks("e1"));
        }
    }

    @Test
    void rowThatIsNotOurs() throws Exception {
        try (RawServer server = server(self())) {
            String address = "https://127.0.0.1:" + server.port();
            lent.trust.accept(new Trust.TrustedKey(address, "x509", "*", 1, ""));
            refused(OwnError.STORE_FAILED, () -> status(server.port()));
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void tableThatCannotBeRead() throws Exception {
        try (RawServer server = server(vouched().addSubjectAlternativeName("127.0.0.1").build())) {
            lent.trust.breakDown();
            refused(OwnError.STORE_FAILED, () -> status(server.port()));
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void otherPort() throws Exception {
        HeldCertificate held = self();
        try (RawServer server = server(held);
                RawServer twin = server(held)) {
            lent.trust.accept(asked(server));
            assertEquals(200, status(server.port()));
            assertEquals("https://127.0.0.1:" + twin.port(), asked(twin).details().get("address"));
        }
    }

    @Test
    void ipv6Literal() throws Exception {
        try (RawServer server =
                server(vouched().addSubjectAlternativeName("::1").build(), "::1", 0)) {
            assertEquals(200, status("https://[::1]:" + server.port(), Map.of()));
        }
        try (RawServer server = server(self(), "::1", 0)) {
            String url = "https://[::1]:" + server.port();
            Fault fault = refused(CommonError.TRUST_UNKNOWN, () -> status(url, Map.of()));
            assertEquals(url, fault.details().get("address"));
            lent.trust.accept(fault);
            assertEquals(200, status(url, Map.of()));
            String longer = "https://[0:0:0:0:0:0:0:1]:" + server.port();
            assertEquals(200, status(longer, Map.of()), "the same, however it is typed");
        }
    }

    @Test
    void upperCaseAndOtherScripts() throws Exception {
        try (RawServer server = server(self())) {
            String loud = "https://LOCALHOST:" + server.port();
            Fault fault = refused(CommonError.TRUST_UNKNOWN, () -> status(loud, Map.of()));
            assertEquals("https://localhost:" + server.port(), fault.details().get("address"));
            lent.trust.accept(fault);
            assertEquals(200, status("https://LocalHost:" + server.port(), Map.of()));
            Fault script =
                    refused(
                            CommonError.BAD_SETTING,
                            () -> status("https://éléphant.invalid:" + server.port(), Map.of()));
            assertEquals("names no host", script.details().get("reason"));
            Fault ascii =
                    refused(
                            CommonError.UNKNOWN_HOST,
                            () -> status("https://XN--lphant-9uab.invalid", Map.of()));
            assertEquals("xn--lphant-9uab.invalid", ascii.details().get("host"));
        }
    }

    @Test
    void throughATunnel() throws Exception {
        try (RealSshd hop = machine("hop");
                RawServer server = server(self())) {
            String url = "https://127.0.0.1:" + server.port();
            lent.trust.accept(asked(server));
            assertEquals(200, status(url, Map.of()), "straight");
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> status(url, via(hop))));
            Fault behind = refused(CommonError.TRUST_UNKNOWN, () -> status(url, via(hop)));
            assertEquals(url + " via " + hop.address(), behind.details().get("address"));
            assertEquals(1, server.heads().size(), "what is trusted here is not, there");
            lent.trust.accept(behind);
            assertEquals(200, status(url, via(hop)));
        }
    }

    /** TLS 1.3 does not renegotiate: the next connection of the same operation shows another. */
    @Test
    void certificateChangesBetweenTwoCalls() throws Exception {
        int port;
        try (RawServer server = server(self())) {
            port = server.port();
            lent.trust.accept(asked(server));
            assertEquals(200, status(port));
            assertEquals(200, status(port));
        }
        try (RawServer other =
                server(
                        vouched().addSubjectAlternativeName("127.0.0.1").build(),
                        "127.0.0.1",
                        port)) {
            refused(CommonError.TRUST_CHANGED, () -> status(port));
            assertEquals(0, other.heads().size(), "not even for one that an authority vouches for");
        }
    }

    /** What is older than TLS 1.2 is not spoken with, whatever was accepted. */
    @Test
    void nothingSafeInCommon() throws Exception {
        HeldCertificate held =
                new HeldCertificate.Builder().rsa2048().addSubjectAlternativeName("a").build();
        for (List<String> old :
                List.of(
                        List.of("-tls1_1", "-cipher", "ALL:@SECLEVEL=0"),
                        List.of("-tls1_2", "-cipher", "AES128-SHA:@SECLEVEL=0"))) {
            int port;
            try (RawServer server = server(held)) {
                port = server.port();
                lent.trust.accept(asked(server));
            }
            try (OpenSslServer served = OpenSslServer.old(folder, port, held, old)) {
                Fault fault = refused(CommonError.UNREACHABLE, () -> status(port));
                assertEquals("no safe encryption in common", fault.details().get("cause"));
                assertTrue(served.alive());
            }
        }
    }
}
