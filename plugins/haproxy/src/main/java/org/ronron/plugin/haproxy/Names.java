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

    /** As they stand, right or not. */
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
    Names checked(Host host, boolean page) throws ConnectorException {
        right(host, "address", address, isAddress(address));
        right(host, "path", path, !page || path.matches(PATH));
        right(host, "backend", backend, page || backend.matches(Places.BACKEND));
        return this;
    }

    private static void right(Host host, String what, String value, boolean right)
            throws ConnectorException {
        if (!right) {
            String shown = Sections.plain(value.substring(0, Math.min(80, value.length())));
            throw host.fault(HaproxyError.BAD_NAME, "what", what, "value", shown);
        }
    }
}
