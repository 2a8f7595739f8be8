package org.ronron.transport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Reach;
import org.ronron.core.port.OwnError;
import org.ronron.transport.Lent;
import org.ronron.transport.OpenSsl;
import org.ronron.transport.RawServer;

/** Our own certificate: read, shown, refused, and all that can be wrong with its files. */
class ClientCertificateTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final HeldCertificate SERVER =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @TempDir Path folder;
    private final Lent lent = new Lent(() -> Instant.now());
    private final Map<String, String> settings = new HashMap<>();

    @AfterEach
    void close() {
        lent.close();
    }

    private static HeldCertificate.Builder ours() {
        return new HeldCertificate.Builder().commonName("camille").signedBy(AUTHORITY);
    }

    private Path file(String name, String... parts) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("", parts));
    }

    private void show(HeldCertificate own) throws IOException {
        settings.put(Reach.CLIENT_CERT, file("own.pem", own.certificatePem()).toString());
        settings.put(Reach.CLIENT_KEY, file("own.key", own.privateKeyPkcs8Pem()).toString());
    }

    /** A server that lets in only whose certificate our authority has signed. */
    private static RawServer server(String protocol) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket)
                        new HandshakeCertificates.Builder()
                                .heldCertificate(SERVER)
                                .addTrustedCertificate(AUTHORITY.certificate())
                                .build()
                                .sslContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        socket.setNeedClientAuth(true);
        socket.setEnabledProtocols(new String[] {protocol});
        return new RawServer(socket, RawServer.text("200 OK", "", "{}"));
    }

    private Http http(RawServer server) {
        return http(server, settings);
    }

    private Http http(RawServer server, Map<String, String> given) {
        return lent.host(true, TIME, given, Reach.CLIENT_KEY_PASSPHRASE)
                .http(URI.create("https://127.0.0.1:" + server.port()), new Auth.None());
    }

    private static Http.Call post() {
        return Http.Call.post("/", TIME);
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

    private void trust(RawServer server) {
        lent.trust.accept(
                refused(CommonError.TRUST_UNKNOWN, () -> http(server, Map.of()).change(post())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void isShownWhateverItsKind(String protocol) throws Exception {
        for (HeldCertificate own :
                new HeldCertificate[] {ours().ecdsa256().build(), ours().rsa2048().build()}) {
            try (RawServer server = server(protocol)) {
                trust(server);
                show(own);
                assertEquals(200, http(server).change(post()).status());
                assertEquals(200, http(server).read(Http.Call.get("/", TIME)).status());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aServerThatWantsOneOrAnotherIsUnderstood(String protocol) throws Exception {
        try (RawServer server = server(protocol)) {
            trust(server);
            Http.Call get = Http.Call.get("/", TIME);
            Fault none = refused(CommonError.LOGIN_REFUSED, () -> http(server).read(get));
            assertEquals("asks for a client certificate", none.details().get("cause"));
            show(new HeldCertificate.Builder().commonName("stranger").build());
            Fault other = refused(CommonError.LOGIN_REFUSED, () -> http(server).read(get));
            assertEquals("refuses our client certificate", other.details().get("cause"));
            assertEquals("https://127.0.0.1:" + server.port(), other.details().get("address"));
            refused(CommonError.LOGIN_REFUSED, () -> http(server).lines(get, TIME));
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void aServerThatJustHangsUpWithoutOneIsUnderstood() throws Exception {
        try (RawServer server = server("TLSv1.3")) {
            trust(server);
        }
        SSLServerSocket socket =
                (SSLServerSocket)
                        new HandshakeCertificates.Builder()
                                .heldCertificate(SERVER)
                                .build()
                                .sslContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        socket.setWantClientAuth(true);
        try (RawServer hangsUp = new RawServer(socket, (head, out) -> out.close())) {
            trust(hangsUp);
            ConnectorException e =
                    assertThrows(ConnectorException.class, () -> http(hangsUp).change(post()));
            assertEquals(CommonError.LOGIN_REFUSED, e.fault().code());
            assertEquals(Effect.UNKNOWN, e.fault().effect(), "it was read, perhaps done");
        }
    }

    @Test
    void aServerThatOnlyWouldLikeOneDoesWithout() throws Exception {
        SSLServerSocket socket =
                (SSLServerSocket)
                        new HandshakeCertificates.Builder()
                                .heldCertificate(SERVER)
                                .build()
                                .sslContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        socket.setWantClientAuth(true);
        try (RawServer server = new RawServer(socket, RawServer.text("200 OK", "", "{}"))) {
            trust(server);
            assertEquals(200, http(server).change(post()).status());
        }
    }

    @Test
    void keyAndCertificateMayBeInOneFileAndTheKeyEncrypted() throws Exception {
        HeldCertificate own = ours().build();
        try (RawServer server = server("TLSv1.3")) {
            trust(server);
            settings.put(
                    Reach.CLIENT_CERT,
                    file("both.pem", own.privateKeyPkcs8Pem(), own.certificatePem()).toString());
            assertEquals(200, http(server).change(post()).status());
            settings.put(
                    Reach.CLIENT_KEY,
                    file("locked.key", encrypted(own, "sésame 'ouvre'")).toString());
            lent.secrets.put("armoire/clientKeyPassphrase", "sésame 'ouvre'".toCharArray());
            assertEquals(200, http(server).change(post()).status());
            lent.transport.drop("e1");
            lent.secrets.put("armoire/clientKeyPassphrase", "autre".toCharArray());
            wrong(server, Reach.CLIENT_KEY, "is no private key that this passphrase opens");
            lent.secrets.lock();
            refused(OwnError.VAULT_LOCKED, () -> http(server).change(post()));
        }
    }

    private static String encrypted(HeldCertificate own, String passphrase) throws Exception {
        OpenSsl.needed();
        return OpenSsl.run(
                own.privateKeyPkcs8Pem(), "pkcs8", "-topk8", "-passout", "pass:" + passphrase);
    }

    private static String pem(String kind, byte[] content) {
        String text =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private void wrong(RawServer server, String setting, String reason) {
        Fault fault = refused(CommonError.BAD_SETTING, () -> http(server).change(post()));
        assertEquals(setting, fault.details().get("setting"));
        assertEquals(reason, fault.details().get("reason"));
        assertFalse(fault.toString().contains("BEGIN"), fault.toString());
    }

    @Test
    void eachThingWrongWithTheFilesHasItsWords() throws Exception {
        HeldCertificate own = ours().build();
        HeldCertificate another = ours().build();
        try (RawServer server = server("TLSv1.3")) {
            trust(server);
            show(own);
            settings.put(Reach.CLIENT_CERT, folder.resolve("nowhere.pem").toString());
            wrong(server, Reach.CLIENT_CERT, "cannot be read");
            settings.put(Reach.CLIENT_CERT, folder.toString());
            wrong(server, Reach.CLIENT_CERT, "cannot be read");
            settings.put(Reach.CLIENT_CERT, file("k", own.privateKeyPkcs8Pem()).toString());
            wrong(server, Reach.CLIENT_CERT, "holds no certificate");
            settings.put(
                    Reach.CLIENT_CERT,
                    file("k", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
                            .toString());
            wrong(server, Reach.CLIENT_CERT, "holds no certificate");

            show(own);
            settings.put(Reach.CLIENT_KEY, file("o", another.privateKeyPkcs8Pem()).toString());
            wrong(server, Reach.CLIENT_KEY, "does not belong to the certificate");
            HeldCertificate rsa = ours().rsa2048().build();
            settings.put(Reach.CLIENT_KEY, file("r", rsa.privateKeyPkcs8Pem()).toString());
            wrong(server, Reach.CLIENT_KEY, "does not belong to the certificate");
            settings.put(Reach.CLIENT_KEY, file("o", rsa.privateKeyPkcs1Pem()).toString());
            wrong(
                    server,
                    Reach.CLIENT_KEY,
                    "is in an older form than PKCS #8: openssl pkcs8 -topk8 makes one of it");
            settings.put(Reach.CLIENT_KEY, file("o", own.certificatePem()).toString());
            wrong(server, Reach.CLIENT_KEY, "holds no private key");
            settings.put(Reach.CLIENT_KEY, file("g", pem("PRIVATE KEY", new byte[40])).toString());
            wrong(server, Reach.CLIENT_KEY, "holds no private key");
            settings.put(
                    Reach.CLIENT_KEY,
                    file("g", pem("ENCRYPTED PRIVATE KEY", new byte[40])).toString());
            lent.secrets.put("armoire/clientKeyPassphrase", "x".toCharArray());
            wrong(server, Reach.CLIENT_KEY, "is no private key that this passphrase opens");

            settings.remove(Reach.CLIENT_KEY);
            wrong(server, Reach.CLIENT_CERT, "holds no private key");
            settings.remove(Reach.CLIENT_CERT);
            settings.put(Reach.CLIENT_KEY, file("o", own.privateKeyPkcs8Pem()).toString());
            wrong(server, Reach.CLIENT_CERT, "is missing");
        }
    }

    @Test
    void anEncryptedKeyWithoutAPassphraseIsSaidToNeedOne() throws Exception {
        HeldCertificate own = ours().build();
        try (RawServer server = server("TLSv1.3")) {
            trust(server);
            show(own);
            settings.put(Reach.CLIENT_KEY, file("l", encrypted(own, "x")).toString());
            Http http =
                    lent.host(true, TIME, settings)
                            .http(
                                    URI.create("https://127.0.0.1:" + server.port()),
                                    new Auth.None());
            Fault fault = refused(CommonError.BAD_SETTING, () -> http.change(post()));
            assertEquals("is no private key, or needs a passphrase", fault.details().get("reason"));
        }
    }

    @Test
    void ourOwnOutOfItsDaysIsSaidBeforeAnyByteLeaves() throws Exception {
        long now = Instant.now().toEpochMilli();
        try (RawServer server = server("TLSv1.3")) {
            trust(server);
            show(ours().validityInterval(now - 90_000, now - 30_000).build());
            wrong(server, Reach.CLIENT_CERT, "has expired");
            show(ours().validityInterval(now + 60_000, now + 90_000).build());
            wrong(server, Reach.CLIENT_CERT, "is not valid yet");
        }
    }

    @Test
    void aRenewedFileIsReadAgain() throws Exception {
        try (RawServer server = server("TLSv1.3")) {
            trust(server);
            show(new HeldCertificate.Builder().commonName("stranger").build());
            refused(CommonError.LOGIN_REFUSED, () -> http(server).read(Http.Call.get("/", TIME)));
            show(ours().commonName("a longer name than before").build());
            assertEquals(200, http(server).change(post()).status());
        }
    }

    @Test
    void isNotShownInClearText() throws Exception {
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            show(ours().build());
            Http http = lent.host(true, TIME, settings).http(server.http(), new Auth.None());
            Fault fault = refused(CommonError.BAD_SETTING, () -> http.change(post()));
            assertEquals("url", fault.details().get("setting"));
            assertEquals(0, server.heads().size());
        }
    }

    @Test
    void isNeverInWords() throws Exception {
        HeldCertificate own = ours().build();
        show(own);
        Identity identity =
                Identity.of(
                                key -> java.util.Optional.ofNullable(settings.get(key)),
                                new org.ronron.transport.guard.Keyring(
                                        lent.secrets, "Armoire", Map.of()))
                        .orElseThrow();
        Identity.Own read = identity.read(Instant.now());
        X509Certificate leaf = read.chain().getFirst();
        assertEquals(own.certificate(), leaf);
        assertTrue((identity + " " + read).length() < 40, identity + " " + read);
    }
}
