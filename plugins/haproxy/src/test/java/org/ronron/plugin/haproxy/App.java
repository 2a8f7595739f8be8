package org.ronron.plugin.haproxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A little web server: its status page, and nothing else. HTTP/1.0, one call a connection. */
final class App implements AutoCloseable {
    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What it says of itself. */
    private volatile String status = "{\"installed\":true,\"maintenance\":false}";

    App() throws IOException {
        threads.execute(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    void says(String next) {
        status = next;
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket one = listening.accept();
                threads.execute(() -> serve(one));
            }
        } catch (IOException | RejectedExecutionException closed) {
            // the test is over
        }
    }

    private void serve(Socket one) {
        try (Socket open = one) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    open.getInputStream(), StandardCharsets.US_ASCII));
            String first = in.readLine();
            for (String line = first; line != null && !line.isEmpty(); ) {
                line = in.readLine();
            }
            if (first != null) {
                boolean known = first.startsWith("GET /status.php ");
                String head = known ? "HTTP/1.0 200 OK" : "HTTP/1.0 404 Not Found";
                String answer = head + "\r\nConnection: close\r\n\r\n" + (known ? status : "");
                open.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // a check of HAProxy's that only connects
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
