package org.ronron.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that a server can leave and come back to: below those that the system gives to whoever
 * connects, so that no connection takes one in between.
 */
final class FreePorts {
    private static final int FIRST = 12_000;
    private static final int MANY = 18_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 101 % MANY));

    private FreePorts() {}

    /** One on which nobody listens now. */
    static int next() throws IOException {
        for (int i = 0; i < MANY; i++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), MANY);
            try (ServerSocket free =
                    new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return free.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no port is free");
    }
}
