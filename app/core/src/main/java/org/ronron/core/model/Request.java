package org.ronron.core.model;

import org.ronron.api.RequestFact;

/**
 * An organisation's wish for a space.
 *
 * @param source name of the connection that it came by; empty for one that was typed in here
 */
public record Request(RequestRef ref, String source, RequestFact fact) {}
