package org.ronron.core.model;

/**
 * Where a request is kept.
 *
 * @param endpointId its source; empty for one that was typed in here
 * @param key in its source
 */
public record RequestRef(String endpointId, String key) {
    /** Whether it was typed in here. */
    public boolean byHand() {
        return endpointId.isEmpty();
    }
}
