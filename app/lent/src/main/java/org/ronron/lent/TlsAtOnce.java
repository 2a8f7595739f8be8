package org.ronron.lent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Sockets;

/** Sockets on which TLS begins as soon as they are connected; not connected when they are made. */
public final class TlsAtOnce extends SocketFactory {
    private final Sockets sockets;

    public TlsAtOnce(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket() {
        return new Layered(sockets);
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

    /** Hands on to the encrypted one; used by one thread. */
    private static final class Layered extends Socket {
        private final Sockets sockets;
        private int silence;
        private @Nullable Socket inner;

        private Layered(Sockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public void connect(SocketAddress to, int millis) throws IOException {
            if (!(to instanceof InetSocketAddress peer)) {
                throw new SocketException("not an address of the internet");
            }
            Socket plain = sockets.plain().createSocket();
            inner = plain;
            plain.connect(to, millis);
            Socket encrypted =
                    sockets.tls()
                            .getSocketFactory()
                            .createSocket(plain, peer.getHostString(), peer.getPort(), true);
            encrypted.setSoTimeout(silence);
            inner = encrypted;
        }

        private Socket open() throws SocketException {
            Socket present = inner;
            if (present == null) {
                throw new SocketException("not connected");
            }
            return present;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return open().getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return open().getOutputStream();
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            silence = millis;
            Socket present = inner;
            if (present != null) {
                present.setSoTimeout(millis);
            }
        }

        @Override
        public boolean isConnected() {
            return inner != null;
        }

        @Override
        public void close() throws IOException {
            super.close();
            Socket present = inner;
            if (present != null) {
                present.close();
            }
        }
    }
}
