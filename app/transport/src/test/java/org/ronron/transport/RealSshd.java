package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real OpenSSH server on loopback, run by and open to the user who runs the tests. */
public final class RealSshd implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final int port;
    private final Process process;

    /** Skips the test when there is no sshd, or fails it where the lab is required. */
    public static void needed() {
        boolean there = Files.isExecutable(PROGRAM);
        if (!there && "required".equals(System.getProperty("lab"))) {
            fail("no " + PROGRAM + ": install openssh-server");
        }
        Assumptions.assumeTrue(there, "no " + PROGRAM + ": install openssh-server");
    }

    public RealSshd(Path folder, String... more) throws IOException, InterruptedException {
        this(folder, FreePorts.next(), more);
    }

    public RealSshd(Path folder, int port, String... more)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        Files.createDirectories(folder);
        if (Files.notExists(folder.resolve("host"))) {
            newHostKey("ed25519");
        }
        if (Files.notExists(folder.resolve("client"))) {
            keygen("client", "ed25519", "");
            Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"));
        }
        // Run by root, the server wants a folder of its own to be there.
        if (Files.isWritable(Path.of("/run")) && Files.notExists(Path.of("/run/sshd"))) {
            Files.createDirectory(Path.of("/run/sshd"));
        }
        Path conf = folder.resolve("conf");
        Files.writeString(
                conf,
                String.join("\n", more)
                        + "\nPort "
                        + port
                        + "\nListenAddress 127.0.0.1\nHostKey "
                        + folder.resolve("host")
                        + "\nPidFile none\nAuthorizedKeysFile "
                        + folder.resolve("authorized")
                        + "\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\n"
                        + "StrictModes no\nPermitRootLogin prohibit-password\n");
        process =
                new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", conf.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        awaitPort();
    }

    public void newHostKey(String kind) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("host"));
        Files.deleteIfExists(folder.resolve("host.pub"));
        keygen("host", kind, "");
    }

    /** A key pair {@code name} and {@code name.pub} in the server's folder. */
    public Path keygen(String name, String kind, String passphrase)
            throws IOException, InterruptedException {
        Process made =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                kind,
                                "-N",
                                passphrase,
                                "-f",
                                folder.resolve(name).toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!made.waitFor(30, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IOException("ssh-keygen failed");
        }
        return folder.resolve(name);
    }

    public int port() {
        return port;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** How many logins it has let in. */
    public long logins() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
            return lines.filter(line -> line.startsWith("Accepted ")).count();
        }
    }

    /** As the setting {@code via} names it. */
    public String hop() {
        return System.getProperty("user.name") + "@127.0.0.1:" + port;
    }

    public String address() {
        return "ssh://127.0.0.1:" + port;
    }

    /** The settings of an endpoint that logs in here. */
    public Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "user", System.getProperty("user.name"),
                "keyFile", folder.resolve("client").toString());
    }

    private void awaitPort() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("sshd ended: " + Files.readString(folder.resolve("log")));
            }
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException notYet) {
                continue;
            }
        }
        throw new IOException("sshd does not listen");
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
