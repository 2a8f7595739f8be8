package org.ronron.practice.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronron.practice.process.Programs;

class MinaSshdTest {
    @TempDir Path folder;

    private MinaSshd start(Behaviour behaviour) throws IOException {
        return MinaSshd.start(folder, "127.0.0.1", behaviour);
    }

    @Test
    void runsAScriptHere() throws Exception {
        try (MinaSshd server = start(new Behaviour.RunsHere(Map.of("WHAT", "a test")))) {
            Client.Reply reply = Client.run(server, "echo this is \"$WHAT\"\nexit 5\n");

            assertEquals("this is a test\n", reply.out());
            assertEquals(5, reply.exit());
            assertEquals(server.fingerprint(), reply.fingerprint());
            assertTrue(server.fingerprint().startsWith("SHA256:"));
        }
    }

    @Test
    void tunnelsEndOnLoopbackOnly() throws Exception {
        try (MinaSshd server = start(new Behaviour.Answers("ok"))) {
            assertEquals("SSH-", Client.through(server, "127.0.0.1", server.port()));
            assertEquals("SSH-", Client.through(server, "localhost", server.port()));
            assertEquals("", Client.through(server, "192.0.2.1", 22));
            assertEquals("", Client.through(server, "0.0.0.0", server.port()));
        }
    }

    @Test
    void answersACaptureAndRunsNothing() throws Exception {
        Path touched = folder.resolve("touched");
        try (MinaSshd server = start(new Behaviour.Answers("== name\nonion\n== end\n"))) {
            Client.Reply reply = Client.run(server, "touch " + touched + "\n");

            assertEquals("== name\nonion\n== end\n", reply.out());
            assertEquals(0, reply.exit());
            assertTrue(java.nio.file.Files.notExists(touched));
        }
    }

    @Test
    void changesItsHostKeyAndKeepsItsAddress() throws Exception {
        try (MinaSshd server = start(new Behaviour.Answers("ok"))) {
            String before = server.fingerprint();
            server.changeHostKey();

            assertNotEquals(before, server.fingerprint());
            assertEquals(server.fingerprint(), Client.run(server, "").fingerprint());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_EXIT_STATUS", "CUTS"})
    void sendsNoExitStatus(Behaviour.Hostile hostile) throws Exception {
        try (MinaSshd server = start(hostile)) {
            assertNull(Client.run(server, "exit 0\n").exit());
        }
    }

    @Test
    void hangs() throws Exception {
        try (MinaSshd server = start(Behaviour.Hostile.HANGS)) {
            Client.Reply reply = Client.run(server, "exit 0\n", Duration.ofMillis(500));

            assertEquals("", reply.out());
            assertNull(reply.exit());
        }
    }

    @Test
    void writesForEver() throws Exception {
        try (MinaSshd server = start(Behaviour.Hostile.ENDLESS_OUTPUT)) {
            Client.Reply reply = Client.run(server, "exit 0\n", Duration.ofSeconds(1));

            assertTrue(reply.out().length() > 100_000, "only " + reply.out().length());
            assertNull(reply.exit());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BANNER_FLOOD", "REFUSES_LOGIN"})
    void letsNobodyIn(Behaviour.Hostile hostile) throws Exception {
        try (MinaSshd server = start(hostile)) {
            assertThrows(IOException.class, () -> Client.run(server, "exit 0\n"));
        }
    }

    @Test
    void standsInForHostsWhereOpenSshIsMissing() throws Exception {
        Programs none = new Programs(List.of());
        try (Hosts hosts = Hosts.start(none, folder, List.of("courgette", "onion"))) {
            assertEquals(
                    Optional.of("sshd is not installed: apt install openssh-server"),
                    hosts.missing());
            for (Map.Entry<String, SshServer> host : hosts.servers().entrySet()) {
                String said = Client.run(host.getValue(), "uname -n; uname -s\n").out();
                assertEquals(host.getKey() + "\nLinux\n", said);
            }
        }
    }
}
