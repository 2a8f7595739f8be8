package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.MadeSecret;
import org.ronron.api.Observation;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.core.port.Trust;
import org.ronron.practice.nextcloud.StandInFarm;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.testkit.conformance.Lender;

/** A stand-in farm on this machine behind its own OpenSSH, and the connector on it. */
final class FarmRig implements AutoCloseable {
    static final String DOMAIN = "frama.example";
    static final String MARK = "k3x9p2";
    static final Map<String, String> SECRETS =
            Map.of(
                    "made/p1/db", "dbSecretCanary23456789abcdefghjk",
                    "made/p1/s3", "s3SecretCanary23456789abcdefghjk",
                    "made/p1/admin", "adminSecretCanary23456789abcdefg");
    private static final Optional<String> NAME = Optional.of("courgette");
    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");

    final StandInFarm farm;
    private final RealSshd server;
    private final Lender lender = new Lender(SECRETS, InstantSource.fixed(NOW));
    private final Map<String, String> settings;
    private final Session session;

    /**
     * Starts both.
     *
     * @throws org.ronron.practice.process.MissingProgramException without OpenSSH
     */
    FarmRig(Path folder) throws Exception {
        this(folder, Map.of());
    }

    FarmRig(Path folder, Map<String, String> more) throws Exception {
        farm = StandInFarm.make(folder.resolve("farm"), DOMAIN);
        Path ssh = Files.createDirectories(folder.resolve("ssh"));
        // sudo looks its host's name up, and waits long for one that nobody knows
        Optional<String> own = more.containsKey("web") ? Optional.empty() : NAME;
        server = RealSshd.start(Programs.ofThisMachine(), ssh, "127.0.0.1", own);
        String address = "ssh://" + server.host() + ":" + server.port();
        lender.trust()
                .accept(
                        new Trust.TrustedKey(
                                address, "ssh-ed25519", server.fingerprint(), 1, "Camille"));
        settings = new HashMap<>(farm.settings());
        settings.putAll(
                Map.of(
                        "host", server.host(),
                        "port", Integer.toString(server.port()),
                        "user", server.user(),
                        "keyFile", server.keyFile().toString()));
        settings.putAll(more);
        session = lender.open(new NextcloudConnector(), settings, true, Duration.ofMinutes(2));
    }

    Observation observe() throws ConnectorException {
        return session.capability(Inventory.class).orElseThrow().observe();
    }

    List<LinkFact> look(String space) throws ConnectorException {
        return session.capability(Spaces.class).orElseThrow().look(space);
    }

    Actions actions() {
        return session.capability(Actions.class).orElseThrow();
    }

    /** With arguments as name, value, name, value. */
    static Action action(String verb, String... arguments) {
        Json.Obj all = Json.obj();
        for (int i = 0; i < arguments.length; i += 2) {
            all = all.with(arguments[i], arguments[i + 1]);
        }
        return new Action("e1", verb, all);
    }

    static MadeSecret secret(String label) {
        return MadeSecret.of("p1", label, MadeSecret.Kind.PASSWORD);
    }

    /** With the space's database on this port. */
    static Action configure(String space, int databasePort) {
        Action action =
                action(
                        "config.write",
                        "name",
                        space,
                        "domain",
                        DOMAIN,
                        "mark",
                        MARK,
                        "databaseHost",
                        "127.0.0.1",
                        "databasePort",
                        Integer.toString(databasePort),
                        "database",
                        space,
                        "role",
                        space,
                        "bucket",
                        space + "." + MARK,
                        "key",
                        space + "." + MARK,
                        "s3Host",
                        "127.0.0.1",
                        "s3Port",
                        "9000",
                        "s3Tls",
                        "false",
                        "s3Region",
                        "us-east-1");
        Json.Obj secrets =
                Json.obj()
                        .with("databasePassword", secret("db").json())
                        .with("s3Secret", secret("s3").json());
        return new Action("e1", "config.write", action.arguments().with(secrets));
    }

    static Action install(String space, String email) {
        Action action =
                action(
                        "app.install",
                        "name",
                        space,
                        "mark",
                        MARK,
                        "admin",
                        "admin",
                        "email",
                        email);
        Json.Obj secret = Json.obj().with("adminPassword", secret("admin").json());
        return new Action("e1", "app.install", action.arguments().with(secret));
    }

    void perform(Action action) throws ConnectorException {
        Json.Obj made = actions().perform(action, new Quiet());
        SECRETS.values().forEach(s -> assertEquals(-1, made.toString().indexOf(s)));
    }

    /** Done, and the probe says so. */
    void done(Action action) throws ConnectorException {
        perform(action);
        assertEquals(Evidence.Verdict.DONE, verdict(action), () -> action.verb());
    }

    Evidence.Verdict verdict(Action action) throws ConnectorException {
        return actions().probe(action).verdict();
    }

    Fault refused(Action action) {
        return assertThrows(ConnectorException.class, () -> perform(action)).fault();
    }

    Path config(String space) {
        return farm.configs().resolve(space).resolve("config.php");
    }

    /** As if somebody had made it long ago. */
    void thereBefore(String space, String... lines) throws IOException {
        Files.createDirectories(farm.configs().resolve(space));
        String text = "<?php\n$CONFIG = array (\n" + String.join("\n", lines) + "\n);\n";
        Files.writeString(config(space), text);
    }

    /** An instance that is in order. */
    void inOrder(String space) throws IOException {
        thereBefore(space, "  'version' => '31.0.5.1',", "  'installed' => true,");
        Files.createSymbolicLink(farm.sites().resolve(space + "." + DOMAIN), farm.code());
    }

    record Quiet() implements Progress {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Override
    public void close() {
        session.close();
        lender.close();
        server.close();
    }
}
