package org.ronron.plugin.haproxy;

import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;

/**
 * The settings, each of a form that neither a shell, socat nor HAProxy reads anything else in:
 * {@code socket} is the runtime API's, {@code map} the file that leads addresses to backends,
 * {@code front} host and port where HAProxy listens for people, {@code backend} the one that
 * answers for spaces, {@code config} what a reload reads, {@code master} the master process' socket
 * or nothing.
 */
record Places(Map<String, String> values) {
    /** A backend's name (HAProxy 2.6, configuration manual 4). */
    static final String BACKEND = "[A-Za-z0-9_.:-]{1,64}";

    private static final String PATH = "/[A-Za-z0-9_./+-]{1,200}";
    private static final String FRONT = "([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:]{2,45}]):[0-9]{1,5}";
    private static final Map<String, String> FORMS =
            Map.of(
                    "host", ".+",
                    "port", "[0-9]{1,5}",
                    "user", ".+",
                    "socket", PATH,
                    "map", PATH,
                    "front", FRONT,
                    "backend", BACKEND,
                    "config", PATH,
                    "master", PATH + "|");

    static Places of(Host host) throws ConnectorException {
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, String> form : new TreeMap<>(FORMS).entrySet()) {
            String key = form.getKey();
            String value = host.setting(key).orElse("").strip();
            if (!value.matches(form.getValue())) {
                String reason = value.isEmpty() ? "is missing" : "is not valid";
                throw host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
            }
            values.put(key, value);
        }
        return new Places(values);
    }

    String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** The way in, as one would type it. */
    String login() {
        return "ssh -p " + get("port") + " " + get("user") + "@" + get("host");
    }

    String address() {
        return "ssh://" + get("host") + ":" + get("port");
    }
}
