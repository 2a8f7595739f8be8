package org.ronron.transport.ssh;

import java.net.IDN;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.UserFile;

/**
 * How a machine is reached, from an endpoint's settings.
 *
 * @param host in lower case, and as ASCII where it was typed in another script (RFC 3490)
 * @param keyFile an OpenSSH private key; empty for a password or the agent
 * @param via {@link #place()} of the machine that it is reached through; empty when straight
 */
public record Machine(
        String host, int port, String user, Optional<Path> keyFile, Showing showing, String via) {

    /**
     * Reads {@code host}, {@code port} (22 when not given), {@code user} and {@code keyFile}.
     *
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    public static Machine of(String endpoint, Function<String, Optional<String>> settings)
            throws ConnectorException {
        String host =
                settings.apply("host")
                        .orElseThrow(() -> Faults.setting(endpoint, "host", Said.MISSING));
        String user =
                settings.apply("user")
                        .orElseThrow(() -> Faults.setting(endpoint, "user", Said.MISSING));
        return new Machine(
                host(host).orElseThrow(() -> Faults.setting(endpoint, "host", Said.BAD_HOST)),
                port(endpoint, "port", settings.apply("port").orElse("22")),
                user(endpoint, "user", user),
                file(endpoint, "keyFile", settings.apply("keyFile")),
                Showing.OWN,
                "");
    }

    /** The same machine at the end of this way, which may be empty. */
    public Machine behind(List<Machine> way) {
        return way.isEmpty()
                ? this
                : new Machine(host, port, user, keyFile, showing, way.getLast().place());
    }

    /**
     * As trust and faults name it: {@code ssh://host:port}, and where it is reached through another
     * machine also through which, since the same name can be another machine from there.
     */
    String address() {
        return via.isEmpty() ? place() : place() + " via " + via;
    }

    /** Where it stands, however it is reached. */
    String place() {
        return "ssh://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** A host as it is written everywhere; empty when it is neither a name nor an address. */
    static Optional<String> host(String typed) {
        String plain = typed.strip();
        if (plain.startsWith("[") && plain.endsWith("]")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        if (plain.contains(":")) {
            plain = shortest(plain);
        }
        try {
            // what has only ASCII is left as it is but for its case
            String ascii = plain.contains(":") ? plain : IDN.toASCII(plain);
            return Optional.of(ascii.toLowerCase(Locale.ROOT))
                    .filter(host -> host.matches("[a-z0-9_:][a-z0-9_.:%-]{0,252}"));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** An IPv6 address as it is written in one way only (RFC 5952); anything else as it is. */
    private static String shortest(String address) {
        @Nullable HttpUrl url =
                address.contains("%") ? null : HttpUrl.parse("http://[" + address + "]/");
        return url == null ? address : url.host();
    }

    static int port(String endpoint, String setting, String text) throws ConnectorException {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw Faults.setting(endpoint, setting, Said.BAD_PORT);
    }

    static String user(String endpoint, String setting, String text) throws ConnectorException {
        String user = text.strip();
        if (user.isEmpty() || user.chars().anyMatch(c -> c <= 0x20 || c == 0x7f)) {
            throw Faults.setting(endpoint, setting, Said.BAD_USER);
        }
        return user;
    }

    static Optional<Path> file(String endpoint, String setting, Optional<String> text)
            throws ConnectorException {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(UserFile.named(endpoint, setting, text.get()));
    }
}
