package org.ronron.transport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.ronron.transport.guard.Bounds;
import org.ronron.transport.guard.Route;

/** Sockets of one target through a tunnel, whatever address they are told to connect to. */
final class TunnelSockets extends SocketFactory {
    private final Route route;
    private final Target target;

    private TunnelSockets(Route route, Target target) {
        this.route = route;
        this.target = target;
    }

    /** This client with all connections through the tunnel; it looks up no name. */
    static OkHttpClient through(OkHttpClient client, Route route, Target target) {
        return client.newBuilder()
                .socketFactory(new TunnelSockets(route, target))
                // An address has to be there; the name goes with it to the far side.
                .dns(host -> List.of(InetAddress.getByAddress(host, new byte[4])))
                .build();
    }

    @Override
    public Socket createSocket() {
        return route.socket(target.address(), target.host(), target.port(), Bounds.NONE);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new SocketException("only sockets that are not connected");
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
}
