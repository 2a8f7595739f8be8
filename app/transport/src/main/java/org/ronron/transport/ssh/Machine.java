package org.ronron.transport.ssh;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Said;

/**
 * How a machine is reached, from an endpoint's settings.
 *
 * @param keyFile an OpenSSH private key; empty for a password or the agent
 */
public record Machine(String host, int port, String user, Optional<Path> keyFile) {

    /**
     * Reads {@code host}, {@code port} (22 when not given), {@code user} and {@code keyFile}.
     *
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    public static Machine of(String endpoint, Function<String, Optional<String>> settings)
            throws ConnectorException {
        String host =
                settings.apply("host")
                        .orElseThrow(() -> Faults.setting(endpoint, "host", Said.MISSING))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        if (!host.matches("[a-z0-9_:][a-z0-9_.:%-]{0,252}")) {
            throw Faults.setting(endpoint, "host", Said.BAD_HOST);
        }
        String user =
                settings.apply("user")
                        .orElseThrow(() -> Faults.setting(endpoint, "user", Said.MISSING))
                        .strip();
        if (user.isEmpty() || user.chars().anyMatch(c -> c <= 0x20 || c == 0x7f)) {
            throw Faults.setting(endpoint, "user", Said.BAD_USER);
        }
        return new Machine(
                host,
                port(endpoint, settings.apply("port").orElse("22").strip()),
                user,
                keyFile(endpoint, settings.apply("keyFile")));
    }

    /** As trust and faults name it. */
    String address() {
        return "ssh://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static int port(String endpoint, String text) throws ConnectorException {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw Faults.setting(endpoint, "port", Said.BAD_PORT);
    }

    private static Optional<Path> keyFile(String endpoint, Optional<String> text)
            throws ConnectorException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String path = text.get().strip();
        try {
            return Optional.of(
                    path.startsWith("~/")
                            ? Path.of(System.getProperty("user.home"), path.substring(2))
                            : Path.of(path));
        } catch (InvalidPathException e) {
            throw Faults.setting(endpoint, "keyFile", Said.BAD_FILE);
        }
    }
}
