package org.ronron.transport.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.session.AbstractClientSession;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.Closeable;
import org.apache.sshd.common.channel.BufferedIoOutputStream;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.closeable.AbstractInnerCloseable;
import org.jspecify.annotations.Nullable;

/**
 * A hose as the SSH client's connection to the next machine, where it would otherwise have a socket
 * ({@code ProxyJump}). MINA's own way to do this listens on a local port.
 */
final class ChannelIo extends AbstractInnerCloseable implements IoSession, Hose.Mouth {
    /** More than all windows of one session: a write never waits on the client's own threads. */
    private static final int MOST_PENDING = 64 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SessionFactory sessions;
    private final Machine machine;
    private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
    private volatile @Nullable Hose hose;
    private volatile @Nullable BufferedIoOutputStream out;

    ChannelIo(SessionFactory sessions, Machine machine, AttributeRepository context) {
        this.sessions = sessions;
        this.machine = machine;
        attributes.put(AttributeRepository.class, context);
    }

    /** The session on it, once the hose is open. */
    ClientSession session() {
        AbstractClientSession session = (AbstractClientSession) AbstractSession.getSession(this);
        session.setUsername(machine.user());
        session.setConnectAddress(getRemoteAddress());
        session.setAttribute(UserAuthPublicKey.USE_DEFAULT_IDENTITIES, true);
        session.setAttribute(UserAuthPublicKey.IDENTITY_AGENT, "");
        return session;
    }

    @Override
    public void opened(Hose opened) throws IOException {
        hose = opened;
        out =
                new BufferedIoOutputStream(
                        "hose", opened.getChannelId(), opened.getAsyncIn(), MOST_PENDING, PATIENCE);
        try {
            sessions.sessionCreated(this);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void arrived(byte[] bytes, int from, int length) throws IOException {
        try {
            sessions.messageReceived(this, new ByteArrayBuffer(bytes, from, length));
        } catch (Exception e) {
            AbstractSession.getSession(this).exceptionCaught(e);
        }
        Hose open = hose;
        if (open != null && !open.isClosing()) {
            open.taken(length);
        }
    }

    @Override
    public void ended() {
        AbstractSession session = AbstractSession.getSession(this, true);
        if (session != null) {
            session.close(true);
        }
    }

    @Override
    public IoWriteFuture writeBuffer(Buffer buffer) throws IOException {
        BufferedIoOutputStream open = out;
        if (open == null) {
            throw new IOException("the hose is not open");
        }
        // A channel takes a packet of MINA's own for one that it has made room in for its header.
        return open.writeBuffer(
                new ByteArrayBuffer(buffer.array(), buffer.rpos(), buffer.available()));
    }

    @Override
    protected Closeable getInnerCloseable() {
        return builder().sequential(out, hose).build();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return InetSocketAddress.createUnresolved(machine.host(), machine.port());
    }

    @Override
    public SocketAddress getLocalAddress() {
        return new InetSocketAddress(0);
    }

    @Override
    public long getId() {
        Hose open = hose;
        return open == null ? 0 : open.getChannelId();
    }

    @Override
    public @Nullable SocketAddress getAcceptanceAddress() {
        return null;
    }

    @Override
    public @Nullable Object getAttribute(Object key) {
        return attributes.get(key);
    }

    @Override
    public @Nullable Object setAttribute(Object key, Object value) {
        return attributes.put(key, value);
    }

    @Override
    public @Nullable Object setAttributeIfAbsent(Object key, Object value) {
        return attributes.putIfAbsent(key, value);
    }

    @Override
    public @Nullable Object removeAttribute(Object key) {
        return attributes.remove(key);
    }

    @Override
    public @Nullable IoService getService() {
        return null;
    }

    @Override
    public void shutdownOutputStream() throws IOException {
        Hose open = hose;
        if (open != null) {
            open.endOutput();
        }
    }

    @Override
    public void suspendRead() {
        // what arrives is handled at once
    }

    @Override
    public void resumeRead() {
        // never suspended
    }

    @Override
    public String toString() {
        return "ChannelIo[" + machine.address() + "]";
    }
}
