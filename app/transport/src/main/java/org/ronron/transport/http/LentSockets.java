package org.ronron.transport.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Sockets;
import org.ronron.transport.guard.Bounds;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Fingerprint;
import org.ronron.transport.guard.Route;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.Told;

/** Sockets to one peer for a client library, under our trust and bounds. */
public final class LentSockets extends SocketFactory implements Sockets, Certificates.Heard {
    private final HttpLine line;
    private final Reaching reaching;
    private final Peer peer;
    private final Set<String> agreed = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Fault> trouble = new AtomicReference<>();

    /**
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    public LentSockets(Site site, HttpLine line, Reaching reaching, InetSocketAddress to)
            throws ConnectorException {
        this.line = line;
        this.reaching = reaching;
        String host = to.getHostString().toLowerCase(Locale.ROOT);
        if (host.isBlank() || to.getPort() == 0) {
            throw Faults.setting(site.name(), "host", Said.BAD_HOST);
        }
        String shown = host.contains(":") ? "[" + host + "]" : host;
        String suffix = reaching.route().map(Route::suffix).orElse("");
        String address = "tls://" + shown + ":" + to.getPort() + suffix;
        this.peer = new Peer(site, address, host, to.getPort(), trouble::set);
    }

    @Override
    public SocketFactory plain() {
        return this;
    }

    @Override
    public SSLContext tls() {
        return PeerTls.over(this);
    }

    @Override
    public X509TrustManager trust() {
        return new OursAlone(line.platform());
    }

    @Override
    public HostnameVerifier names() {
        return (host, session) -> peer.same(host) && known(session);
    }

    private boolean known(SSLSession session) {
        try {
            X509Certificate leaf = (X509Certificate) session.getPeerCertificates()[0];
            return agreed.contains(Fingerprint.of(leaf.getEncoded()));
        } catch (SSLPeerUnverifiedException | CertificateEncodingException nothingShown) {
            return false;
        }
    }

    @Override
    public boolean confidential() {
        return Target.thisMachine(peer.host());
    }

    @Override
    public Optional<Fault> refused() {
        return Optional.ofNullable(trouble.getAndSet(null));
    }

    @Override
    public void refused(Fault fault) {
        trouble.set(fault);
    }

    @Override
    public void agreed(X509Certificate leaf) {
        try {
            agreed.add(Fingerprint.of(leaf.getEncoded()));
        } catch (CertificateEncodingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        Bounds bounds = peer.bounds();
        Socket made;
        try {
            Optional<Route> route = reaching.route();
            made =
                    route.isPresent()
                            ? route.get().socket(peer.address(), peer.host(), peer.port(), bounds)
                            : new PeerSocket(line.names(), peer.host(), peer.port(), bounds);
        } catch (ConnectorException e) {
            throw bounds.told(new Told(e.fault(), e));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        line.lend(made);
        return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(InetSocketAddress.createUnresolved(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return createSocket(host, port);
    }

    /** TLS on one of our own sockets, under the trust of this moment. */
    SSLSocket layered(@Nullable Socket socket, boolean close) throws IOException {
        if (socket == null || !line.lent(socket)) {
            throw new SocketException("not a socket of this host");
        }
        try {
            return line.layer(peer, reaching.identity(), this, socket, close);
        } catch (ConnectorException e) {
            socket.close();
            throw peer.bounds().told(new Told(e.fault(), e));
        }
    }

    /** Without names. */
    @Override
    public String toString() {
        return "Sockets[" + peer.address() + "]";
    }
}
