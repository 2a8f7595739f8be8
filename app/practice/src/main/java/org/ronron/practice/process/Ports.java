package org.ronron.practice.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Free ports on loopback addresses. */
public final class Ports {
    private Ports() {}

    /** A port of {@code 127.0.0.1} that nobody listens on. */
    public static int free() throws IOException {
        return free(1).getFirst();
    }

    /** Several different ones. */
    public static List<Integer> free(int many) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < many; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** Whether this loopback address and port could be listened on now. */
    public static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether something listens there. */
    public static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
