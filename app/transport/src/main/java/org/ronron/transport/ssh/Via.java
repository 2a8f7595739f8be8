package org.ronron.transport.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ronron.api.ConnectorException;
import org.ronron.api.Reach;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Said;

/**
 * Reads the setting {@link Reach#VIA} as ssh(1) reads {@code ProxyJump} (ssh_config(5), OpenSSH 9):
 * {@code [user@]host[:port]} or {@code ssh://[user@]host[:port]}, separated by commas; {@code none}
 * is none.
 */
public final class Via {
    private static final int MOST = 8;

    private Via() {}

    /**
     * The machines to go through, the nearest first; empty when there are none.
     *
     * @param user who logs in where none is named; empty: each has to name one
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    public static List<Machine> machines(
            String endpoint, Function<String, Optional<String>> settings, Optional<String> user)
            throws ConnectorException {
        String given = settings.apply(Reach.VIA).orElse("").strip();
        if (given.isEmpty() || given.equalsIgnoreCase("none")) {
            return List.of();
        }
        String[] all = given.split(",", -1);
        if (all.length > MOST) {
            throw Faults.setting(endpoint, Reach.VIA, Said.MANY_ON_THE_WAY);
        }
        List<Machine> machines = new ArrayList<>();
        String last = "";
        for (String one : all) {
            Machine machine = machine(endpoint, one.strip(), settings, user, last);
            machines.add(machine);
            last = machine.place();
        }
        return List.copyOf(machines);
    }

    private static Machine machine(
            String endpoint,
            String typed,
            Function<String, Optional<String>> settings,
            Optional<String> user,
            String last)
            throws ConnectorException {
        String text = typed.startsWith("ssh://") ? typed.substring("ssh://".length()) : typed;
        int at = text.lastIndexOf('@');
        String named = at < 0 ? user.orElse("") : text.substring(0, at);
        String where = text.substring(at + 1);
        int colon = where.lastIndexOf(':');
        // Several colons without brackets are an IPv6 address alone.
        boolean port =
                colon >= 0 && (where.indexOf(':') == colon || where.charAt(colon - 1) == ']');
        String host = port ? where.substring(0, colon) : where;
        if (named.isEmpty()) {
            throw Faults.setting(
                    endpoint, Reach.VIA, at < 0 ? Said.NAMES_NO_USER : Said.NOT_PROXY_JUMP);
        }
        return new Machine(
                Machine.host(host)
                        .orElseThrow(
                                () -> Faults.setting(endpoint, Reach.VIA, Said.NOT_PROXY_JUMP)),
                port ? Machine.port(endpoint, Reach.VIA, where.substring(colon + 1)) : 22,
                Machine.user(endpoint, Reach.VIA, named),
                Machine.file(endpoint, Reach.VIA_KEY_FILE, settings.apply(Reach.VIA_KEY_FILE)),
                Showing.ON_THE_WAY,
                last);
    }
}
