package org.ronron.plugin.nextcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.TempFolder;
import org.ronron.testkit.conformance.Lab;

/** A real PostgreSQL of its own on loopback; its superuser comes by the socket only. */
final class Database implements AutoCloseable {
    private final TempFolder folder = new TempFolder("farm-postgres");
    private final Path bin;
    private final int port;

    private Database(Path bin, int port) throws IOException {
        this.bin = bin;
        this.port = port;
    }

    static Database start() throws IOException, InterruptedException {
        Path programs = Path.of("/usr/lib/postgresql");
        Optional<Path> bin = Optional.empty();
        if (Files.isDirectory(programs)) {
            try (Stream<Path> versions = Files.list(programs)) {
                bin =
                        versions.map(v -> v.resolve("bin"))
                                .filter(b -> Files.isExecutable(b.resolve("initdb")))
                                .max(Comparator.naturalOrder());
            }
        }
        if (bin.isEmpty()) {
            throw Lab.missing(new MissingProgramException("PostgreSQL", "apt install postgresql"));
        }
        Database made = new Database(bin.get(), Ports.free());
        if (root()) {
            made.run(List.of("chown", "postgres", made.folder.path().toString()));
        }
        String data = made.folder.path() + "/data";
        made.own(
                "initdb",
                "-U",
                "boss",
                "-A",
                "trust",
                "--auth-host=scram-sha-256",
                "-N",
                "-D",
                data);
        String options =
                "-p "
                        + made.port
                        + " -c listen_addresses=127.0.0.1 -c fsync=off"
                        + " -c unix_socket_directories="
                        + made.folder.path();
        String log = made.folder.path() + "/log";
        made.own("pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start");
        return made;
    }

    int port() {
        return port;
    }

    /** A role with this password, and a database of the same name that it owns. */
    void space(String name, String password) throws IOException, InterruptedException {
        sql("postgres", "create role \"" + name + "\" login password '" + password + "'");
        sql("postgres", "create database \"" + name + "\" owner \"" + name + "\"");
    }

    String sql(String database, String text) throws IOException, InterruptedException {
        return own(
                "psql",
                "-XAtq",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                folder.path().toString(),
                "-p",
                "" + port,
                "-U",
                "boss",
                "-d",
                database,
                "-c",
                text);
    }

    /** Restores a copy as a volunteer would. */
    void restore(Path dump, String into) throws IOException, InterruptedException {
        Path readable = Files.copy(dump, folder.path().resolve(into + ".dump"));
        if (root()) {
            run(List.of("chown", "postgres", readable.toString()));
        }
        sql("postgres", "create database \"" + into + "\"");
        own(
                "pg_restore",
                "--no-owner",
                "--exit-on-error",
                "-h",
                folder.path().toString(),
                "-p",
                "" + port,
                "-U",
                "boss",
                "-d",
                into,
                readable.toString());
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL does not run as root. */
    private String own(String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("ronron", "log");
        Process process =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        String text = Files.readString(said).strip();
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(command + ": " + text);
        }
        return text;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        own("pg_ctl", "-D", folder.path() + "/data", "-m", "immediate", "stop");
        folder.close();
    }
}
