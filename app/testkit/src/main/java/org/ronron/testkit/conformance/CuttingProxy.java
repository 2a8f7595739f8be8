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
    private int calls;

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

    /** All calls, those that only read too. */
    synchronized int calls() {
        return calls;
    }

    private synchronized Cut arrived(String method, String path) {
        calls++;
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
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (name.equals("Authorization") || name.startsWith("X-")) {
                                    onward.setRequestProperty(name, values.getFirst());
                                }
                            });
            if (sent.length > 0) {
                onward.setDoOutput(true);
                onward.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = onward.getOutputStream()) {
                    out.write(sent);
                }
            }
            int status = onward.getResponseCode();
            try (InputStream in =
                    status < 400 ? onward.getInputStream() : onward.getErrorStream()) {
                if (now == Cut.AFTER) {
                    if (in != null) {
                        in.readAllBytes();
                    }
                    return;
                }
                onward.getHeaderFields()
                        .forEach(
                                (name, values) -> {
                                    if (name != null && name.startsWith("X-")) {
                                        exchange.getResponseHeaders().put(name, values);
                                    }
                                });
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                long length = in == null ? 0 : onward.getContentLengthLong();
                exchange.sendResponseHeaders(status, length == 0 ? -1 : Math.max(length, 0));
                if (in != null && length != 0) {
                    asItComes(in, exchange.getResponseBody());
                }
            }
        }
    }

    /** A stream that stays open is handed on line by line. */
    private static void asItComes(InputStream in, OutputStream out) throws IOException {
        byte[] some = new byte[1 << 16];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            out.write(some, 0, read);
            out.flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
