package org.ronron.practice.nomad;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A free port of 127.0.0.1, open to everybody or to whom shows a certificate. */
record Door(HttpServer server, Optional<NomadCertificates> certificates) implements AutoCloseable {
    private static final int WAITING = 50;

    static Door open() throws IOException {
        return new Door(HttpServer.create(loopback(), WAITING), Optional.empty());
    }

    /** With mutual TLS. */
    static Door secured(Instant now) throws IOException {
        try {
            NomadCertificates certificates = new NomadCertificates(now);
            HttpsServer server = HttpsServer.create(loopback(), WAITING);
            server.setHttpsConfigurator(new Asking(certificates.server()));
            return new Door(server, Optional.of(certificates));
        } catch (GeneralSecurityException e) {
            throw new IOException("every Java platform has TLS", e);
        }
    }

    private static final class Asking extends HttpsConfigurator {
        Asking(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters connection) {
            SSLParameters asked = getSSLContext().getDefaultSSLParameters();
            asked.setNeedClientAuth(true);
            connection.setSSLParameters(asked);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    URI url() {
        String scheme = certificates.isPresent() ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    Path file(String name) {
        return certificates.orElseThrow().file(name);
    }

    void serve(Executor executor, HttpHandler handler) {
        server.setExecutor(executor);
        server.createContext("/", handler);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        certificates.ifPresent(NomadCertificates::close);
    }
}
