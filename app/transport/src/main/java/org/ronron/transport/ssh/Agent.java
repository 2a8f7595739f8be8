package org.ronron.transport.ssh;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;
import org.ronron.transport.guard.Deadline;

/**
 * The user's own SSH agent, over its Unix socket (IETF draft-ietf-sshm-ssh-agent: messages of a
 * length of four bytes and so many bytes). It is asked by one of MINA's few threads, so an agent
 * that waits for a person is waited for {@link #PATIENCE} and no longer.
 */
final class Agent extends AbstractAgentProxy {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST = 256 * 1024;

    private final Path socket;
    private @Nullable SocketChannel channel;

    Agent(Path socket) {
        super(null);
        this.socket = socket;
    }

    @Override
    protected synchronized Buffer request(Buffer request) throws IOException {
        Deadline deadline = Deadline.after(PATIENCE);
        SocketChannel open = opened();
        try (Selector selector = Selector.open()) {
            SelectionKey key = open.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer out = ByteBuffer.wrap(request.array(), request.rpos(), request.available());
            while (out.hasRemaining()) {
                awaitReady(selector, deadline);
                open.write(out);
            }
            key.interestOps(SelectionKey.OP_READ);
            int length = read(open, selector, 4, deadline).getInt();
            if (length <= 0 || length > LONGEST) {
                throw new IOException("no agent");
            }
            return new ByteArrayBuffer(read(open, selector, length, deadline).array());
        }
    }

    private SocketChannel opened() throws IOException {
        SocketChannel present = channel;
        if (present == null) {
            present = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            present.configureBlocking(false);
            channel = present;
        }
        return present;
    }

    private static ByteBuffer read(
            SocketChannel from, Selector selector, int length, Deadline deadline)
            throws IOException {
        ByteBuffer in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            awaitReady(selector, deadline);
            if (from.read(in) < 0) {
                throw new IOException("the agent ended");
            }
        }
        return in.flip();
    }

    private static void awaitReady(Selector selector, Deadline deadline) throws IOException {
        if (deadline.passed() || selector.select(deadline.left().toMillis()) == 0) {
            throw new IOException("the agent does not answer");
        }
        selector.selectedKeys().clear();
    }

    @Override
    public synchronized boolean isOpen() {
        return channel == null || channel.isOpen();
    }

    @Override
    public synchronized void close() throws IOException {
        super.close();
        SocketChannel present = channel;
        if (present != null) {
            present.close();
        }
    }
}
