package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.NodeFact;
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

    @Test
    void aKeyThatChangesWhileConnectedStopsEverything() throws Exception {
        way.trusting().observe();
        server.changeHostKey();
        Fault fault = way.refused(SHORT);

        assertEquals(CommonError.TRUST_CHANGED, fault.code());
        assertEquals(server.fingerprint(), fault.details().get("seen"));
    }
}
