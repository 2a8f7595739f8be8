package org.ronron.core.model;

import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.Severity;

/**
 * Something that needs a person.
 *
 * @param type connector whose texts hold {@code finding.<kind>.*}; empty for Ronron's own
 * @param subject a node's name, an endpoint's name
 */
public record Finding(
        String kind, String type, Severity severity, String subject, Map<String, String> details) {
    /** The same, with one detail more. */
    public Finding with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new Finding(kind, type, severity, subject, more);
    }
}
