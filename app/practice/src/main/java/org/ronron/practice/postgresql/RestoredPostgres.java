package org.ronron.practice.postgresql;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;

/** A PostgreSQL started from restored files, to be asked one thing. */
public final class RestoredPostgres {
    private RestoredPostgres() {}

    /**
     * Starts it on a socket of its own only, asks, and stops it.
     *
     * @param data the restored folder; it is handed to the account that PostgreSQL runs as
     * @return rows as lines
     * @throws IOException with what the server said, when it does not start or does not answer
     */
    public static String ask(Programs programs, Path data, String database, String question)
            throws IOException, MissingProgramException {
        PostgresPrograms own = PostgresPrograms.find(programs);
        try (TempFolder socket = new TempFolder("restored")) {
            PostgresPrograms.give(socket.path());
            PostgresPrograms.give(data);
            String options =
                    "-c listen_addresses='' -c archive_mode=off -c unix_socket_directories="
                            + socket.path();
            String log = socket.path().resolve("log").toString();
            String at = data.toString();
            own.run(
                    Map.of(), "", "pg_ctl", "-w", "-t", "60", "-l", log, "-o", options, "-D", at,
                    "start");
            try {
                String port = own.run(Map.of(), "", "postgres", "-D", at, "-C", "port");
                return own.run(
                        Map.of(),
                        question,
                        "psql",
                        "-XAtq",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        socket.path().toString(),
                        "-p",
                        port,
                        "-U",
                        "postgres",
                        "-d",
                        database,
                        "-f",
                        "-");
            } finally {
                own.run(Map.of(), "", "pg_ctl", "-w", "-m", "fast", "-D", at, "stop");
            }
        }
    }
}
