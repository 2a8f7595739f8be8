package org.ronron.api;

import java.util.Map;

/**
 * Something that needs a person.
 *
 * @param kind its texts are {@code finding.<kind>.what} and {@code finding.<kind>.remedy} in the
 *     connector's texts
 * @param subject the node's or cluster's key, or empty for the endpoint
 */
public record FindingFact(
        String kind, Severity severity, String subject, Map<String, String> details) {
    public FindingFact {
        details = Map.copyOf(details);
    }

    /** With details as name, value, name, value. */
    public static FindingFact of(
            String kind, Severity severity, String subject, String... details) {
        return new FindingFact(kind, severity, subject, Details.of(details));
    }
}
