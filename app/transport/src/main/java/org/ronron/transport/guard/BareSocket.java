package org.ronron.transport.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A socket of our own, for libraries that want one: who extends it connects, reads, writes and
 * closes. What only the system's sockets have (addresses, buffers, keep-alive) answers as if it
 * were set.
 */
public abstract class BareSocket extends Socket {
    protected BareSocket() throws SocketException {
        super((SocketImpl) null);
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
        connect(to, 0);
    }

    /** A placeholder: which address it is, only the machine at the far side knows. */
    @Override
    public InetAddress getInetAddress() {
        return InetAddress.ofLiteral("0.0.0.0");
    }

    @Override
    public InetAddress getLocalAddress() {
        return InetAddress.ofLiteral("0.0.0.0");
    }

    @Override
    public int getLocalPort() {
        return 0;
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return new InetSocketAddress(getLocalAddress(), 0);
    }

    @Override
    public void bind(@Nullable SocketAddress where) {
        // there is nothing here to bind
    }

    @Override
    public @Nullable SocketChannel getChannel() {
        return null;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // an SSH packet leaves at once
    }

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {
        // the SSH session has its own
    }

    @Override
    public boolean getKeepAlive() {
        return true;
    }

    @Override
    public void setSoLinger(boolean on, int seconds) {
        // closing never waits
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public void setSendBufferSize(int size) {
        // the channel's window decides
    }

    @Override
    public int getSendBufferSize() {
        return 64 * 1024;
    }

    @Override
    public void setReceiveBufferSize(int size) {
        // the channel's window decides
    }

    @Override
    public int getReceiveBufferSize() {
        return 64 * 1024;
    }

    @Override
    public void setOOBInline(boolean on) {
        // a channel has no urgent data
    }

    @Override
    public boolean getOOBInline() {
        return false;
    }

    @Override
    public void setTrafficClass(int kind) {
        // the SSH session has its own
    }

    @Override
    public int getTrafficClass() {
        return 0;
    }

    @Override
    public void setReuseAddress(boolean on) {
        // there is no address here
    }

    @Override
    public boolean getReuseAddress() {
        return false;
    }

    @Override
    public void sendUrgentData(int data) throws IOException {
        throw new SocketException("a channel has no urgent data");
    }

    @Override
    public <T> Socket setOption(SocketOption<T> name, T value) {
        throw new UnsupportedOperationException(name.name());
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException(name.name());
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }
}
