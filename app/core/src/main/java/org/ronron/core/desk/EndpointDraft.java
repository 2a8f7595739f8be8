package org.ronron.core.desk;

import java.util.Map;

/**
 * A connection as typed into the form.
 *
 * @param secrets values by setting key; wiped by the desk when they are in the vault
 */
public record EndpointDraft(
        String type, String name, Map<String, String> settings, Map<String, char[]> secrets) {}
