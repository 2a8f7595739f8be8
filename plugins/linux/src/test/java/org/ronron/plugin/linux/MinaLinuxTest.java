package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.NodeFact;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.Hosts;
import org.ronron.practice.ssh.MinaSshd;
import org.ronron.practice.ssh.SshServer;

/** The same way where OpenSSH is missing, and where the server misbehaves. */
class MinaLinuxTest {
    private static final Duration SHORT = Duration.ofSeconds(6);
    @TempDir Path folder;

    @Test
    void readsStandInsByTheirOwnNames() throws Exception {
        Programs none = new Programs(List.of());
        try (Hosts hosts = Hosts.start(none, folder, List.of("onion", "ananas"))) {
            for (Map.Entry<String, SshServer> host : hosts.servers().entrySet()) {
                try (OverSsh way = new OverSsh(host.getValue()).trusting()) {
                    NodeFact node = way.observe().nodes().getFirst();
                    assertEquals(host.getKey(), node.name());
                    assertTrue(node.memory().isPresent());
                }
            }
        }
    }

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
        try (MinaSshd server = MinaSshd.start(folder, "127.0.0.1", hostile);
                OverSsh way = new OverSsh(server).trusting()) {
            Fault fault = way.refused(SHORT);

            assertTrue(Set.of(codes.split(" ")).contains(fault.code().toString()), fault::toString);
            assertEquals("Chez Zoé", fault.endpoint());
        }
    }

    @Test
    void aServerThatRunsNoShellIsNotReadAsAMachine() throws Exception {
        Behaviour page = new Behaviour.Answers("<html><body>It works!</body></html>");
        try (MinaSshd server = MinaSshd.start(folder, "127.0.0.1", page);
                OverSsh way = new OverSsh(server).trusting()) {
            assertEquals(CommonError.COMMAND_FAILED, way.refused(SHORT).code());
        }
    }
}
