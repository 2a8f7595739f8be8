package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.NodeFact;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.Hosts;
import org.ronron.practice.ssh.SshServer;

/** The same way where OpenSSH is missing. */
class StandInHostsTest {
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
}
