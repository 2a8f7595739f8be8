package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Sockets;

/** A client library on sockets that were lent to it; OkHttp, as MinIO's client brings it. */
class SocketsTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final HeldCertificate SERVER =
            new HeldCertificate.Builder().addSubjectAlternativeName("another.name").build();

    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Lent lent = new Lent(() -> Instant.now());

    @AfterEach
    void close() {
        lent.close();
    }

    private static InetSocketAddress at(int port) {
        return InetSocketAddress.createUnresolved("127.0.0.1", port);
    }

    private static RawServer tls(HeldCertificate held, int port, RawServer.Reply reply)
            throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket)
                        new HandshakeCertificates.Builder()
                                .heldCertificate(held)
                                .build()
                                .sslContext()
                                .getServerSocketFactory()
                                .createServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        return new RawServer(socket, reply);
    }

    /** As a connector makes its library's client. */
    private static OkHttpClient client(Sockets sockets) {
        return new OkHttpClient.Builder()
                .socketFactory(sockets.plain())
                .sslSocketFactory(sockets.tls().getSocketFactory(), sockets.trust())
                .hostnameVerifier(sockets.names())
                .readTimeout(Duration.ZERO)
                .retryOnConnectionFailure(false)
                .build();
    }

    private static int get(OkHttpClient client, String url) throws IOException {
        try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
            response.body().bytes();
            return response.code();
        }
    }

    private Sockets sockets(Host host, int port) throws ConnectorException {
        return host.sockets(at(port));
    }

    private Host host(Duration timeout) {
        return lent.host(false, timeout, Map.of());
    }

    private static Fault failed(ErrorCode code, Sockets sockets, OkHttpClient client, String url) {
        assertThrows(IOException.class, () -> get(client, url));
        Fault fault = sockets.refused().orElseThrow();
        assertEquals(code, fault.code(), fault.toString());
        assertEquals(Optional.empty(), sockets.refused(), "given once");
        return fault;
    }

    @Test
    void anUnknownCertificateIsAskedForAndAChangedOneStopsTheEndpoint() throws Exception {
        int port;
        try (RawServer server = tls(SERVER, 0, RawServer.text("200 OK", "", "{}"))) {
            port = server.port();
            String url = "https://127.0.0.1:" + port + "/";
            Sockets sockets = sockets(host(TIME), port);
            Fault question = failed(CommonError.TRUST_UNKNOWN, sockets, client(sockets), url);
            assertEquals("tls://127.0.0.1:" + port, question.details().get("address"));
            assertEquals("signed by itself", question.details().get("why"));
            assertEquals(0, server.heads().size());
            lent.trust.accept(question);
            assertEquals(200, get(client(sockets), url), "accepted: its names do not matter");
            assertEquals(Optional.empty(), sockets.refused());
        }
        HeldCertificate other = new HeldCertificate.Builder().build();
        try (RawServer server = tls(other, port, RawServer.text("200 OK", "", "{}"))) {
            String url = "https://127.0.0.1:" + port + "/";
            Sockets sockets = sockets(host(TIME), port);
            failed(CommonError.TRUST_CHANGED, sockets, client(sockets), url);
            failed(CommonError.TRUST_CHANGED, sockets, client(sockets), url);
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void anEndlessAnswerASilentAndADribblingServerAreGivenUp() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer endless =
                        new RawServer(
                                (head, out) -> {
                                    out.write(HEAD);
                                    byte[] piece = new byte[256 * 1024];
                                    while (true) {
                                        out.write(piece);
                                    }
                                });
                RawServer silent = new RawServer((head, out) -> self[0].hang());
                RawServer dribbling =
                        new RawServer(
                                (head, out) -> {
                                    out.write(HEAD);
                                    while (true) {
                                        out.write('x');
                                        out.flush();
                                        java.util.concurrent.locks.LockSupport.parkNanos(
                                                20_000_000);
                                    }
                                })) {
            self[0] = silent;
            Sockets much = sockets(host(TIME), endless.port());
            OkHttpClient client = client(much).newBuilder().callTimeout(TIME).build();
            IOException e =
                    assertThrows(
                            IOException.class,
                            () -> {
                                try (Response response =
                                        client.newCall(
                                                        new Request.Builder()
                                                                .url(endless.http().toString())
                                                                .build())
                                                .execute()) {
                                    response.body()
                                            .byteStream()
                                            .transferTo(java.io.OutputStream.nullOutputStream());
                                }
                            });
            assertEquals(CommonError.TOO_LARGE, much.refused().orElseThrow().code(), e.toString());
            for (RawServer server : new RawServer[] {silent, dribbling}) {
                long start = System.nanoTime();
                Sockets sockets = sockets(host(SHORT), server.port());
                failed(CommonError.TIMEOUT, sockets, client(sockets), server.http().toString());
                assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20));
            }
        }
    }

    @Test
    void noOtherPeerIsReached() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"));
                RawServer other = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            Sockets sockets = sockets(host(TIME), server.port());
            OkHttpClient client = client(sockets);
            assertEquals(200, get(client, server.http().toString()));
            Fault fault = failed(CommonError.REDIRECTED, sockets, client, other.http().toString());
            assertEquals("127.0.0.1:" + other.port(), fault.details().get("target"));
            assertEquals(0, other.heads().size());

            assertThrows(IOException.class, () -> sockets.plain().createSocket("192.0.2.1", 80));
            try (Socket foreign = new Socket("127.0.0.1", other.port())) {
                assertThrows(
                        IOException.class,
                        () ->
                                sockets.tls()
                                        .getSocketFactory()
                                        .createSocket(foreign, "127.0.0.1", other.port(), true));
            }
            SSLContext tls = sockets.tls();
            assertThrows(IOException.class, () -> tls.getSocketFactory().createSocket());
            assertThrows(UnsupportedOperationException.class, tls::createSSLEngine);
            assertThrows(
                    java.security.KeyManagementException.class, () -> tls.init(null, null, null));
            assertThrows(
                    java.security.cert.CertificateException.class,
                    () ->
                            sockets.trust()
                                    .checkServerTrusted(
                                            new java.security.cert.X509Certificate[] {
                                                SERVER.certificate()
                                            },
                                            "EC"));
            assertFalse(
                    sockets.names()
                            .verify(
                                    "127.0.0.1",
                                    SSLContext.getDefault().createSSLEngine().getSession()));
        }
    }

    @Test
    void noConnectionHasItsWords() throws Exception {
        int dead;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            dead = free.getLocalPort();
        }
        Sockets sockets = sockets(host(TIME), dead);
        Fault fault =
                failed(
                        CommonError.UNREACHABLE,
                        sockets,
                        client(sockets),
                        "http://127.0.0.1:" + dead);
        assertEquals("connection refused", fault.details().get("cause"));
        Sockets nowhere =
                host(TIME).sockets(InetSocketAddress.createUnresolved("nulle-part.invalid", 5));
        assertThrows(
                IOException.class, () -> nowhere.plain().createSocket("nulle-part.invalid", 5));
        assertEquals(CommonError.UNKNOWN_HOST, nowhere.refused().orElseThrow().code());
    }

    @Test
    void droppingTheEndpointEndsThem() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Sockets sockets = sockets(host(TIME), server.getLocalPort());
            Socket socket = sockets.plain().createSocket("127.0.0.1", server.getLocalPort());
            InputStream in = socket.getInputStream();
            Thread.ofVirtual().start(() -> lent.transport.drop("e1"));
            assertThrows(IOException.class, in::read);
            assertTrue(socket.isClosed());
        }
    }

    @Test
    void whatNobodyCanReadIsTold() throws Exception {
        assertTrue(sockets(host(TIME), 5432).confidential());
        assertFalse(
                host(TIME)
                        .sockets(InetSocketAddress.createUnresolved("db.exemple.org", 5432))
                        .confidential());
        ConnectorException e =
                assertThrows(
                        ConnectorException.class,
                        () -> host(TIME).sockets(InetSocketAddress.createUnresolved("", 5432)));
        assertEquals(CommonError.BAD_SETTING, e.fault().code());
    }
}
