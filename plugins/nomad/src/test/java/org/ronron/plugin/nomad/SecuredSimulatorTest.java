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
import java.time.InstantSource;
import java.util.Base64;
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
import org.ronron.practice.nomad.NomadSimulator;

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

    @Test
    void theFilesGoWithIt() {
        var key = nomad.file("client-key.pem");
        assertTrue(Files.exists(key));
        nomad.close();
        assertFalse(Files.exists(key));
    }
}
