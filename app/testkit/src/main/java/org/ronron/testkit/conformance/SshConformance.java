package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.api.Session;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;
import org.ronron.practice.ssh.SshServer;

/** The suite for connectors that read a machine by SSH. */
public abstract class SshConformance extends ConnectorConformance {
    private final TempFolder folder;
    @org.jspecify.annotations.Nullable private SshServer server;
    @org.jspecify.annotations.Nullable private ServerSocket silent;

    /**
     * @throws IOException when there is no room for the servers' keys
     */
    protected SshConformance() throws IOException {
        folder = new TempFolder("conformance");
    }

    /**
     * Starts the good server; {@link Lab#missing} where the real one is not here.
     *
     * @param own an empty folder for its keys
     */
    protected abstract SshServer server(Path own) throws Exception;

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of();
    }

    @Override
    protected Subject start() throws Exception {
        SshServer started = server(fresh("good"));
        server = started;
        return new Subject() {
            @Override
            public Map<String, String> settings() {
                return withFurther(started);
            }

            @Override
            public Map<String, String> secrets() {
                return Map.of();
            }

            @Override
            public void close() {
                started.close();
                folder.close();
            }
        };
    }

    private Map<String, String> withFurther(SshServer of) {
        Map<String, String> all = new HashMap<>(further());
        all.putAll(settingsOf(of));
        return all;
    }

    private Path fresh(String name) throws IOException {
        return Files.createDirectories(folder.path().resolve(name));
    }

    static Map<String, String> settingsOf(SshServer server) {
        return Map.of(
                "host", server.host(),
                "port", Integer.toString(server.port()),
                "user", server.user(),
                "keyFile", server.keyFile().toString());
    }

    private SshServer good() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }

    /** A way out that trusts the good server's key. */
    @Override
    protected Lender lender() {
        return trusting(good(), good().fingerprint());
    }

    /** Settings beside those of the login, with which the session offers all that it can. */
    protected Map<String, String> further() {
        return Map.of();
    }

    /** Actions with the arguments of a real plan; see {@link Counting#samples}. */
    protected List<Action> samples(String endpointId) {
        return List.of();
    }

    @Test
    void aReadOnlySessionHasNoPathToAChange() throws Exception {
        try (CountingSsh counting = new CountingSsh(further(), this::samples);
                Lender lender = trusting(counting.server(), counting.server().fingerprint())) {
            ReadOnlyProof.Seen seen = ReadOnlyProof.of(connector(), counting, lender);
            assertEquals(List.of(), seen.changes());
        }
    }

    private Lender trusting(SshServer of, String fingerprint) {
        Lender lender = super.lender();
        String address = "ssh://" + of.host() + ":" + of.port();
        try {
            lender.trust()
                    .accept(
                            new Trust.TrustedKey(
                                    address, "ssh-ed25519", fingerprint, 1, "Camille"));
        } catch (StorageException e) {
            throw new IllegalStateException(e);
        }
        return lender;
    }

    @Override
    protected Map<String, String> deadPort(Map<String, String> good) throws IOException {
        return with(good, "port", Integer.toString(Ports.free()));
    }

    @Override
    protected Map<String, String> unknownHost(Map<String, String> good) {
        return with(good, "host", "nobody.invalid");
    }

    @Override
    protected Map<String, String> silentPort(Map<String, String> good) throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        return with(good, "port", Integer.toString(silent.getLocalPort()));
    }

    private static Map<String, String> with(Map<String, String> good, String key, String value) {
        Map<String, String> changed = new HashMap<>(good);
        changed.put(key, value);
        return changed;
    }

    @AfterAll
    void tidy() throws IOException {
        if (silent != null) {
            silent.close();
        }
        if (server == null) {
            folder.close();
        }
    }

    /** A machine can always tell whose account it is; root is more than is needed. */
    @Test
    void whoWeAreIsTold() throws Exception {
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), false, PATIENT)) {
            Login login = inventory(session).observe().login();
            assertFalse(login.name().isBlank());
            assertEquals(login.name().equals("root"), login.excessive(), login.name());
        }
    }

    @Test
    void aKeyNotSeenBeforeIsAskedFor() {
        try (Lender knowsNobody = super.lender()) {
            Fault fault = fails(CommonError.TRUST_UNKNOWN, subject().settings(), knowsNobody);
            assertEquals(good().fingerprint(), fault.details().get("fingerprint"));
        }
    }

    @Test
    void aChangedKeyStopsTheEndpoint() {
        String before = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        try (Lender knew = trusting(good(), before)) {
            Fault fault = fails(CommonError.TRUST_CHANGED, subject().settings(), knew);
            assertEquals(before, fault.details().get("known"));
            assertEquals(good().fingerprint(), fault.details().get("seen"));
        }
    }

    @Test
    void anotherPersonsKeyIsRefused() throws Exception {
        Behaviour any = new Behaviour.Answers("");
        try (MinaSshd other = MinaSshd.start(fresh("other"), "127.0.0.1", any)) {
            String theirs = other.keyFile().toString();
            fails(CommonError.LOGIN_REFUSED, with(subject().settings(), "keyFile", theirs));
        }
    }

    @Test
    void aMachineThatRunsNoShellIsNotRead() throws Exception {
        Behaviour page = new Behaviour.Answers("<html><body>It works!</body></html>");
        misbehaves(page, Set.of("COMMAND_FAILED"));
    }

    /** Where two codes stand, which limit is met first depends on how fast the machine is. */
    @ParameterizedTest
    @CsvSource({
        "REFUSES_LOGIN, LOGIN_REFUSED",
        "BANNER_FLOOD, BAD_ANSWER",
        "ENDLESS_OUTPUT, TOO_LARGE TIMEOUT",
        "HANGS, TIMEOUT",
        "NO_EXIT_STATUS, COMMAND_FAILED",
        "CUTS, CUT"
    })
    void aServerThatMisbehavesHasItsClearError(Behaviour.Hostile hostile, String codes)
            throws Exception {
        misbehaves(hostile, Set.of(codes.split(" ")));
    }

    private void misbehaves(Behaviour behaviour, Set<String> codes) throws Exception {
        try (MinaSshd bad = MinaSshd.start(fresh("bad"), "127.0.0.1", behaviour);
                Lender lender = trusting(bad, bad.fingerprint())) {
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> {
                                        try (Session session =
                                                lender.open(
                                                        connector(),
                                                        withFurther(bad),
                                                        false,
                                                        SHORT.multipliedBy(2))) {
                                            inventory(session).observe();
                                        }
                                    })
                            .fault();
            assertTrue(codes.contains(fault.code().toString()), fault::toString);
            assertEquals(Lender.ENDPOINT, fault.endpoint());
        }
    }
}
