package org.ronron.practice.haproxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * A real HAProxy in master-worker mode, in a folder of its own: one front on a loopback port, one
 * backend {@code spaces} with one server, and a map that leads host names to backends. A host name
 * that the map does not have gets 404. Reloads go by the master's socket. Not thread-safe.
 */
public final class RealHaproxy implements AutoCloseable {
    /** The backend that new addresses are led to. */
    public static final String BACKEND = "spaces";

    /** A second backend of the configuration: whose addresses are somebody else's. */
    public static final String OTHERS = "others";

    private static final Duration READY = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("HAProxy version ([0-9]+\\.[0-9]+)");
    private final Path program;
    private final String software;
    private final String server;
    private final int port;
    private final TempFolder folder;
    private Running running;

    private RealHaproxy(Path program, String software, String server, boolean mapKnown)
            throws IOException {
        this.program = program;
        this.software = software;
        this.server = server;
        this.port = Ports.free();
        this.folder = new TempFolder("haproxy");
        Files.createDirectories(map().getParent());
        Files.writeString(map(), "");
        writeConfiguration(mapKnown);
        this.running = run();
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param server host and port of the backend's one server
     * @throws MissingProgramException when HAProxy is not installed
     */
    public static RealHaproxy start(Programs programs, String server)
            throws IOException, MissingProgramException {
        return start(programs, server, true);
    }

    /**
     * The same, started before its configuration had the map: the file on disk has it by now, and a
     * reload brings it.
     */
    public static RealHaproxy startedBeforeItsMap(Programs programs, String server)
            throws IOException, MissingProgramException {
        RealHaproxy early = start(programs, server, false);
        early.writeConfiguration(true);
        return early;
    }

    private static RealHaproxy start(Programs programs, String server, boolean mapKnown)
            throws IOException, MissingProgramException {
        Path program = programs.require("haproxy", "apt install haproxy");
        programs.require("socat", "apt install socat");
        Process asked = new ProcessBuilder(program.toString(), "-v").start();
        asked.getOutputStream().close();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new IOException(program + " does not say that it is HAProxy");
        }
        return new RealHaproxy(program, "HAProxy " + version.group(1), server, mapKnown);
    }

    /** Writes the configuration, with or without the map; what runs is not touched. */
    public void writeConfiguration(boolean withMap) throws IOException {
        String leads =
                withMap
                        ? "use_backend %[req.hdr(host),field(1,:),lower,map(" + map() + ",no)]"
                        : "";
        // configuration manual of HAProxy 2.6
        String text =
                """
                global
                  stats socket %s mode 600 level admin expose-fd listeners
                  stats timeout 30s
                  maxconn 500
                defaults
                  mode http
                  timeout connect 2s
                  timeout client 30s
                  timeout server 30s
                  timeout check 1s
                frontend people
                  bind 127.0.0.1:%d
                  %s
                  default_backend no
                backend %s
                  server app %s check inter 1s
                backend %s
                  server other %s
                backend no
                  http-request return status 404
                """
                        .formatted(socket(), port, leads, BACKEND, server, OTHERS, server);
        Files.writeString(config(), text);
    }

    private Running run() throws IOException {
        Running started =
                Running.start(
                        Launch.of(
                                "haproxy",
                                folder.path(),
                                program.toString(),
                                "-W",
                                "-S",
                                master().toString(),
                                "-db",
                                "-f",
                                config().toString()));
        try {
            return started.await(
                    READY,
                    () -> Files.exists(socket()) && ask("show info").contains("Name: HAProxy"));
        } catch (IOException failed) {
            started.close();
            folder.close();
            throw failed;
        }
    }

    /** What it was, as the tour prints it: {@code HAProxy 2.6}. */
    public String software() {
        return software;
    }

    /** Where people come in, {@code 127.0.0.1:port}. */
    public String front() {
        return "127.0.0.1:" + port;
    }

    /** The runtime API's socket. */
    public Path socket() {
        return folder.path().resolve("admin.sock");
    }

    /** The master process' socket. */
    public Path master() {
        return folder.path().resolve("master.sock");
    }

    /** The map file, empty at first, alone in its folder. */
    public Path map() {
        return folder.path().resolve("maps").resolve("spaces.map");
    }

    /** The configuration. */
    public Path config() {
        return folder.path().resolve("haproxy.cfg");
    }

    /** A connection's settings, beside those of the way to its machine. */
    public Map<String, String> settings() {
        return Map.of(
                "socket", socket().toString(),
                "map", map().toString(),
                "front", front(),
                "backend", BACKEND,
                "config", config().toString(),
                "master", master().toString());
    }

    /**
     * One command of the runtime API, as another console would give it.
     *
     * @return its answer; empty when nobody listens
     */
    public String ask(String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            StringBuilder answer = new StringBuilder();
            ByteBuffer some = ByteBuffer.allocate(1 << 16);
            while (channel.read(some) >= 0) {
                answer.append(StandardCharsets.UTF_8.decode(some.flip()));
                some.clear();
            }
            return answer.toString();
        } catch (ConnectException nobody) {
            return "";
        }
    }

    /** Ends it as a power cut would; its files stay. */
    public void kill() throws IOException {
        running.kill();
    }

    /** Starts it again after {@link #kill}, on its files, and waits until it serves. */
    public void restart() throws IOException {
        running.close();
        running = run();
    }

    @Override
    public void close() {
        running.close();
        folder.close();
    }
}
