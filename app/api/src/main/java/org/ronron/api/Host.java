package org.ronron.api;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

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
        if (typed.isBlank()) {
            throw fault(CommonError.BAD_SETTING, "setting", key, "reason", "is missing");
        }
        URI uri;
        try {
            uri = URI.create(typed.strip());
        } catch (IllegalArgumentException unreadable) {
            String reason = "holds a character that no address has";
            throw fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            String reason = "begins neither with http:// nor with https://";
            throw fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
        }
        if (uri.getHost() == null) {
            throw fault(CommonError.BAD_SETTING, "setting", key, "reason", "names no host");
        }
        return uri;
    }

    /** A fault of this endpoint that has changed nothing; details as name, value, name, value. */
    default ConnectorException fault(ErrorCode code, String... details) {
        return new ConnectorException(Fault.of(code, endpointName(), details));
    }

    /** What a probe found, now. */
    default Evidence evidence(Evidence.Verdict verdict, String found) {
        return new Evidence(verdict, found, clock().instant());
    }

    /** Whether a secret of this name is there; calls over HTTP name it, see {@link Auth}. */
    boolean hasSecret(String key);

    /**
     * Lends a secret to a client library that logs in by itself, over {@link #sockets}. In a
     * session that may write it is the one {@link Setting#forWriting} where that is given; a
     * session that may not is never lent that one.
     *
     * @param use is handed the characters, which are wiped when it returns
     * @throws ConnectorException {@link CommonError#SECRET_MISSING}, or a locked vault's
     */
    default <T> T secret(String key, Function<char[], T> use) throws ConnectorException {
        throw new UnsupportedOperationException("this host lends no secrets");
    }

    /**
     * The same for a secret that Ronron made, to be given away by such a library.
     *
     * @throws ConnectorException also {@link CommonError#READ_ONLY}, in a session that may not
     *     write
     */
    default <T> T made(MadeSecret secret, Function<char[], T> use) throws ConnectorException {
        throw new UnsupportedOperationException("this host lends no secrets");
    }

    /** HTTP calls below this address. */
    Http http(URI base, Auth auth);

    /**
     * The shell of the endpoint's machine, reached with its settings {@code host}, {@code port},
     * {@code user}, {@code keyFile}.
     */
    Shell shell() throws ConnectorException;

    /**
     * Sockets to one peer, for a client library that connects by itself. Nothing is connected yet.
     *
     * @param peer not resolved ({@link InetSocketAddress#createUnresolved}); its name is the one
     *     that its certificate has to have
     * @throws ConnectorException {@link CommonError#BAD_SETTING}
     */
    default Sockets sockets(InetSocketAddress peer) throws ConnectorException {
        throw new UnsupportedOperationException("this host lends no sockets");
    }

    /** Whether this session may change something. */
    boolean writable();

    InstantSource clock();
}
