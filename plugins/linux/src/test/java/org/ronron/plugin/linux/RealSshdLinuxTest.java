package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.testkit.conformance.Lab;

/** The whole way: connector, transport, OpenSSH, this machine. */
class RealSshdLinuxTest {
    private static final Duration SHORT = Duration.ofSeconds(20);
    @TempDir Path folder;
    private RealSshd server;
    private OverSsh way;

    @BeforeEach
    void start() throws IOException {
        try {
            server =
                    RealSshd.start(
                            Programs.ofThisMachine(),
                            folder,
                            "127.0.0.1",
                            Optional.of("courgette"));
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        way = new OverSsh(server);
    }

    @AfterEach
    void stop() {
        if (way != null) {
            way.close();
            server.close();
        }
    }

    @Test
    void readsThisMachineByTheNameThatItHasThere() throws Exception {
        way.trusting();
        NodeFact node = way.observe().nodes().getFirst();

        assertEquals("courgette", node.name());
        assertEquals(NodeFact.Reach.UP, node.reach());
        assertTrue(node.memory().orElse(0) > 100_000_000, node::toString);
        assertTrue(node.disk().orElse(0) > 100_000_000, node::toString);
    }

    /** By the setting, with the machine's own openssl. */
    @Test
    void aCertificateThatSomebodyNamedIsReadThere() throws Exception {
        way.trusting();
        Path made = folder.resolve("pad d’accueil.pem");
        String[] openssl = {
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-keyout",
            folder.resolve("key").toString(),
            "-out",
            made.toString(),
            "-subj",
            "/CN=pad.example",
            "-days",
            "1"
        };
        Process process = new ProcessBuilder(openssl).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);

        String paths = made + ", /nowhere.pem";
        try (Session session = way.session(Map.of("certificates", paths))) {
            Observation seen = session.capability(Inventory.class).orElseThrow().observe();
            List<String> unread =
                    seen.findings().stream()
                            .filter(f -> f.kind().equals("certificate-unread"))
                            .map(f -> f.details().get("path"))
                            .toList();
            assertEquals(List.of("/nowhere.pem"), unread);
            assertTrue(
                    Integer.parseInt(seen.nodes().getFirst().labels().get("certificates")) > 0,
                    seen::toString);
        }
    }

    @Test
    void aKeyThatChangesWhileConnectedStopsEverything() throws Exception {
        way.trusting().observe();
        server.changeHostKey();
        Fault fault = way.refused(SHORT);

        assertEquals(CommonError.TRUST_CHANGED, fault.code());
        assertEquals(server.fingerprint(), fault.details().get("seen"));
    }
}
