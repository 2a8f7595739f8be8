package org.ronron.plugin.haproxy;

import java.util.List;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;

/**
 * The settings, each of a form that neither a shell, socat nor HAProxy reads anything else in.
 *
 * @param login as one would type it
 * @param address for errors
 * @param socket the runtime API's, HAProxy's {@code stats socket}
 * @param map the file that leads addresses to backends
 * @param front host and port where HAProxy listens for people, as seen from its machine
 * @param backend the one that answers for spaces
 * @param config the configuration that a reload reads
 * @param master the master process' socket ({@code -S}); empty: by systemd
 */
record Places(
        String login,
        String address,
        String socket,
        String map,
        String front,
        String backend,
        String config,
        String master) {
    /** A backend's name (HAProxy 2.6, configuration manual 4). */
    static final String BACKEND = "[A-Za-z0-9_.:-]{1,64}";

    private static final String PATH = "/[A-Za-z0-9_./+-]{1,200}";
    private static final String FRONT = "([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:]{2,45}]):[0-9]{1,5}";

    static Places of(Host host) throws ConnectorException {
        for (String key : List.of("host", "user")) {
            if (host.setting(key).orElse("").isBlank()) {
                throw bad(host, key, "is missing");
            }
        }
        String machine = host.setting("host").orElse("").strip();
        String port = host.setting("port").orElse("22");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw bad(host, "port", "is not between 1 and 65535");
        }
        String literal = machine.contains(":") ? "[" + machine + "]" : machine;
        return new Places(
                "ssh -p " + port + " " + host.setting("user").orElse("") + "@" + machine,
                "ssh://" + literal + ":" + port,
                typed(host, "socket", PATH, "is no path"),
                typed(host, "map", PATH, "is no path"),
                typed(host, "front", FRONT, "is no host:port"),
                typed(host, "backend", BACKEND, "is no name of a backend"),
                typed(host, "config", PATH, "is no path"),
                typed(host, "master", PATH + "|", "is no path"));
    }

    private static String typed(Host host, String key, String form, String reason)
            throws ConnectorException {
        String value = host.setting(key).orElse("").strip();
        if (value.matches(form)) {
            return value;
        }
        throw bad(host, key, value.isEmpty() ? "is missing" : reason);
    }

    private static ConnectorException bad(Host host, String key, String reason) {
        return host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
    }
}
