package org.ronron.core.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.api.Login;

/**
 * One connection and how it is.
 *
 * @param answered when it last answered in full
 * @param fault why it does not, if so
 * @param writableUntil empty when read-only
 * @param fingerprint of its last observation
 * @param settings as they were typed; never a secret
 * @param kept keys of the secrets that the vault holds for it, with since when
 * @param login who we are there, as it said last
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
        Optional<Instant> writableUntil,
        Map<String, String> settings,
        Map<String, Instant> kept,
        Login login) {
    public EndpointView {
        settings = Map.copyOf(settings);
        kept = Map.copyOf(kept);
    }

    /** A connection whose settings are not shown, and that tells nothing of our login. */
    public EndpointView(
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
        this(
                id,
                type,
                name,
                address,
                state,
                version,
                fingerprint,
                answered,
                fault,
                writableUntil,
                Map.of(),
                Map.of(),
                Login.NOT_TOLD);
    }

    /** The same, opened as somebody else. */
    public EndpointView with(Login other) {
        return new EndpointView(
                id,
                type,
                name,
                address,
                state,
                version,
                fingerprint,
                answered,
                fault,
                writableUntil,
                settings,
                kept,
                other);
    }

    /** How it is. */
    public enum State {
        NEVER_ASKED,
        FINE,
        /** It answered before and does not now: what it said is shown, greyed, with its age. */
        SILENT,
        /** It needs a secret, and the vault is locked: what it said is shown, with its age. */
        LOCKED,
        /** A key or certificate waits for a person's word. */
        ASKING,
        /** A changed key or a refused login: nothing is tried until a person acts. */
        STOPPED
    }
}
