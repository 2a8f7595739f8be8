package org.ronron.transport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.transport.Fakes;
import org.ronron.transport.RawServer;
import org.ronron.transport.guard.Fingerprint;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;
import org.ronron.transport.guard.Turn;

/** Certificates: vouched for, accepted by a person, unknown, changed. */
class TlsTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate SELF = named("127.0.0.1");
    private static final HeldCertificate OTHER = named("127.0.0.1");

    private final Fakes.MemoryTrust trust = new Fakes.MemoryTrust();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpRoom room =
            new HttpRoom(workers, new Names(workers), InstantSource.fixed(now()), platform());
    private final HttpLine line = new HttpLine(room, new TrustGate(trust), new Turn());

    @AfterEach
    void close() {
        line.hangUp();
        workers.shutdownNow();
    }

    private static HeldCertificate named(String name) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
    }

    private static HeldCertificate vouched(String name) {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(AUTHORITY)
                .build();
    }

    private static X509ExtendedTrustManager platform() {
        return (X509ExtendedTrustManager)
                new HandshakeCertificates.Builder()
                        .addTrustedCertificate(AUTHORITY.certificate())
                        .build()
                        .trustManager();
    }

    /** The day on which these tests look at certificates, which are valid for a day. */
    private static Instant now() {
        return SELF.certificate().getNotBefore().toInstant().plusSeconds(60);
    }

    private static RawServer server(HeldCertificate certificate, int port) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket)
                        new HandshakeCertificates.Builder()
                                .heldCertificate(certificate)
                                .build()
                                .sslContext()
                                .getServerSocketFactory()
                                .createServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        return new RawServer(socket, RawServer.text("200 OK", "", "{}"));
    }

    private Http http(int port) {
        Site site = new Site("Armoire", true, TIME, Set.of());
        return new EndpointHttp(
                site,
                line,
                new Straight(),
                URI.create("https://127.0.0.1:" + port),
                new Auth.None(),
                new Keyring(new Fakes.MemorySecrets(), "Armoire", Map.of()));
    }

    private Fault refused(CommonError code, int port) {
        ConnectorException e =
                assertThrows(
                        ConnectorException.class,
                        () -> http(port).change(Http.Call.post("/", TIME)));
        assertEquals(code, e.fault().code(), e.getMessage());
        assertEquals(Effect.NONE, e.fault().effect());
        assertEquals("Armoire", e.fault().endpoint());
        return e.fault();
    }

    private int status(int port) throws ConnectorException {
        return http(port).change(Http.Call.post("/", TIME)).status();
    }

    @Test
    void anUnknownCertificateIsAskedForAndThenAccepted() throws Exception {
        try (RawServer server = server(SELF, 0)) {
            Fault question = refused(CommonError.TRUST_UNKNOWN, server.port());
            assertEquals(
                    Map.of(
                            "address",
                            "https://127.0.0.1:" + server.port(),
                            "algorithm",
                            "x509",
                            "fingerprint",
                            Fingerprint.of(SELF.certificate().getEncoded()),
                            "why",
                            "signed by itself",
                            "subject",
                            SELF.certificate().getSubjectX500Principal().getName(),
                            "names",
                            "127.0.0.1",
                            "from",
                            SELF.certificate().getNotBefore().toInstant().toString(),
                            "until",
                            SELF.certificate().getNotAfter().toInstant().toString()),
                    question.details());
            assertEquals(0, server.heads().size());
            trust.accept(question);
            assertEquals(200, status(server.port()));
        }
    }

    @Test
    void aChangedCertificateStopsTheEndpointUntilTrustChanges() throws Exception {
        int port;
        Fault question;
        try (RawServer first = server(SELF, 0)) {
            port = first.port();
            question = refused(CommonError.TRUST_UNKNOWN, port);
            trust.accept(question);
            assertEquals(200, status(port));
        }
        line.hangUp();
        try (RawServer second = server(OTHER, port)) {
            Fault changed = refused(CommonError.TRUST_CHANGED, port);
            assertEquals(question.details().get("fingerprint"), changed.details().get("known"));
            String seen = Fingerprint.of(OTHER.certificate().getEncoded());
            assertEquals(seen, changed.details().get("seen"));
            assertEquals(seen, changed.details().get("fingerprint"));
            assertEquals(0, second.heads().size());
        }
        try (RawServer back = server(SELF, port);
                RawServer elsewhere = server(vouched("127.0.0.1"), 0)) {
            refused(CommonError.TRUST_CHANGED, port);
            refused(CommonError.TRUST_CHANGED, elsewhere.port());
            trust.forget(
                    "https://127.0.0.1:" + port,
                    question.details().getOrDefault("fingerprint", ""));
            assertEquals(200, status(elsewhere.port()));
            refused(CommonError.TRUST_UNKNOWN, port);
            assertEquals(0, back.heads().size());
        }
    }

    @Test
    void forgettingEndsConnectionsThatAreOpen() throws Exception {
        try (RawServer server = server(SELF, 0)) {
            Fault question = refused(CommonError.TRUST_UNKNOWN, server.port());
            trust.accept(question);
            assertEquals(200, status(server.port()));
            trust.forget(
                    "https://127.0.0.1:" + server.port(),
                    question.details().getOrDefault("fingerprint", ""));
            refused(CommonError.TRUST_UNKNOWN, server.port());
            assertEquals(1, server.heads().size());
        }
    }

    @Test
    void authoritiesVouchForTheNameOnly() throws Exception {
        try (RawServer good = server(vouched("127.0.0.1"), 0);
                RawServer bad = server(vouched("garage.exemple.org"), 0)) {
            assertEquals(200, status(good.port()));
            Fault question = refused(CommonError.TRUST_UNKNOWN, bad.port());
            assertEquals(0, bad.heads().size());
            trust.accept(question);
            assertEquals(200, status(bad.port()), "accepted by a person: its names do not matter");
        }
    }

    @Test
    void anAcceptedCertificateIsNotReplacedByAVouchedOne() throws Exception {
        int port;
        try (RawServer first = server(SELF, 0)) {
            port = first.port();
            trust.accept(refused(CommonError.TRUST_UNKNOWN, port));
        }
        try (RawServer second = server(vouched("127.0.0.1"), port)) {
            refused(CommonError.TRUST_CHANGED, port);
            assertEquals(0, second.heads().size());
        }
    }

    @Test
    void whyACertificateIsAskedForIsSaid() throws Exception {
        HeldCertificate stranger = new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate unknown =
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("127.0.0.1")
                        .signedBy(stranger)
                        .build();
        HeldCertificate old = valid("127.0.0.1", now().minusSeconds(900), now().minusSeconds(300));
        HeldCertificate early = valid("127.0.0.1", now().plusSeconds(600), now().plusSeconds(900));
        Map<HeldCertificate, String> whys =
                Map.of(
                        SELF,
                        "signed by itself",
                        unknown,
                        "signed by no authority that this computer knows",
                        vouched("garage.exemple.org"),
                        "made for another name",
                        old,
                        "expired",
                        early,
                        "not valid yet");
        for (Map.Entry<HeldCertificate, String> why : whys.entrySet()) {
            try (RawServer server = server(why.getKey(), 0)) {
                Fault question = refused(CommonError.TRUST_UNKNOWN, server.port());
                assertEquals(why.getValue(), question.details().get("why"));
            }
        }
    }

    @Test
    void aRefusalCountsWhicheverAddressFailedFirst() {
        java.net.ConnectException first = new java.net.ConnectException("Connection refused");
        Fault question = Fault.of(CommonError.TRUST_UNKNOWN, "Armoire", "address", "https://a:1");
        javax.net.ssl.SSLHandshakeException second = new javax.net.ssl.SSLHandshakeException("no");
        second.initCause(new Certificates.Refused(question, null));
        first.addSuppressed(second);
        Site site = new Site("Armoire", true, TIME, Set.of());
        Target target = new Target("https://a:1", "https://a:1", true, "a", 1);
        Wire wire = new Wire(room.client(), java.util.Optional.empty(), java.util.List.of());
        assertEquals(
                question,
                new HttpFaults(site, target, wire)
                        .of(first, org.ronron.transport.guard.Deadline.after(TIME), false));
    }

    @Test
    void whatACertificateSaysOfItselfIsCleanedAndCut() throws Exception {
        HeldCertificate hostile =
                new HeldCertificate.Builder()
                        .commonName("<b>vrai\u202e\u0007nom</b>")
                        .addSubjectAlternativeName("a." + "b".repeat(60) + ".exemple.org")
                        .addSubjectAlternativeName("c." + "d".repeat(60) + ".exemple.org")
                        .addSubjectAlternativeName("e." + "f".repeat(60) + ".exemple.org")
                        .addSubjectAlternativeName("g." + "h".repeat(60) + ".exemple.org")
                        .build();
        try (RawServer server = server(hostile, 0)) {
            Map<String, String> said = refused(CommonError.TRUST_UNKNOWN, server.port()).details();
            assertFalse(said.getOrDefault("subject", "").contains("<b>"), said.toString());
            assertFalse(said.getOrDefault("subject", "").contains("\u202e"), said.toString());
            assertEquals(201, said.getOrDefault("names", "").length());
        }
    }

    private static HeldCertificate valid(String name, Instant from, Instant until) {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .validityInterval(from.toEpochMilli(), until.toEpochMilli())
                .signedBy(AUTHORITY)
                .build();
    }

    @Test
    void aHandshakeThatHangsTimesOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class,
                            () ->
                                    http(silent.getLocalPort())
                                            .change(Http.Call.post("/", Duration.ofSeconds(1))));
            assertEquals(CommonError.TIMEOUT, e.fault().code());
            assertEquals(Effect.NONE, e.fault().effect());
        }
    }

    @Test
    void clearTextBehindHttpsIsNoTls() throws Exception {
        try (RawServer plain =
                new RawServer(
                        (head, out) ->
                                out.write(
                                        "hello\r\n"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets
                                                                .UTF_8)))) {
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class,
                            () ->
                                    new EndpointHttp(
                                                    new Site(
                                                            "Armoire",
                                                            false,
                                                            Duration.ofSeconds(1),
                                                            Set.of()),
                                                    line,
                                                    new Straight(),
                                                    URI.create("https://127.0.0.1:" + plain.port()),
                                                    new Auth.None(),
                                                    new Keyring(
                                                            new Fakes.MemorySecrets(),
                                                            "Armoire",
                                                            Map.of()))
                                            .read(Http.Call.get("/", TIME)));
            assertTrue(
                    Set.of(CommonError.UNREACHABLE, CommonError.TIMEOUT).contains(e.fault().code()),
                    e.getMessage());
        }
    }
}
