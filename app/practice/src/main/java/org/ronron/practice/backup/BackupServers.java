package org.ronron.practice.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.practice.barman.RealBarman;
import org.ronron.practice.borg.RealBorg;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.postgresql.RestoredPostgres;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.practice.ssh.SshServer;

/**
 * Backups of two kinds on loopback, real ones: a web server whose files Borg saves, once beside
 * them and once on another machine, and a machine on which Barman keeps a database. They end with
 * {@link #close}, and with this program however it ends. Not thread-safe.
 */
public final class BackupServers implements AutoCloseable {
    /** The machine whose files are saved. */
    public static final String WEB = "web-1";

    /** The machine that keeps the database's backups. */
    public static final String KEEPER = "save-1";

    /** The database that Barman keeps, with a table {@code member}. */
    public static final String DATABASE = "coop";

    /** A second of either backup is so many of these, once they are slowed down. */
    private static final int KIB_A_SECOND = 120;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Programs programs;
    private final RealBorg borg;
    private final RealBarman barman;
    private final SshServer keeper;

    private BackupServers(Programs programs) throws IOException, MissingProgramException {
        this.programs = programs;
        try {
            Path folder = keep(new TempFolder("backups")).path();
            Path web = Files.createDirectory(folder.resolve(WEB));
            borg = keep(RealBorg.start(programs, web, WEB, "127.0.0.1", "127.0.0.2"));
            barman = keep(RealBarman.start(programs));
            Path own = Files.createDirectory(folder.resolve(KEEPER));
            keeper = keep(RealSshd.start(programs, own, "127.0.0.1", Optional.of(KEEPER)));
        } catch (IOException | MissingProgramException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Starts them, with one point each; takes some twenty seconds.
     *
     * @throws MissingProgramException when one of them is not installed
     */
    public static BackupServers start(Programs programs)
            throws IOException, MissingProgramException {
        return new BackupServers(programs);
    }

    private <T extends AutoCloseable> T keep(T server) {
        started.push(server);
        return server;
    }

    /**
     * Gives both of them something to do for half a minute at least: new files and a slow line for
     * Borg, a slow line for Barman.
     */
    public void slowDown() throws IOException {
        borg.on("head -c 8000000 /dev/urandom >\"$1\"", borg.source() + "/fresh.bin");
        String config = Files.readString(borg.config());
        Files.writeString(
                borg.config(),
                config.replace(
                        "storage:\n", "storage:\n    remote_rate_limit: " + KIB_A_SECOND + "\n"));
        Files.writeString(
                barman.config().resolveSibling("d/" + RealBarman.SERVER + ".conf"),
                "bandwidth_limit = " + 4 * KIB_A_SECOND + "\n",
                StandardOpenOption.APPEND);
    }

    /** How a desk is connected to them. */
    public PracticePlan plan() throws IOException {
        return new PracticePlan(
                List.of(
                        new PracticePlan.Link("borg", "Borg", borg.settings()),
                        new PracticePlan.Link("barman", "Barman", over(keeper)),
                        new PracticePlan.Link("linux", WEB, login(borg.machine())),
                        new PracticePlan.Link("linux", KEEPER, login(keeper))),
                Map.of(),
                List.of(),
                Map.of(
                        "borg",
                        "Borg " + borg.on("borg --version").replaceAll("[^0-9.]", ""),
                        "barman",
                        "Barman " + barman.version(),
                        "postgresql",
                        "PostgreSQL " + barman.postgres().version(),
                        "ssh",
                        keeper.software()),
                List.of(key(borg.machine()), key(keeper)));
    }

    private Map<String, String> over(SshServer server) {
        Map<String, String> all = new LinkedHashMap<>(barman.settings());
        all.putAll(login(server));
        return all;
    }

    private static Map<String, String> login(SshServer server) {
        return Map.of(
                "host", server.host(),
                "port", String.valueOf(server.port()),
                "user", server.user(),
                "keyFile", server.keyFile().toString());
    }

    private static PracticePlan.Key key(SshServer server) {
        return new PracticePlan.Key(
                "ssh://" + server.host() + ":" + server.port(), server.fingerprint());
    }

    public RealBorg borg() {
        return borg;
    }

    public RealBarman barman() {
        return barman;
    }

    /**
     * Starts a PostgreSQL from what Barman restored and asks it, without Ronron; then removes it.
     *
     * @return the answer
     */
    public String askRestored(Path place, String database, String question)
            throws IOException, MissingProgramException {
        try (TempFolder restored = TempFolder.of(place)) {
            return RestoredPostgres.ask(programs, restored.path(), database, question);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable server : started) {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException("a server of the backups did not stop", e);
            }
        }
        started.clear();
    }
}
