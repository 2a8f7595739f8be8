package org.ronron.transport.vault;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real GNOME keyring on a session bus of its own, without a display to ask anybody on. */
final class RealKeyring implements AutoCloseable {
    private static final List<String> PROGRAMS =
            List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Path bus;
    private final List<Process> running = new ArrayList<>();

    /**
     * Skips the test where one of the programs is missing, or fails it where the lab is required.
     */
    static void needed() {
        for (String program : PROGRAMS) {
            boolean there = Files.isExecutable(Path.of("/usr/bin", program));
            String what = "no " + program + ": install gnome-keyring, dbus, libsecret-tools";
            if (!there && "required".equals(System.getProperty("lab"))) {
                fail(what);
            }
            Assumptions.assumeTrue(there, what);
        }
    }

    /** Starts with a keyring that is open. */
    RealKeyring(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.bus = folder.resolve("bus");
        Files.createDirectories(folder.resolve("home/.local/share/keyrings"));
        Files.createDirectories(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + address());
        await(() -> Files.exists(bus));
        Process daemon =
                start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets");
        try (var in = daemon.outputWriter(StandardCharsets.UTF_8)) {
            in.write("labpw");
        }
        await(this::stands);
        await(this::answers);
    }

    private String address() {
        return "unix:path=" + bus;
    }

    /** What a program of this session has in its environment. */
    Map<String, String> environment() {
        return Map.of(
                "PATH", "/usr/bin:/bin",
                "HOME", folder.resolve("home").toString(),
                "XDG_RUNTIME_DIR", folder.resolve("run").toString(),
                "XDG_DATA_HOME", folder.resolve("home/.local/share").toString(),
                "DBUS_SESSION_BUS_ADDRESS", address());
    }

    /** Locks the keyring as a desktop does. */
    void lock() throws IOException, InterruptedException {
        run(
                "dbus-send",
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:/org/freedesktop/secrets/collection/login");
    }

    /** All that lies in its files. */
    byte[] files() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                all.write(Files.readAllBytes(file));
            }
        }
        return all.toByteArray();
    }

    /** Asked of the bus: a question to the service itself would have the bus start another one. */
    private boolean stands() throws IOException, InterruptedException {
        return run(
                        "dbus-send",
                        "--session",
                        "--print-reply",
                        "--dest=org.freedesktop.DBus",
                        "/org/freedesktop/DBus",
                        "org.freedesktop.DBus.GetNameOwner",
                        "string:org.freedesktop.secrets")
                == 0;
    }

    private boolean answers() throws IOException, InterruptedException {
        return run(
                        "dbus-send",
                        "--session",
                        "--print-reply",
                        "--dest=org.freedesktop.secrets",
                        "/org/freedesktop/secrets/collection/login",
                        "org.freedesktop.DBus.Properties.Get",
                        "string:org.freedesktop.Secret.Collection",
                        "string:Locked")
                == 0;
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        running.remove(process);
        return process.waitFor();
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private interface Ready {
        boolean now() throws IOException, InterruptedException;
    }

    private void await(Ready ready) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.now()) {
            if (System.nanoTime() > end) {
                throw new IOException("not ready: " + Files.readString(folder.resolve("log")));
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : running.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
