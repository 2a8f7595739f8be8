package org.ronron.practice.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;

class RealSshdTest {
    private final Programs programs = Lab.withOpenSsh();
    @TempDir Path folder;

    @Test
    void letsInWithItsKeyAndRunsAScript() throws Exception {
        try (RealSshd server = RealSshd.start(programs, folder, "127.0.0.1", Optional.empty())) {
            Client.Reply reply = Client.run(server, "echo to \"$HOME\"\nexit 3\n");

            assertEquals("to " + folder.resolve("home") + "\n", reply.out());
            assertEquals(3, reply.exit());
            assertEquals(server.fingerprint(), reply.fingerprint());
            assertTrue(server.software().matches("OpenSSH \\d+\\.\\d+"), server.software());
        }
    }

    @Test
    void tunnelsEndOnLoopbackOnly() throws Exception {
        try (RealSshd server = RealSshd.start(programs, folder, "127.0.0.1", Optional.empty())) {
            assertEquals("SSH-", Client.through(server, "127.0.0.1", server.port()));
            assertEquals("SSH-", Client.through(server, "localhost", server.port()));
            assertEquals("", Client.through(server, "192.0.2.1", 22));
            assertEquals("", Client.through(server, "0.0.0.0", server.port()));
        }
    }

    @Test
    void changesItsHostKeyAndKeepsItsAddress() throws Exception {
        try (RealSshd server = RealSshd.start(programs, folder, "127.0.0.1", Optional.empty())) {
            String before = server.fingerprint();
            int port = server.port();

            server.changeHostKey();

            assertNotEquals(before, server.fingerprint());
            assertEquals(port, server.port());
            assertEquals(server.fingerprint(), Client.run(server, "exit 0\n").fingerprint());
        }
    }

    @Test
    void isGoneWhenClosed() throws Exception {
        RealSshd server = RealSshd.start(programs, folder, "127.0.0.1", Optional.empty());

        server.close();

        assertFalse(Ports.answers(server.host(), server.port()));
        server.close();
    }

    @Test
    void severalHaveHostNamesAndKeysOfTheirOwn() throws Exception {
        List<String> names = List.of("courgette", "onion", "ananas");
        Set<String> keys = new HashSet<>();
        try (Hosts hosts = Hosts.start(programs, folder, names)) {
            assertEquals(names, List.copyOf(hosts.servers().keySet()));
            assertEquals(Optional.empty(), hosts.missing());
            for (Map.Entry<String, SshServer> host : hosts.servers().entrySet()) {
                Client.Reply reply = Client.run(host.getValue(), "uname -n; uname -s\n");
                assertEquals(host.getKey() + "\nLinux\n", reply.out());
                keys.add(reply.fingerprint());
            }
        }
        assertEquals(3, keys.size());
    }
}
