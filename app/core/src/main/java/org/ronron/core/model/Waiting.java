package org.ronron.core.model;

import java.util.Map;
import java.util.Optional;

/**
 * Work that has no place: it waits for one, or the machine that it ran on is gone.
 *
 * @param type the connector whose texts hold {@code finding.<kind>.what}, filled from {@code
 *     details}; empty for Ronron's own words
 * @param group what its siblings share
 * @param kind why it has none
 */
public record Waiting(
        String endpointId,
        String type,
        String name,
        Optional<String> group,
        String kind,
        Map<String, String> details) {
    public Waiting {
        details = Map.copyOf(details);
    }
}
