package org.ronron.transport.ssh;

import java.io.IOException;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/**
 * A channel from a machine that we are logged in at to another host ({@code direct-tcpip}, RFC
 * 4254, section 7.2): a tunnel without a local port. What arrives is handed on by the SSH client's
 * own thread, in order.
 */
final class Hose extends ChannelDirectTcpip {
    /** What stands at our end. None of these may wait. */
    interface Mouth {
        /** The far side is connected; nothing has arrived yet. */
        void opened(Hose hose) throws IOException;

        /** To be answered by {@link Hose#taken}; the bytes are the caller's again afterwards. */
        void arrived(byte[] bytes, int from, int length) throws IOException;

        /** Nothing more comes; may be said more than once. */
        void ended();
    }

    /** Told to the far machine, which has no use for where we stand. */
    private static final SshdSocketAddress HERE = new SshdSocketAddress("127.0.0.1", 0);

    private final Mouth mouth;

    /**
     * @param host a name is resolved by the machine
     */
    Hose(String host, int port, Mouth mouth) {
        super(HERE, new SshdSocketAddress(host, port));
        this.mouth = mouth;
        setStreaming(Streaming.Async);
        addCloseFutureListener(closed -> mouth.ended());
    }

    /** So many bytes were used: the other side may send as many more. */
    void taken(int bytes) throws IOException {
        getLocalWindow().release(bytes);
    }

    /** Tells the other side that we send nothing more. */
    void endOutput() throws IOException {
        sendEof();
    }

    @Override
    protected void doOpen() throws IOException {
        super.doOpen();
        mouth.opened(this);
    }

    @Override
    protected void doWriteData(byte[] data, int from, long length) throws IOException {
        if (!isClosing()) {
            mouth.arrived(data, from, Math.toIntExact(length));
        }
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        mouth.ended();
    }
}
