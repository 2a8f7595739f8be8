package org.ronron.plugin.mail;

import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fingerprint;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;

/** Whether the server greets us, and lets us in where it asks for a login. It has no machines. */
record MailInventory(Host host, Server server, Letters letters) implements Inventory {
    @Override
    public Observation observe() throws ConnectorException {
        String greeting = new Post(host, server).talk(line -> {}, "");
        String version = version(greeting);
        if (version.isEmpty()) {
            String found = Text.masked(greeting, "");
            throw host.fault(CommonError.BAD_ANSWER, "address", server.address(), "found", found);
        }
        String print = Fingerprint.of(server.address() + letters.from());
        return Observation.of(host.clock().instant(), version, print);
    }

    /** A greeting (RFC 5321, 4.2) without its code, its host name and the time of day. */
    static String version(String greeting) {
        String first = greeting.lines().findFirst().orElse("");
        if (!first.matches("220[ -].*")) {
            return "";
        }
        String words = Text.line(first.substring(4), 100);
        String told =
                words.replaceFirst("^\\S+ ?", "")
                        .replaceFirst(",? *(Mon|Tue|Wed|Thu|Fri|Sat|Sun), .*$", "")
                        .strip();
        return told.isEmpty() ? "SMTP" : told;
    }
}
