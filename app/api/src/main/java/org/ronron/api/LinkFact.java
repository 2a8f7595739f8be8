package org.ronron.api;

import java.util.Map;

/**
 * One part of a space, as the system that holds it tells it.
 *
 * @param space the space's name; a part whose system cannot tell whose it is has none of these
 * @param key the system's own name for the part: a database, a bucket, a line of a map
 * @param details further facts to show, as text; keys are {@code link.<key>} in the connector's
 *     texts. Figures that end in {@code Bytes} are sizes
 */
public record LinkFact(
        Kind kind, String space, String key, Health health, Map<String, String> details) {
    /** What a part is for; in the order in which a person asks for them. */
    public enum Kind {
        /** The record of it where requests and spaces are kept. */
        RECORD,
        /** The application itself, on its host. */
        APP,
        /** The way by which people reach it. */
        ROUTE,
        /** Whether it answers to who comes by that way. */
        CHECK,
        DATABASE,
        BUCKET,
        /** The office suite that it uses. */
        OFFICE,
        /** Its entry in the list that the one runner of background jobs works through. */
        RUNNER,
        BACKUP
    }

    /** How it is. */
    public enum Health {
        FINE,
        /** Somebody should look. */
        ATTENTION,
        WRONG,
        /** Switched off on purpose. */
        OFF,
        UNKNOWN
    }

    public LinkFact {
        details = Map.copyOf(details);
    }

    /** With details as name, value, name, value. */
    public static LinkFact of(
            Kind kind, String space, String key, Health health, String... details) {
        return new LinkFact(kind, space, key, health, Details.of(details));
    }
}
