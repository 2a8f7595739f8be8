package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Reach;
import org.ronron.api.Session;
import org.ronron.core.port.Trust;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.testkit.conformance.Lender;

/** Mutual TLS with the files that the simulator makes, by the JDK's own client. */
class SecuredSimulatorTest {
    private static final char[] NONE = new char[0];
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private NomadSimulator nomad;

    @BeforeEach
    void start() throws IOException {
        nomad = NomadSimulator.secured(threads, InstantSource.system());
    }

    @AfterEach
    void stop() {
        nomad.close();
        threads.shutdownNow();
    }

    private int ask(boolean showing) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, NONE);
        trusted.setCertificateEntry("ca", certificate("ca.pem"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(showing ? person() : new KeyManager[0], trust.getTrustManagers(), null);
        HttpsURLConnection line =
                (HttpsURLConnection) nomad.url().resolve("/v1/nodes").toURL().openConnection();
        line.setSSLSocketFactory(context.getSocketFactory());
        line.setRequestProperty("X-Nomad-Token", nomad.token("read"));
        return line.getResponseCode();
    }

    private KeyManager[] person() throws Exception {
        String pem = Files.readString(nomad.file("client-key.pem"));
        byte[] der =
                Base64.getMimeDecoder()
                        .decode(
                                pem.replaceAll("-----[A-Z ]+-----", "")
                                        .getBytes(StandardCharsets.US_ASCII));
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, NONE);
        keys.setKeyEntry("me", key, NONE, new Certificate[] {certificate("client.pem")});
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, NONE);
        return factory.getKeyManagers();
    }

    private Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(nomad.file(name))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void onlyWhoShowsACertificateIsLetIn() throws Exception {
        assertTrue(nomad.url().toString().startsWith("https://127.0.0.1:"));
        assertEquals(200, ask(true));
        assertThrows(IOException.class, () -> ask(false));
    }

    private Lender lender() {
        return new Lender(Map.of("token", nomad.token("read")), InstantSource.system());
    }

    private Observation observe(Lender lender, Map<String, String> further)
            throws ConnectorException {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("url", nomad.url().toString());
        try (Session session =
                lender.open(new NomadConnector(), settings, false, Duration.ofSeconds(20))) {
            return session.capability(Inventory.class).orElseThrow().observe();
        }
    }

    private Map<String, String> shown() {
        return Map.of(
                Reach.CLIENT_CERT, nomad.file("client.pem").toString(),
                Reach.CLIENT_KEY, nomad.file("client-key.pem").toString());
    }

    /** As a person meets it: the authority is the cluster's own, so it is asked for once. */
    @Test
    void theConnectorGoesInWithItsCertificate() throws Exception {
        try (Lender lender = lender()) {
            Fault asked =
                    assertThrows(ConnectorException.class, () -> observe(lender, shown())).fault();
            assertEquals(CommonError.TRUST_UNKNOWN, asked.code());
            String fingerprint = asked.details().getOrDefault("fingerprint", "");
            String address = asked.details().getOrDefault("address", "");
            lender.trust().accept(new Trust.TrustedKey(address, "x509", fingerprint, 1, "Camille"));
            assertEquals(5, observe(lender, shown()).nodes().size());
            Fault refused =
                    assertThrows(ConnectorException.class, () -> observe(lender, Map.of())).fault();
            assertEquals(CommonError.LOGIN_REFUSED, refused.code());
        }
    }

    @Test
    void theFilesGoWithIt() {
        var key = nomad.file("client-key.pem");
        assertTrue(Files.exists(key));
        nomad.close();
        assertFalse(Files.exists(key));
    }
}
