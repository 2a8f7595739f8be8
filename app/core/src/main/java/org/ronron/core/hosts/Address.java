package org.ronron.core.hosts;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronron.core.hosts.HostList.Kind;

/**
 * {@code [user@]host[:port]}, {@code ssh://} before it or not; an IPv6 address with a port stands
 * in brackets, one with neither may stand bare.
 */
record Address(String user, String host, OptionalInt port) {
    private static final Pattern PARTS =
            Pattern.compile(
                    "(?:ssh://)?(?:(?<user>[^@/]*)@)?"
                            + "(?:\\[(?<six>[^\\]]*)]|(?<bare>[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F.%a-z]*)"
                            + "|(?<host>[^:/@\\[\\]]*))(?::(?<port>[^/]*))?/?");
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}._-]{0,251}[\\p{L}\\p{N}_.])?");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]{2,45}(?:%[\\w.-]{1,16})?");
    private static final Pattern USER =
            Pattern.compile("[\\p{L}\\p{N}._$][\\p{L}\\p{N}._$-]{0,63}");

    /** The address, or why there is none. */
    record Read(Optional<Address> address, Optional<Kind> wrong) {
        private static Read wrong(Kind kind) {
            return new Read(Optional.empty(), Optional.of(kind));
        }
    }

    static Read of(String written) {
        Matcher parts = PARTS.matcher(written.strip());
        if (!parts.matches()) {
            return Read.wrong(Kind.ADDRESS);
        }
        String six = first(parts.group("six"), parts.group("bare"));
        String host = first(parts.group("host"), six);
        boolean right = six.isEmpty() ? NAME.matcher(host).matches() : isSix(six);
        if (!right) {
            return Read.wrong(Kind.ADDRESS);
        }
        String user = first(parts.group("user"), "");
        if (parts.group("user") != null && !isUser(user)) {
            return Read.wrong(Kind.USER);
        }
        OptionalInt port = OptionalInt.empty();
        if (parts.group("port") != null) {
            port = port(parts.group("port"));
            if (port.isEmpty()) {
                return Read.wrong(Kind.PORT);
            }
        }
        return new Read(Optional.of(new Address(user, host, port)), Optional.empty());
    }

    private static String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }

    /** A literal only: nothing is looked up. */
    private static boolean isSix(String written) {
        if (!SIX.matcher(written).matches()) {
            return false;
        }
        try {
            return !Inet6Address.ofLiteral(written.replaceFirst("%.*", "")).isAnyLocalAddress();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    static boolean isUser(String written) {
        return USER.matcher(written).matches();
    }

    static OptionalInt port(String written) {
        if (!written.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(written);
        return port >= 1 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    /** Whether each machine of a {@code ProxyJump} is an address. */
    static boolean isWay(String written) {
        for (String hop : written.split(",", -1)) {
            if (of(hop).address().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
