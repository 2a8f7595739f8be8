package org.ronron.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL on loopback with TLS, where it is installed; user and password camille. */
final class RealPostgres implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

    private final Path bin;
    private final Path folder;
    private final int port;

    private RealPostgres(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Where its programs are, if they are. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** With this certificate and key, in PEM. */
    static RealPostgres start(Path bin, String certificate, String key)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("ronron-postgres");
        RealPostgres made = new RealPostgres(bin, folder, port);
        Files.writeString(folder.resolve("password"), "camille");
        if (root()) {
            made.run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        made.own(
                "initdb",
                "-U",
                "camille",
                "-A",
                "scram-sha-256",
                "--pwfile=" + folder.resolve("password"),
                "-N",
                "-D",
                made.data());
        Files.writeString(folder.resolve("data/server.crt"), certificate);
        Files.writeString(folder.resolve("data/server.key"), key);
        if (root()) {
            made.run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        made.run(List.of("chmod", "600", folder.resolve("data/server.key").toString()));
        made.own(
                "pg_ctl",
                "-D",
                made.data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p "
                        + port
                        + " -c ssl=on -c listen_addresses=127.0.0.1 -c fsync=off"
                        + " -c unix_socket_directories="
                        + folder,
                "start");
        return made;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** It does not run as root. */
    private void own(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("ronron", "log");
        Process process =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        String text = Files.readString(said);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(command + ": " + text);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        own("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
