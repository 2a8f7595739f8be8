package org.ronron.core.model;

import java.util.Map;
import org.ronron.api.Severity;

/**
 * Something that needs a person.
 *
 * @param type connector whose texts hold {@code finding.<kind>.*}; empty for Ronron's own
 * @param subject a node's name, an endpoint's name
 */
public record Finding(
        String kind, String type, Severity severity, String subject, Map<String, String> details) {}
