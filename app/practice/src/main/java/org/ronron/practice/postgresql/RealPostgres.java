package org.ronron.practice.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * A real PostgreSQL on {@code 127.0.0.1}, alone or as a replica, with two accounts: {@link #READER}
 * sees, {@link #WRITER} makes roles and databases; neither is a superuser. Its own superuser comes
 * in by a socket in its folder only. What it holds is lost with a power cut of the machine (fsync
 * is off), not with the end of its processes. Not thread-safe.
 */
public final class RealPostgres implements AutoCloseable {
    /** Sees the statistics, changes nothing. */
    public static final String READER = "ronron_read";

    /** Makes roles and databases. */
    public static final String WRITER = "ronron_write";

    /** Of whom a replica copies. */
    static final String COPIER = "replicator";

    static final String ADDRESS = "127.0.0.1";
    private static final Duration STARTS = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";
    private static final String ACCOUNTS =
            """
            SET password_encryption = 'scram-sha-256';
            CREATE ROLE ronron_read LOGIN PASSWORD '%s';
            CREATE ROLE ronron_write LOGIN CREATEROLE CREATEDB PASSWORD '%s';
            GRANT pg_read_all_stats TO ronron_read, ronron_write;
            CREATE ROLE replicator LOGIN REPLICATION PASSWORD '%s';
            """
                    .formatted(password(READER), password(WRITER), password(COPIER));

    private final PostgresPrograms programs;
    private final TempFolder folder;
    private final String name;
    private final int port;
    private Running running;

    private RealPostgres(
            PostgresPrograms programs, TempFolder folder, String name, int port, Running running) {
        this.programs = programs;
        this.folder = folder;
        this.name = name;
        this.port = port;
        this.running = running;
    }

    /** Starts one alone and waits until it answers: two or three seconds. */
    public static RealPostgres start(Programs programs)
            throws IOException, MissingProgramException {
        return start(programs, Map.of());
    }

    /**
     * The same.
     *
     * @param further lines of its configuration, by name: {@code log_statement}
     */
    public static RealPostgres start(Programs programs, Map<String, String> further)
            throws IOException, MissingProgramException {
        PostgresPrograms own = PostgresPrograms.find(programs);
        RealPostgres made = started(own, "primary", further, RealPostgres::first);
        made.sql(SUPERUSER, ACCOUNTS);
        return made;
    }

    /**
     * Copies it and starts the copy as its replica: two or three seconds.
     *
     * @param as what the replica calls itself
     */
    RealPostgres replica(String as, Map<String, String> further) throws IOException {
        return started(programs, as, further, (own, place) -> copied(as, place));
    }

    /** Fills the folder of the data. */
    private interface Filling {
        void fill(PostgresPrograms own, Path place) throws IOException;
    }

    private static RealPostgres started(
            PostgresPrograms own, String name, Map<String, String> further, Filling filling)
            throws IOException {
        TempFolder folder = new TempFolder("postgresql");
        try {
            PostgresPrograms.give(folder.path());
            filling.fill(own, folder.path());
            int port = Ports.free();
            Path data = folder.path().resolve("data");
            configure(data, folder.path(), name, port, further);
            Running running = run(own, folder.path(), name, port);
            return new RealPostgres(own, folder, name, port, running);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void first(PostgresPrograms own, Path place) throws IOException {
        own.run(
                Map.of(),
                "",
                "initdb",
                "--username=" + SUPERUSER,
                "--auth-local=trust",
                "--auth-host=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
                "--pgdata=" + place.resolve("data"));
    }

    private void copied(String as, Path place) throws IOException {
        programs.run(
                Map.of("PGPASSWORD", password(COPIER), "PGAPPNAME", as),
                "",
                "pg_basebackup",
                "--host=" + ADDRESS,
                "--port=" + port,
                "--username=" + COPIER,
                "--pgdata=" + place.resolve("data"),
                "--write-recovery-conf",
                "--create-slot",
                "--slot=" + as,
                "--checkpoint=fast",
                "--no-sync");
    }

    private static void configure(
            Path data, Path folder, String name, int port, Map<String, String> further)
            throws IOException {
        Map<String, String> all =
                new TreeMap<>(
                        Map.of(
                                "listen_addresses",
                                ADDRESS,
                                "port",
                                "" + port,
                                "unix_socket_directories",
                                folder.toString(),
                                "cluster_name",
                                name,
                                "fsync",
                                "off",
                                "shared_buffers",
                                "16MB",
                                "max_connections",
                                "50",
                                "dynamic_shared_memory_type",
                                "mmap"));
        all.putAll(further);
        List<String> lines = new ArrayList<>();
        all.forEach((key, value) -> lines.add(key + " = '" + value.replace("'", "''") + "'"));
        Files.writeString(
                data.resolve("postgresql.conf"),
                "\n" + String.join("\n", lines) + "\n",
                java.nio.file.StandardOpenOption.APPEND);
    }

    private static Running run(PostgresPrograms own, Path folder, String name, int port)
            throws IOException {
        String postgres = own.bin().resolve("postgres").toString();
        List<String> command =
                PostgresPrograms.asItself(
                        List.of(postgres, "-D", folder.resolve("data").toString()));
        Running running = Running.start(new Launch(name, command, folder, Map.of()));
        try {
            return running.await(STARTS, () -> ready(own, folder, port));
        } catch (IOException e) {
            running.close();
            throw e;
        }
    }

    private static boolean ready(PostgresPrograms own, Path folder, int port) {
        try {
            own.run(Map.of(), "", "pg_isready", "-q", "-h", folder.toString(), "-p", "" + port);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** What {@link #READER} and {@link #WRITER} log in with; worth nothing anywhere else. */
    public static String password(String account) {
        return "practice-" + account;
    }

    /** The version of the program, {@code 15.18}. */
    public String version() throws IOException {
        return sql(SUPERUSER, "SHOW server_version").replaceFirst(" .*", "");
    }

    /**
     * Runs statements as the superuser, by the socket in its folder.
     *
     * @return rows as lines, columns with {@code |} between
     * @throws IOException with what the server said, when one fails
     */
    public String sql(String database, String statements) throws IOException {
        return programs.run(
                Map.of("PGOPTIONS", "-c log_statement=none"),
                statements,
                "psql",
                "-XAtq",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                folder.path().toString(),
                "-p",
                "" + port,
                "-U",
                SUPERUSER,
                "-d",
                database,
                "-f",
                "-");
    }

    /** What it wrote to its log, all of it. */
    public String log() throws IOException {
        return Files.readString(folder.path().resolve(name + ".log"));
    }

    /** Ends it at once, with the connections that are open; its data stay. */
    public void kill() throws IOException {
        running.kill();
    }

    /** Starts it again on its data, after {@link #kill}. */
    public void restart() throws IOException {
        running.close();
        running = run(programs, folder.path(), name, port);
    }

    /** The folder with its programs. */
    public Path programsFolder() {
        return programs.bin();
    }

    /** Waits until something is so. */
    public void await(Running.Ready so) throws IOException {
        running.await(STARTS, so);
    }

    PostgresPrograms programs() {
        return programs;
    }

    Path data() {
        return folder.path().resolve("data");
    }

    @Override
    public void close() {
        try {
            running.kill();
        } catch (IOException interrupted) {
            running.close();
        }
        folder.close();
    }
}
