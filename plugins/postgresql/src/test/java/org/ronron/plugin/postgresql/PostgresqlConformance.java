package org.ronron.plugin.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.api.Login;
import org.ronron.api.Quorum;
import org.ronron.api.Session;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.process.Ports;
import org.ronron.testkit.conformance.ConnectorConformance;
import org.ronron.testkit.conformance.HostileServer;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Subject;

/** What the suite has to know of PostgreSQL; its heirs start what stands behind the port. */
abstract class PostgresqlConformance extends ConnectorConformance {
    private @Nullable ServerSocket silent;

    /** Settings that reach a port of this machine with both accounts. */
    static Map<String, String> at(int port) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                "" + port,
                "tls",
                "off",
                "user",
                RealPostgres.READER,
                "writer",
                RealPostgres.WRITER);
    }

    static Map<String, String> secrets() {
        return Map.of(
                "password",
                RealPostgres.password(RealPostgres.READER),
                "writerPassword",
                RealPostgres.password(RealPostgres.WRITER),
                Wishes.MADE,
                Wishes.PASSWORD);
    }

    /** What stands behind that port. */
    static Subject subject(int port, Runnable stop) {
        return new Subject() {
            @Override
            public Map<String, String> settings() {
                return at(port);
            }

            @Override
            public Map<String, String> secrets() {
                return PostgresqlConformance.secrets();
            }

            @Override
            public void close() {
                stop.run();
            }
        };
    }

    @Override
    protected Connector connector() {
        return new PostgresqlConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(PostgresqlError.values());
    }

    @Override
    protected Set<String> furtherTexts() {
        return Quorum.TEXTS;
    }

    @Override
    protected Map<String, String> deadPort(Map<String, String> good) throws IOException {
        return with(good, "port", "" + Ports.free());
    }

    @Override
    protected Map<String, String> unknownHost(Map<String, String> good) {
        Map<String, String> changed = new HashMap<>(with(good, "host", "nobody.invalid"));
        changed.put("tls", "on");
        return changed;
    }

    @Override
    protected Map<String, String> silentPort(Map<String, String> good) throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        return with(good, "port", "" + silent.getLocalPort());
    }

    @AfterAll
    void closeSilentPort() throws IOException {
        if (silent != null) {
            silent.close();
        }
    }

    static Map<String, String> with(Map<String, String> good, String key, String value) {
        Map<String, String> changed = new HashMap<>(good);
        changed.put(key, value);
        return changed;
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (Lender lender =
                new Lender(Map.of("password", "not-the-secret"), InstantSource.system())) {
            fails(CommonError.LOGIN_REFUSED, subject().settings(), lender);
        }
    }

    @Test
    void aMissingPasswordIsNamed() {
        try (Lender lender = new Lender(Map.of(), InstantSource.system())) {
            fails(CommonError.SECRET_MISSING, subject().settings(), lender);
        }
    }

    @Test
    void aServerWithoutTlsIsToldAndSentNoPassword() throws Exception {
        fails(PostgresqlError.NO_TLS, with(subject().settings(), "tls", "on"));
    }

    @Test
    void withoutTlsNobodyFarIsLoggedInAt() throws Exception {
        fails(CommonError.BAD_SETTING, with(subject().settings(), "host", "192.0.2.7"));
    }

    @Test
    void aPortThatIsNoneIsNamed() throws Exception {
        for (String port : List.of("0", "-1", "http", "65536", "99999", "5432 ")) {
            fails(CommonError.BAD_SETTING, with(subject().settings(), "port", port));
        }
        fails(CommonError.BAD_SETTING, with(subject().settings(), "host", "a,b/c?user=x"));
    }

    @Test
    void aServerThatWaitsForAnotherProtocolTimesOut() throws Exception {
        try (HostileServer server = new HostileServer(HostileServer.Answer.HTML, threads)) {
            String port = "" + server.url().getPort();
            fails(CommonError.TIMEOUT, with(subject().settings(), "port", port));
        }
    }

    @Test
    void anAnswerWithoutEndOrSenseIsNotReadToTheEnd() throws Exception {
        for (byte filler : List.of((byte) 'R', (byte) 'E', (byte) 0, (byte) 0x7f, (byte) 'N')) {
            try (Babbler server = new Babbler(filler, threads)) {
                fails(
                        CommonError.BAD_ANSWER,
                        with(subject().settings(), "port", "" + server.port()));
            }
        }
    }

    @Test
    void whoWeAreIsTold() throws Exception {
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), false, PATIENT)) {
            Login login = inventory(session).observe().login();
            assertEquals(RealPostgres.READER, login.name());
            assertEquals(java.util.Set.of(), login.forbidden());
            assertFalse(login.excessive());
        }
    }
}
