package org.ronron.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/**
 * The worst of servers for a secret: each answer and each error holds all that it was sent, logins
 * included. Below {@code /fine} it does what it is asked, below {@code /refuses}, {@code /fails}
 * and {@code /page} it does not.
 */
final class EchoServer implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean hangs = true;
    private volatile boolean fails;
    private volatile boolean imported;

    EchoServer(Executor executor) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 9);
        server.setExecutor(executor);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url(String mode) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + mode);
    }

    /** Waits until it was asked to change something; it does not answer that one call. */
    void awaitChange() throws InterruptedException {
        asked.await();
    }

    void answers() {
        hangs = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String echo = exchange.getRequestHeaders().entrySet() + "\n" + body;
        String path = exchange.getRequestURI().getPath();
        String mode = path.split("/", -1)[1];
        if (path.endsWith("/import")) {
            change();
        }
        if (path.endsWith("/fail")) {
            fails = true;
        }
        int status =
                switch (mode) {
                    case "refuses" -> 401;
                    case "fails" -> 500;
                    default -> fails && path.endsWith("/import") ? 500 : 200;
                };
        String said =
                mode.equals("page")
                        ? "<html><body>" + echo + "</body></html>"
                        : JsonText.write(
                                Json.obj()
                                        .with("imported", Json.of(imported))
                                        .with("message", echo)
                                        .with("error", echo));
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        String type = mode.equals("page") ? "text/html" : "application/json";
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void change() throws IOException {
        asked.countDown();
        if (hangs) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        imported = imported || !fails;
    }

    @Override
    public void close() {
        closed.countDown();
        asked.countDown();
        server.stop(0);
    }
}
