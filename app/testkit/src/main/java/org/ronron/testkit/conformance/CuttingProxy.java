package org.ronron.testkit.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Stands between a connector and its server, real or simulated: counts the calls that could change
 * something, and cuts one of them before or after its effect, as a crash would.
 */
final class CuttingProxy implements AutoCloseable {
    /** Where the next changing call is cut. */
    enum Cut {
        NOWHERE,
        BEFORE,
        AFTER
    }

    private final URI target;
    private final Set<String> reading;
    private final HttpServer server;
    private final List<String> changes = new ArrayList<>();
    private Cut cut = Cut.NOWHERE;

    CuttingProxy(URI target, Set<String> reading, Executor executor) throws IOException {
        this.target = target;
        this.reading = Set.copyOf(reading);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.setExecutor(executor);
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized void cutNextChange(Cut where) {
        cut = where;
    }

    synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    private synchronized Cut arrived(String method, String path) {
        boolean changing =
                !method.equals("GET")
                        && !method.equals("HEAD")
                        && !reading.contains(method + " " + path);
        if (!changing) {
            return Cut.NOWHERE;
        }
        changes.add(method + " " + path);
        Cut now = cut;
        cut = Cut.NOWHERE;
        return now;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            Cut now = arrived(method, exchange.getRequestURI().getPath());
            if (now == Cut.BEFORE) {
                return;
            }
            HttpURLConnection onward =
                    (HttpURLConnection)
                            target.resolve(exchange.getRequestURI()).toURL().openConnection();
            onward.setRequestMethod(method);
            onward.setReadTimeout(120_000);
            String login = exchange.getRequestHeaders().getFirst("Authorization");
            if (login != null) {
                onward.setRequestProperty("Authorization", login);
            }
            if (sent.length > 0) {
                onward.setDoOutput(true);
                onward.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = onward.getOutputStream()) {
                    out.write(sent);
                }
            }
            int status = onward.getResponseCode();
            byte[] body;
            try (InputStream in =
                    status < 400 ? onward.getInputStream() : onward.getErrorStream()) {
                body = in == null ? new byte[0] : in.readAllBytes();
            }
            if (now == Cut.AFTER) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
