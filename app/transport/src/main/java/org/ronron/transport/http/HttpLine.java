package org.ronron.transport.http;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.ronron.api.ConnectorException;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Route;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;
import org.ronron.transport.guard.Turn;

/** What one endpoint has open over HTTP. Any thread. */
public final class HttpLine {
    private final HttpRoom room;
    private final TrustGate gate;
    private final Turn turn;
    private final Map<String, Kept> wires = new ConcurrentHashMap<>();
    private final ReentrantLock dialling = new ReentrantLock();
    private final Set<Socket> lent = ConcurrentHashMap.newKeySet();
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    public HttpLine(HttpRoom room, TrustGate gate, Turn turn) {
        this.room = room;
        this.gate = gate;
        this.turn = turn;
    }

    /** The wire to this address on this way, under the trust of this moment. */
    Wire wire(Site site, Target target, Optional<Route> route, Optional<Identity> identity)
            throws ConnectorException {
        List<Trust.TrustedKey> trusted = gate.enter(site, target.address());
        Optional<Object> stamp = identity.map(Identity::stamp);
        dialling.lock();
        try {
            Kept old = wires.get(target.address());
            if (old != null && old.serves(trusted, route, stamp)) {
                if (old.own.isPresent()) {
                    old.own.get().check(site.name(), room.clock().instant());
                }
                return old.wire;
            }
            Optional<Identity.Own> own =
                    identity.isPresent()
                            ? Optional.of(identity.get().read(room.clock().instant()))
                            : Optional.empty();
            if (old != null) {
                old.wire.hangUp();
            }
            Wire made = dial(site, target, route, trusted, new Showing(own));
            wires.put(target.address(), new Kept(made, stamp, own));
            return made;
        } finally {
            dialling.unlock();
        }
    }

    private Wire dial(
            Site site,
            Target target,
            Optional<Route> route,
            List<Trust.TrustedKey> trusted,
            Showing showing) {
        OkHttpClient shared =
                route.map(way -> TunnelSockets.through(room.client(), way, target))
                        .orElseGet(room::client);
        return target.secure()
                ? new Wire(
                        shared,
                        route,
                        trusted,
                        new Certificates(
                                room.platform(),
                                room.clock(),
                                gate,
                                site,
                                target.address(),
                                trusted,
                                Certificates.Heard.NOBODY),
                        showing)
                : new Wire(shared, route, trusted);
    }

    /** TLS over a socket that was lent, under the trust of this moment. */
    SSLSocket layer(
            Peer peer,
            Optional<Identity> identity,
            Certificates.Heard heard,
            Socket socket,
            boolean close)
            throws ConnectorException, IOException {
        Certificates certificates =
                new Certificates(
                        room.platform(),
                        room.clock(),
                        gate,
                        peer.site(),
                        peer.address(),
                        gate.enter(peer.site(), peer.address()),
                        heard);
        Optional<Identity.Own> own =
                identity.isPresent()
                        ? Optional.of(identity.get().read(room.clock().instant()))
                        : Optional.empty();
        return (SSLSocket)
                Wire.context(certificates, new Showing(own))
                        .getSocketFactory()
                        .createSocket(socket, peer.host(), peer.port(), close);
    }

    X509TrustManager platform() {
        return room.platform();
    }

    Names names() {
        return room.names();
    }

    /** Closed by {@link #hangUp}, if not before. */
    void lend(Socket socket) {
        lent.removeIf(Socket::isClosed);
        lent.add(socket);
    }

    boolean lent(Socket socket) {
        return lent.contains(socket);
    }

    private record Kept(Wire wire, Optional<Object> stamp, Optional<Identity.Own> own) {
        boolean serves(
                List<Trust.TrustedKey> trusted, Optional<Route> route, Optional<Object> now) {
            return wire.madeUnder(trusted) && wire.goes(route) && stamp.equals(now);
        }
    }

    Turn turn() {
        return turn;
    }

    /** Calls under way, so that {@link #hangUp} can end them. */
    Set<Call> calls() {
        return calls;
    }

    /** Ends the calls under way and closes every connection; the line can be used again. */
    public void hangUp() {
        calls.forEach(Call::cancel);
        wires.values().forEach(kept -> kept.wire.hangUp());
        wires.clear();
        lent.forEach(HttpLine::close);
        lent.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // what cannot be closed is not open
        }
    }
}
