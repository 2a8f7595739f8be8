package org.ronron.transport.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronron.transport.guard.BareSocket;
import org.ronron.transport.guard.Bounds;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Names;

/** A socket straight to one peer, at whichever of its addresses answers. */
final class PeerSocket extends BareSocket {
    /** Milliseconds. */
    private static final int OTHERWISE = 30_000;

    private final Names names;
    private final String host;
    private final int port;
    private final Bounds bounds;
    private volatile int silence;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile @Nullable Socket inner;

    PeerSocket(Names names, String host, int port, Bounds bounds) throws SocketException {
        this.names = names;
        this.host = host;
        this.port = port;
        this.bounds = bounds;
        this.silence = bounds.silence(0);
    }

    @Override
    public void connect(SocketAddress to, int millis) throws IOException {
        bounds.connecting(to);
        if (connected || closed) {
            throw new SocketException(closed ? "Socket closed" : "already connected");
        }
        int budget = bounds.silence(millis <= 0 ? OTHERWISE : millis);
        try {
            dial(Deadline.after(Duration.ofMillis(budget)));
            connected = true;
        } catch (IOException e) {
            close();
            throw bounds.told(e);
        }
    }

    private void dial(Deadline deadline) throws IOException {
        List<InetAddress> addresses = names.lookup(host, deadline);
        for (int i = 0; ; i++) {
            // each address gets its share, so that a dead first one leaves time for the next
            Duration share = deadline.left().dividedBy(addresses.size() - i);
            Socket socket = new Socket(Proxy.NO_PROXY);
            inner = socket;
            try {
                if (closed) {
                    throw new SocketException("Socket closed");
                }
                int wait = Math.max(1, (int) share.toMillis());
                socket.connect(new InetSocketAddress(addresses.get(i), port), wait);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(silence);
                return;
            } catch (IOException e) {
                socket.close();
                if (closed || i + 1 == addresses.size() || deadline.passed()) {
                    throw e;
                }
            }
        }
    }

    private Socket open() throws SocketException {
        Socket present = inner;
        if (closed || !connected || present == null) {
            throw new SocketException(closed ? "Socket closed" : "Socket is not connected");
        }
        return present;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(open().getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    int taken = super.read(into, from, length);
                    if (taken > 0) {
                        bounds.arrived(taken);
                    }
                    return taken;
                } catch (IOException e) {
                    throw bounds.told(e);
                }
            }

            @Override
            public void close() throws IOException {
                PeerSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return open().getOutputStream();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Socket present = inner;
        if (present != null) {
            present.close();
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        open().shutdownOutput();
    }

    @Override
    public void shutdownInput() throws IOException {
        open().shutdownInput();
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isBound() {
        return connected;
    }

    @Override
    public boolean isClosed() {
        Socket present = inner;
        return closed || connected && present != null && present.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        Socket present = inner;
        return present != null && present.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        Socket present = inner;
        return present != null && present.isOutputShutdown();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        silence = bounds.silence(millis);
        Socket present = inner;
        if (present != null && connected) {
            present.setSoTimeout(silence);
        }
    }

    @Override
    public int getSoTimeout() {
        return silence;
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    @Override
    public String toString() {
        return "PeerSocket[" + host + ":" + port + "]";
    }
}
