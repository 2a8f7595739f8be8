package org.ronron.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Reach;

/** What the tests through real OpenSSH servers share: several machines, one key for all. */
abstract class RealTunnels extends RealShells {
    static final Duration SHORT = Duration.ofSeconds(2);

    /** A machine with a host key of its own, open to the key of the first one made. */
    RealSshd machine(String name, String... more) throws Exception {
        return machine(name, 0, more);
    }

    RealSshd machine(String name, int port, String... more) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        Path key = folder.resolve("shared");
        if (Files.exists(key) && Files.notExists(own.resolve("client"))) {
            for (String end : List.of("", ".pub")) {
                Files.copy(
                        folder.resolve("shared" + end),
                        own.resolve("client" + end),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.copy(own.resolve("client.pub"), own.resolve("authorized"));
        }
        RealSshd made = port == 0 ? new RealSshd(own, more) : new RealSshd(own, port, more);
        if (Files.notExists(key)) {
            for (String end : List.of("", ".pub")) {
                Files.copy(
                        own.resolve("client" + end),
                        folder.resolve("shared" + end),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return made;
    }

    /** The settings of an endpoint that goes through these machines. */
    Map<String, String> via(RealSshd... hops) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(
                Reach.VIA, Stream.of(hops).map(RealSshd::hop).collect(Collectors.joining(",")));
        settings.put(Reach.VIA_KEY_FILE, folder.resolve("shared").toString());
        return settings;
    }

    /** As {@link #via}, and then to this machine's shell. */
    Map<String, String> viaTo(RealSshd last, RealSshd... hops) {
        Map<String, String> settings = via(hops);
        settings.putAll(last.settings());
        return settings;
    }

    /** Makes the call, accepting each key that is asked for; the addresses, in order. */
    List<String> accepting(Running call) throws ConnectorException {
        List<String> asked = new ArrayList<>();
        while (true) {
            try {
                call.run();
                return asked;
            } catch (ConnectorException e) {
                Fault fault = e.fault();
                if (fault.code() != CommonError.TRUST_UNKNOWN || asked.size() > 8) {
                    throw e;
                }
                asked.add(fault.details().getOrDefault("address", ""));
                lent.trust.accept(fault);
            }
        }
    }

    /** The ports on which this very process listens. */
    static List<String> listening() throws IOException {
        List<String> own = new ArrayList<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : open.toList()) {
                try {
                    own.add(Files.readSymbolicLink(file).toString());
                } catch (IOException closedMeanwhile) {
                    continue;
                }
            }
        }
        List<String> ports = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/net/" + table))) {
                String[] words = line.strip().split("\\s+");
                boolean listens = words[3].equals("0A");
                if (listens && own.contains("socket:[" + words[9] + "]")) {
                    ports.add(words[1]);
                }
            }
        }
        ports.sort(null);
        return ports;
    }
}
