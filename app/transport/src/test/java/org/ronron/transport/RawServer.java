package org.ronron.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A server on loopback that says byte by byte what a test wants, and remembers what it was told.
 */
public final class RawServer implements AutoCloseable {
    /** One exchange, after the request's head was read. */
    public interface Reply {
        void to(String head, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);

    public RawServer(Reply reply) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), reply);
    }

    public RawServer(ServerSocket socket, Reply reply) {
        this.socket = socket;
        Thread.ofVirtual().start(() -> accept(reply));
    }

    /** Answers with this text, whole. */
    public static Reply text(String status, String headers, String body) {
        return (head, out) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write(
                    ("HTTP/1.1 "
                                    + status
                                    + "\r\n"
                                    + headers
                                    + "Content-Length: "
                                    + bytes.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
        };
    }

    /** Says nothing more until the server is closed. */
    public void hang() throws InterruptedException {
        closed.await();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The heads of all requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** The bodies of all requests so far, an empty one for none. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void accept(Reply reply) {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                open.add(peer);
                Thread.ofVirtual().start(() -> serve(peer, reply));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket peer, Reply reply) {
        try (peer) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    peer.getInputStream(), StandardCharsets.ISO_8859_1));
            while (true) {
                StringBuilder head = new StringBuilder();
                for (String line = in.readLine(); ; line = in.readLine()) {
                    if (line == null) {
                        return;
                    }
                    if (line.isEmpty()) {
                        break;
                    }
                    head.append(line).append('\n');
                }
                heads.add(head.toString());
                bodies.add(body(head.toString(), in));
                reply.to(head.toString(), peer.getOutputStream());
                peer.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException gone) {
            open.remove(peer);
        }
    }

    private static String body(String head, BufferedReader in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String line : head.split("\n")) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                for (long left = Long.parseLong(line.substring(15).strip()); left > 0; left--) {
                    body.append((char) in.read());
                }
            }
        }
        return body.toString();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket peer : List.copyOf(open)) {
            peer.close();
        }
    }
}
