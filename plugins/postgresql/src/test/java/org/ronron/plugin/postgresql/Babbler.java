package org.ronron.plugin.postgresql;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.Executor;

/** Says one byte again and again to whoever connects, a gigabyte of it. */
final class Babbler implements AutoCloseable {
    private final ServerSocket server;
    private final byte filler;

    Babbler(byte filler, Executor executor) throws IOException {
        this.filler = filler;
        this.server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        executor.execute(this::babble);
    }

    int port() {
        return server.getLocalPort();
    }

    private void babble() {
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, filler);
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                for (long sent = 0; sent < 1L << 30; sent += block.length) {
                    out.write(block);
                }
            } catch (IOException theyHungUp) {
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
