package org.ronron.api;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the host lends a session: everything that reaches the outside goes through it, and so
 * through its trust, deadlines, caps, and the endpoint's read-only switch.
 */
public interface Host {
    /** The endpoint's id in the model. */
    String endpointId();

    /** The endpoint's name as the volunteer wrote it, for errors. */
    String endpointName();

    /** A setting's value, presets applied; empty when not given. Never a secret. */
    Optional<String> setting(String key);

    /**
     * An address of HTTP that somebody typed.
     *
     * @param key the setting that holds it, for the error
     * @throws ConnectorException {@link CommonError#BAD_SETTING}
     */
    default URI address(String key, String typed) throws ConnectorException {
        try {
            URI uri = URI.create(typed.strip());
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            return address(key, "");
        }
        throw new ConnectorException(
                Fault.of(
                        CommonError.BAD_SETTING,
                        endpointName(),
                        "setting",
                        key,
                        "reason",
                        "http(s)://… ≠ " + typed));
    }

    /** Whether a secret of this name is there; its value is never lent, see {@link Auth}. */
    boolean hasSecret(String key);

    /** HTTP calls below this address. */
    Http http(URI base, Auth auth);

    /**
     * The shell of the endpoint's machine, reached with its settings {@code host}, {@code port},
     * {@code user}, {@code keyFile}.
     */
    Shell shell() throws ConnectorException;

    InstantSource clock();
}
