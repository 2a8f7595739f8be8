package org.ronron.api;

import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/**
 * What a client library that connects by itself is given in place of its own sockets and its own
 * trust. Everything goes to the one peer that it was lent for, through the endpoint's tunnel where
 * it has one; the library's attempts to go elsewhere fail. Names are resolved by the host, at the
 * far side of a tunnel.
 *
 * <p>A connection may say nothing for as long as the endpoint's timeout, whatever the library asks
 * for; it lives ten times that, and brings 64 MiB. It ends when the endpoint is dropped. Any
 * thread.
 */
public interface Sockets {
    /**
     * Sockets without TLS, also for a protocol that begins TLS later. Only sockets made by {@code
     * createSocket()} without arguments, or with host and port.
     */
    SocketFactory plain();

    /**
     * TLS over {@link #plain}: {@code createSocket} with host and port, or layered on a socket of
     * {@link #plain}. There is no engine for libraries without sockets.
     */
    SSLContext tls();

    /** The trust of {@link #tls}, for libraries that want both. */
    X509TrustManager trust();

    /** Agrees to what {@link #tls} has agreed to under this peer's name, and to nothing else. */
    HostnameVerifier names();

    /**
     * Whether nobody on the way can read what {@link #plain} sends: the peer is this very machine,
     * or the one at the end of the tunnel. A password is sent over {@link #tls} otherwise.
     */
    boolean confidential();

    /**
     * What went wrong on these sockets last, in the catalogue's words: an unknown or changed
     * certificate, a machine on the way, no connection, a silence, too much. Empty when nothing
     * did: then the library's own exception tells. To be asked when the library fails; a fault is
     * given once.
     */
    Optional<Fault> refused();
}
