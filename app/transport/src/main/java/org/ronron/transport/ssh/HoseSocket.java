package org.ronron.transport.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.ronron.transport.guard.BareSocket;
import org.ronron.transport.guard.Bounds;

/** A {@link Hose} as a socket, for libraries that want one. */
final class HoseSocket extends BareSocket {
    /** Opens the hose, or says why not. */
    interface Opening {
        void open(Hose hose, Duration budget) throws IOException;
    }

    /** Milliseconds. */
    private static final int OTHERWISE = 30_000;

    private final Bounds bounds;
    private final Opening opening;
    private final Inflow inflow = new Inflow();
    private final Hose hose;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile boolean outputEnded;
    private volatile int silence;

    HoseSocket(String host, int port, Bounds bounds, Opening opening) throws SocketException {
        this.bounds = bounds;
        this.silence = bounds.silence(0);
        this.opening = opening;
        this.hose = new Hose(host, port, inflow);
    }

    /** The hose leads to one place only; the bounds judge whether that is meant. */
    @Override
    public void connect(SocketAddress to, int millis) throws IOException {
        bounds.connecting(to);
        if (connected || closed) {
            throw new SocketException(closed ? "Socket closed" : "already connected");
        }
        int budget = bounds.silence(millis <= 0 ? OTHERWISE : millis);
        try {
            opening.open(hose, Duration.ofMillis(budget));
        } catch (IOException e) {
            close();
            throw bounds.told(e);
        }
        connected = true;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        checkOpen();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    int taken = inflow.take(into, from, length, silence);
                    if (taken > 0) {
                        bounds.arrived(taken);
                    }
                    if (taken > 0 && !hose.isClosing()) {
                        hose.taken(taken);
                    }
                    return taken;
                } catch (IOException e) {
                    throw bounds.told(e);
                }
            }

            @Override
            public int available() {
                return inflow.available();
            }

            @Override
            public void close() throws IOException {
                HoseSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        checkOpen();
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                send(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                HoseSocket.this.close();
            }
        };
    }

    /** Waits until the bytes have left; closing the socket ends the waiting. */
    private synchronized void send(byte[] bytes, int from, int length) throws IOException {
        checkOpen();
        if (outputEnded || hose.isClosing()) {
            throw new SocketException("Broken pipe");
        }
        if (length == 0) {
            return;
        }
        IoWriteFuture leaving =
                hose.getAsyncIn().writeBuffer(new ByteArrayBuffer(bytes, from, length));
        leaving.await();
        if (!leaving.isWritten()) {
            throw new SocketException("Broken pipe");
        }
    }

    private void checkOpen() throws SocketException {
        if (closed || !connected) {
            throw new SocketException(closed ? "Socket closed" : "Socket is not connected");
        }
    }

    @Override
    public void close() {
        closed = true;
        inflow.close();
        hose.close(true);
    }

    @Override
    public void shutdownOutput() throws IOException {
        checkOpen();
        if (!outputEnded) {
            outputEnded = true;
            hose.endOutput();
        }
    }

    @Override
    public void shutdownInput() throws IOException {
        checkOpen();
        inflow.ended();
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
        return closed;
    }

    @Override
    public boolean isInputShutdown() {
        return inflow.hasEnded();
    }

    @Override
    public boolean isOutputShutdown() {
        return outputEnded || connected && hose.isClosing();
    }

    @Override
    public void setSoTimeout(int millis) {
        silence = bounds.silence(millis);
    }

    @Override
    public int getSoTimeout() {
        return silence;
    }

    @Override
    public int getPort() {
        return hose.getRemoteSocketAddress().getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return InetSocketAddress.createUnresolved(
                hose.getRemoteSocketAddress().getHostName(), getPort());
    }

    @Override
    public String toString() {
        return "HoseSocket[" + hose.getRemoteSocketAddress() + "]";
    }
}
