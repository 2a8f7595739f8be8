package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.postgresql.ssl.WrappedFactory;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Sockets;

/** PostgreSQL's own client library on a real PostgreSQL, straight and through a tunnel. */
class PostgresSocketsTest extends RealTunnels {
    /** The driver makes these by their names, without arguments. */
    private static final AtomicReference<Sockets> IN_USE = new AtomicReference<>();

    private static Sockets inUse() {
        return Objects.requireNonNull(IN_USE.get());
    }

    /** Hands on what was lent. */
    public static final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            return inUse().plain().createSocket();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return inUse().plain().createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress from, int fromPort)
                throws IOException {
            return inUse().plain().createSocket(host, port);
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) throws IOException {
            return inUse().plain().createSocket(host, port);
        }

        @Override
        public Socket createSocket(
                java.net.InetAddress host, int port, java.net.InetAddress from, int fromPort)
                throws IOException {
            return inUse().plain().createSocket(host, port);
        }
    }

    /** Hands on what was lent. */
    public static final class Tls extends WrappedFactory {
        public Tls() {
            factory = inUse().tls().getSocketFactory();
        }
    }

    /** Hands on what was lent. */
    public static final class Names implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return inUse().names().verify(host, session);
        }
    }

    private static int ask(Sockets sockets, int port, String mode) throws SQLException {
        IN_USE.set(sockets);
        Properties how = new Properties();
        how.setProperty("user", "camille");
        how.setProperty("password", "camille");
        how.setProperty("socketFactory", Plain.class.getName());
        how.setProperty("sslmode", mode);
        how.setProperty("sslfactory", Tls.class.getName());
        how.setProperty("sslhostnameverifier", Names.class.getName());
        how.setProperty("gssEncMode", "disable");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = Objects.requireNonNull(new Driver().connect(url, how));
                ResultSet said =
                        connection
                                .createStatement()
                                .executeQuery("SELECT sum(n) FROM generate_series(1, 1000) n")) {
            said.next();
            return said.getInt(1);
        }
    }

    @Test
    void overTlsAndThroughATunnel() throws Exception {
        Optional<Path> programs = RealPostgres.programs();
        if (programs.isEmpty() && "required".equals(System.getProperty("lab"))) {
            fail("no PostgreSQL: install postgresql");
        }
        Assumptions.assumeTrue(programs.isPresent(), "no PostgreSQL: install postgresql");
        HeldCertificate held =
                new HeldCertificate.Builder().addSubjectAlternativeName("db.exemple.org").build();
        try (RealPostgres server =
                        RealPostgres.start(
                                programs.get(), held.certificatePem(), held.privateKeyPkcs8Pem());
                RealSshd hop = machine("hop")) {
            InetSocketAddress peer = InetSocketAddress.createUnresolved("127.0.0.1", server.port());
            Sockets straight = lent.host(false, TIME, Map.of()).sockets(peer);
            assertEquals(500500, ask(straight, server.port(), "disable"));
            question(straight, server.port(), "tls://127.0.0.1:" + server.port());
            assertEquals(500500, ask(straight, server.port(), "verify-full"));

            Host behind = lent.host(false, TIME, via(hop));
            Sockets tunnelled = behind.sockets(peer);
            assertTrue(tunnelled.confidential());
            question(tunnelled, server.port(), hop.address());
            assertEquals(500500, ask(tunnelled, server.port(), "disable"));
            question(
                    tunnelled,
                    server.port(),
                    "tls://127.0.0.1:" + server.port() + " via " + hop.address());
            assertEquals(500500, ask(tunnelled, server.port(), "verify-full"));
            assertEquals(1, hop.logins());

            assertThrows(SQLException.class, () -> ask(tunnelled, server.port() + 1, "disable"));
            Fault other = tunnelled.refused().orElseThrow();
            assertEquals(CommonError.REDIRECTED, other.code());
        }
    }

    private void question(Sockets sockets, int port, String address) {
        assertThrows(SQLException.class, () -> ask(sockets, port, "verify-full"));
        Fault fault = sockets.refused().orElseThrow();
        assertEquals(CommonError.TRUST_UNKNOWN, fault.code(), fault.toString());
        assertEquals(address, fault.details().get("address"));
        lent.trust.accept(fault);
    }
}
