package org.ronron.transport.guard;

import java.io.IOException;
import java.net.SocketAddress;

/** What one socket is held to, beside what its user asks for. Any thread. */
public interface Bounds {
    /** Nothing more: the user is ourselves, and has bounds of its own. */
    Bounds NONE =
            new Bounds() {
                @Override
                public void connecting(SocketAddress to) {
                    // wherever the socket leads
                }

                @Override
                public int silence(int asked) {
                    return asked;
                }

                @Override
                public void arrived(int bytes) {
                    // counted by the reader
                }

                @Override
                public IOException told(IOException trouble) {
                    return trouble;
                }
            };

    /** Refuses to go anywhere but to the peer. */
    void connecting(SocketAddress to) throws IOException;

    /**
     * Milliseconds that a read may wait.
     *
     * @param asked 0 is without end
     */
    int silence(int asked);

    /** So many bytes have come; refuses more than may come, or later. */
    void arrived(int bytes) throws IOException;

    /** Takes note of what failed, and hands it on. */
    IOException told(IOException trouble);
}
