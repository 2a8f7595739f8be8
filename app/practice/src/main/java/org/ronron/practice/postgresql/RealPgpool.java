package org.ronron.practice.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * A real Pgpool-II (4.x) before a pair: reads go to either server, changes to the primary. It looks
 * every second whether both are there, and fails over to nothing. Not thread-safe.
 */
public final class RealPgpool implements AutoCloseable {
    private static final Duration STARTS = Duration.ofSeconds(30);
    private final TempFolder folder;
    private final int port;
    private final Running running;

    private RealPgpool(TempFolder folder, int port, Running running) {
        this.folder = folder;
        this.port = port;
        this.running = running;
    }

    /** Starts it and waits until it listens: about a second. */
    public static RealPgpool start(Programs programs, RealPostgresPair pair)
            throws IOException, MissingProgramException {
        Path program = programs.require("pgpool", "apt install pgpool2");
        TempFolder folder = new TempFolder("pgpool");
        try {
            List<Integer> ports = Ports.free(2);
            Path place = folder.path();
            write(place, "pgpool.conf", configuration(place, ports, pair));
            write(place, "pool_hba.conf", "host all all 127.0.0.1/32 scram-sha-256\n");
            write(place, "pcp.conf", "");
            write(place, "pool_passwd", accounts());
            PostgresPrograms.give(place);
            List<String> command =
                    PostgresPrograms.asItself(
                            List.of(
                                    program.toString(),
                                    "-n",
                                    "-f",
                                    place.resolve("pgpool.conf").toString(),
                                    "-F",
                                    place.resolve("pcp.conf").toString(),
                                    "-a",
                                    place.resolve("pool_hba.conf").toString()));
            Running running =
                    Running.start(
                            new Launch(
                                    "pgpool",
                                    command,
                                    place,
                                    Map.of("PGPOOLKEYFILE", place.resolve("key").toString())));
            RealPgpool made = new RealPgpool(folder, ports.getFirst(), running);
            try {
                running.await(STARTS, () -> Ports.answers(RealPostgres.ADDRESS, made.port));
                return made;
            } catch (IOException e) {
                running.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void write(Path place, String name, String text) throws IOException {
        Files.writeString(place.resolve(name), text);
    }

    /** It logs in at the servers as each of these, and so has to know their passwords. */
    private static String accounts() {
        StringBuilder lines = new StringBuilder();
        for (String account : List.of(RealPostgres.READER, RealPostgres.WRITER)) {
            lines.append(account)
                    .append(":TEXT")
                    .append(RealPostgres.password(account))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String configuration(Path place, List<Integer> ports, RealPostgresPair pair) {
        List<String> lines = new ArrayList<>();
        lines.add("backend_clustering_mode = 'streaming_replication'");
        lines.add("listen_addresses = '127.0.0.1'");
        lines.add("port = " + ports.get(0));
        lines.add("pcp_listen_addresses = '127.0.0.1'");
        lines.add("pcp_port = " + ports.get(1));
        for (String key :
                List.of("unix_socket_directories", "pcp_socket_dir", "work_dir", "logdir")) {
            lines.add(key + " = '" + place + "'");
        }
        lines.add("pid_file_name = '" + place.resolve("pgpool.pid") + "'");
        backend(lines, 0, "primary", pair.primary());
        backend(lines, 1, RealPostgresPair.REPLICA, pair.replica());
        lines.add("enable_pool_hba = on");
        lines.add("pool_passwd = 'pool_passwd'");
        lines.add("num_init_children = 12");
        lines.add("max_pool = 2");
        lines.add("load_balance_mode = on");
        for (String check : List.of("sr_check", "health_check")) {
            lines.add(check + "_period = 1");
            lines.add(check + "_user = '" + RealPostgres.READER + "'");
            lines.add(check + "_password = '" + RealPostgres.password(RealPostgres.READER) + "'");
        }
        lines.add("health_check_timeout = 5");
        lines.add("health_check_max_retries = 1");
        lines.add("sr_check_database = 'postgres'");
        return String.join("\n", lines) + "\n";
    }

    private static void backend(List<String> lines, int number, String name, RealPostgres server) {
        lines.add("backend_hostname" + number + " = '127.0.0.1'");
        lines.add("backend_port" + number + " = " + server.port());
        lines.add("backend_weight" + number + " = 1");
        lines.add("backend_data_directory" + number + " = '" + server.data() + "'");
        lines.add("backend_flag" + number + " = 'ALLOW_TO_FAILOVER'");
        lines.add("backend_application_name" + number + " = '" + name + "'");
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The end of what it wrote to its log. */
    public String tail() {
        return running.tail();
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
