package org.ronron.core.model;

import java.time.Instant;
import java.util.Optional;
import org.ronron.api.Fault;

/**
 * One connection and how it is.
 *
 * @param answered when it last answered in full
 * @param fault why it does not, if so
 * @param writableUntil empty when read-only
 * @param fingerprint of its last observation
 */
public record EndpointView(
        String id,
        String type,
        String name,
        String address,
        State state,
        String version,
        String fingerprint,
        Optional<Instant> answered,
        Optional<Fault> fault,
        Optional<Instant> writableUntil) {
    /** How it is. */
    public enum State {
        NEVER_ASKED,
        FINE,
        /** It answered before and does not now: what it said is shown, greyed, with its age. */
        SILENT,
        /** A key or certificate waits for a person's word. */
        ASKING,
        /** A changed key or a refused login: nothing is tried until a person acts. */
        STOPPED
    }
}
