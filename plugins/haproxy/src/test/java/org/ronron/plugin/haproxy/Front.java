package org.ronron.plugin.haproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.core.port.Trust;
import org.ronron.practice.haproxy.RealHaproxy;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** A real HAProxy on a machine of its own name, a server behind it, and the connector on both. */
final class Front implements AutoCloseable {
    static final Duration PATIENT = Duration.ofSeconds(90);
    final RealHaproxy haproxy;
    private final TempFolder folder = new TempFolder("front");
    final App app = new App();
    private final RealSshd sshd;
    private final Lender lender = new Lender(Map.of(), InstantSource.system());

    /**
     * @param mapKnown whether the running HAProxy has the map that its configuration names
     * @throws org.ronron.practice.process.MissingProgramException without HAProxy or OpenSSH
     */
    Front(boolean mapKnown) throws Exception {
        String server = app.address();
        Programs programs = Programs.ofThisMachine();
        haproxy =
                mapKnown
                        ? RealHaproxy.start(programs, server)
                        : RealHaproxy.startedBeforeItsMap(programs, server);
        sshd = RealSshd.start(programs, folder.path(), "127.0.0.1", Optional.of("haie"));
        lender.trust()
                .accept(
                        new Trust.TrustedKey(
                                "ssh://127.0.0.1:" + sshd.port(),
                                "ssh-ed25519",
                                sshd.fingerprint(),
                                1,
                                "Camille"));
    }

    Session session() throws ConnectorException {
        Map<String, String> settings = new HashMap<>(haproxy.settings());
        settings.put("host", sshd.host());
        settings.put("port", Integer.toString(sshd.port()));
        settings.put("user", sshd.user());
        settings.put("keyFile", sshd.keyFile().toString());
        return lender.open(new HaproxyConnector(), settings, true, PATIENT);
    }

    Observation observe() throws ConnectorException {
        try (Session session = session()) {
            return session.capability(Inventory.class).orElseThrow().observe();
        }
    }

    Spaces spaces() throws ConnectorException {
        return session().capability(Spaces.class).orElseThrow();
    }

    Actions actions() throws ConnectorException {
        return session().capability(Actions.class).orElseThrow();
    }

    static Action action(String verb, String address) {
        Json.Obj arguments = Json.obj().with("address", address);
        return new Action("e", verb, arguments.with("backend", RealHaproxy.BACKEND));
    }

    void perform(Action action) throws ConnectorException {
        actions().perform(action, new Unheard());
    }

    Evidence.Verdict probe(Action action) throws ConnectorException {
        return actions().probe(action).verdict();
    }

    /** What it is refused with. */
    Fault refused(Action action) {
        return org.junit.jupiter.api.Assertions.assertThrows(
                        ConnectorException.class, () -> perform(action))
                .fault();
    }

    String file() throws IOException {
        return Files.readString(haproxy.map());
    }

    /** The running map's lines, without the addresses in memory before them. */
    String running() throws IOException {
        return haproxy.ask("show map " + haproxy.map()).replaceAll("(?m)^0x\\S+ ", "").strip();
    }

    /** A program of this machine that stands before the real one there. */
    void tool(String name, String text) throws IOException {
        Path file = folder.path().resolve("tools").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() throws IOException {
        lender.close();
        sshd.close();
        haproxy.close();
        app.close();
        folder.close();
    }
}
