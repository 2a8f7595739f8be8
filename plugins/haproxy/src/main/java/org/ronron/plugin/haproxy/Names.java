package org.ronron.plugin.haproxy;

import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;

/**
 * The arguments of an action, none of which was trusted.
 *
 * @param address in lower case, as browsers and our map have it; each label as RFC 1123 (2.1)
 */
record Names(String address, String backend, String path) {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String ADDRESS = LABEL + "(\\." + LABEL + ")+";
    private static final String PATH = "/[A-Za-z0-9._~/-]{0,200}";

    /** As they stand, right or not: to be shown. */
    static Names of(Action action) {
        return new Names(
                action.arguments().word("address"),
                action.arguments().word("backend"),
                action.arguments().text("path").orElse(Page.STATUS));
    }

    static boolean isAddress(String address) {
        return address.length() <= 253 && address.matches(ADDRESS);
    }

    /**
     * @throws ConnectorException {@link HaproxyError#BAD_NAME}, before anything has left
     */
    Names checked(Host host, String verb) throws ConnectorException {
        if (!isAddress(address)) {
            throw bad(host, "address", address);
        }
        if (verb.equals(HaproxyActions.CHECK) && !path.matches(PATH)) {
            throw bad(host, "path", path);
        }
        if (!verb.equals(HaproxyActions.CHECK) && !backend.matches(Places.BACKEND)) {
            throw bad(host, "backend", backend);
        }
        return this;
    }

    private static ConnectorException bad(Host host, String what, String value) {
        String shown = Sections.plain(value.substring(0, Math.min(80, value.length())));
        return host.fault(HaproxyError.BAD_NAME, "what", what, "value", shown);
    }
}
