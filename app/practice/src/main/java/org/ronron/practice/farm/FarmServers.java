package org.ronron.practice.farm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronron.practice.charon.CharonSimulator;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.haproxy.RealHaproxy;
import org.ronron.practice.mail.RealMail;
import org.ronron.practice.minio.RealMinio;
import org.ronron.practice.nextcloud.StandInFarm;
import org.ronron.practice.nextcloud.StatusPages;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.Hosts;
import org.ronron.practice.ssh.SshServer;

/**
 * A Nextcloud farm on loopback: PostgreSQL, MinIO, HAProxy, OpenSSH and a mail server are the real
 * ones; Nextcloud itself and the source of requests are stand-ins, since neither can be had. They
 * end with {@link #close}, and with this program however it ends.
 */
public final class FarmServers implements AutoCloseable {
    /** Under which the addresses of the farm's spaces lie; nobody can reach it. */
    public static final String DOMAIN = "frama.example";

    /** The machine of the web server and the one of the front. */
    static final String WEB = "web-1";

    static final String FRONT = "haproxy-1";

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final RealPostgres postgres;
    private final RealMinio minio;
    private final RealHaproxy haproxy;
    private final RealMail mail;
    private final CharonSimulator charon;
    private final StandInFarm farm;
    private final Hosts hosts;

    private FarmServers(
            Programs programs, Executor executor, InstantSource clock, boolean beforeItsMap)
            throws IOException, MissingProgramException {
        try {
            Path folder = keep(new TempFolder("farm")).path();
            postgres = keep(RealPostgres.start(programs));
            minio = keep(RealMinio.start(programs));
            mail = keep(RealMail.start(programs));
            farm = StandInFarm.make(Files.createDirectory(folder.resolve("web")), DOMAIN);
            StatusPages pages = keep(StatusPages.start(farm, executor));
            String backend = "127.0.0.1:" + pages.port();
            haproxy =
                    keep(
                            beforeItsMap
                                    ? RealHaproxy.startedBeforeItsMap(programs, backend)
                                    : RealHaproxy.start(programs, backend));
            hosts =
                    keep(
                            Hosts.start(
                                    programs,
                                    Files.createDirectory(folder.resolve("ssh")),
                                    List.of(WEB, FRONT)));
            charon = keep(new CharonSimulator(executor, clock));
        } catch (IOException | MissingProgramException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Starts them; takes some seconds.
     *
     * @throws MissingProgramException when one of the real ones is not installed
     */
    public static FarmServers start(Programs programs, Executor executor, InstantSource clock)
            throws IOException, MissingProgramException {
        return new FarmServers(programs, executor, clock, false);
    }

    /** The same, whose HAProxy was started before its configuration had the map of addresses. */
    public static FarmServers startedBeforeTheMap(
            Programs programs, Executor executor, InstantSource clock)
            throws IOException, MissingProgramException {
        return new FarmServers(programs, executor, clock, true);
    }

    private <T extends AutoCloseable> T keep(T server) {
        started.push(server);
        return server;
    }

    /** How a desk is connected to them. */
    public PracticePlan plan() throws IOException {
        return new FarmLinks(this).plan();
    }

    public RealPostgres postgres() {
        return postgres;
    }

    public RealMinio minio() {
        return minio;
    }

    public RealHaproxy haproxy() {
        return haproxy;
    }

    public RealMail mail() {
        return mail;
    }

    public CharonSimulator charon() {
        return charon;
    }

    public StandInFarm farm() {
        return farm;
    }

    /** The buckets that MinIO keeps, as its first drive has them. */
    public List<String> buckets() throws IOException {
        return folders(minio.drive(1)).stream().filter(n -> !n.startsWith(".")).toList();
    }

    /** The users that MinIO keeps, beside the one that may do everything. */
    public List<String> keys() throws IOException {
        Path users = minio.drive(1).resolve(".minio.sys/config/iam/users");
        return Files.isDirectory(users) ? folders(users) : List.of();
    }

    private static List<String> folders(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** How many configurations a space has. */
    public int instances(String name) throws IOException {
        try (Stream<Path> all = Files.list(farm.configs())) {
            return (int)
                    all.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> file.equals(name) || file.startsWith(name + "."))
                            .count();
        }
    }

    /** What stands between quotes in a space's configuration: its secrets are among it. */
    public List<String> configured(String name) throws IOException {
        String config = Files.readString(farm.configs().resolve(name).resolve("config.php"));
        return Pattern.compile("'([A-Za-z0-9]{32})'")
                .matcher(config)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** How many entries the map file has for a space. */
    public int routes(String name) throws IOException {
        return lines(haproxy.map(), line -> line.startsWith(name + "." + DOMAIN + " "));
    }

    /** How often a space stands in the list of the one runner. */
    public int entries(String name) throws IOException {
        return Files.exists(farm.list()) ? lines(farm.list(), name::equals) : 0;
    }

    private static int lines(Path file, Predicate<String> wanted) throws IOException {
        return (int) Files.readAllLines(file).stream().filter(wanted).count();
    }

    SshServer host(String name) {
        SshServer server = hosts.servers().get(name);
        if (server == null) {
            throw new IllegalArgumentException(name);
        }
        return server;
    }

    String ssh() {
        return hosts.missing()
                .map(why -> "SSH stand-in (" + why + ")")
                .orElse(host(WEB).software());
    }

    @Override
    public void close() {
        for (AutoCloseable server : started) {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException("a server of the farm did not stop", e);
            }
        }
        started.clear();
    }
}
