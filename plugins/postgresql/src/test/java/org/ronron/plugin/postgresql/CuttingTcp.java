package org.ronron.plugin.postgresql;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the library and a server, without TLS, and cuts the line at the n-th message that
 * the library sends (PostgreSQL 15, 55.7: a type, a length, the rest; the first one has no type).
 */
final class CuttingTcp implements AutoCloseable {
    /** Which messages answer what was asked before them: Sync and simple Query. */
    private static final String ASKS = "SQ";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final int target;
    private final Executor executor;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean after;

    CuttingTcp(int target, Executor executor) throws IOException {
        this.target = target;
        this.executor = executor;
        executor.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /**
     * Cuts once.
     *
     * @param message counted from 1, over all connections from now on
     * @param answered whether the server gets it and does it, and only its answer is lost
     */
    void cutAt(int message, boolean answered) {
        after = answered;
        left.set(message);
    }

    /** Whether that message has come. */
    boolean hasCut() {
        return left.get() <= 0;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                executor.execute(() -> pass(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
            Gate gate = new Gate(client.getOutputStream());
            executor.execute(() -> answers(server, gate, client));
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            byte[] first = message(in, -1);
            out.write(first);
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                byte[] message = message(in, type);
                boolean asks = ASKS.indexOf(type) >= 0;
                boolean now = asks && left.decrementAndGet() == 0;
                if (now && !after) {
                    return;
                }
                if (now) {
                    gate.shut();
                }
                out.write(message);
                out.flush();
                if (now) {
                    gate.awaitReady();
                    return;
                }
            }
        } catch (IOException theyHungUp) {
            // as a line does
        }
    }

    private static byte[] message(DataInputStream in, int type) throws IOException {
        int length = in.readInt();
        int head = type < 0 ? 4 : 5;
        byte[] all = new byte[length - 4 + head];
        int at = 0;
        if (type >= 0) {
            all[at++] = (byte) type;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            all[at++] = (byte) (length >> shift);
        }
        in.readFully(all, head, length - 4);
        return all;
    }

    private static void answers(Socket server, Gate gate, Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(server.getInputStream());
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                gate.hand(message(in, type), type == 'Z');
            }
        } catch (IOException theyHungUp) {
            // as a line does
        } finally {
            gate.over();
        }
    }

    /** Answers go through it until it is shut. */
    private static final class Gate {
        private final OutputStream out;
        private boolean shut;
        private boolean ready;

        Gate(OutputStream out) {
            this.out = out;
        }

        synchronized void shut() {
            shut = true;
        }

        synchronized void hand(byte[] message, boolean last) throws IOException {
            if (!shut) {
                out.write(message);
                out.flush();
            } else if (last) {
                over();
            }
        }

        synchronized void over() {
            ready = true;
            notifyAll();
        }

        synchronized void awaitReady() throws IOException {
            while (!ready) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
