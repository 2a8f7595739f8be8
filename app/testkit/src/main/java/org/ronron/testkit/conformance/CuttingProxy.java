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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** As the JDK's server writes names of headers. */
    private static final Set<String> HANDED_ON =
            Set.of("Authorization", "If-match", "Idempotency-key");

    private final URI target;
    private final Set<String> reading;
    private final HttpServer server;
    private final List<String> changes = new ArrayList<>();
    private Cut cut = Cut.NOWHERE;
    private String refused = "";
    private int calls;
    private final List<Login> logins = new ArrayList<>();
    private final Map<String, String> inPlaceOf;

    /**
     * How one call showed who it is.
     *
     * @param call method and path
     * @param changing whether it could change something
     * @param shown the headers that may hold a secret
     */
    record Login(String call, boolean changing, String shown) {}

    CuttingProxy(URI target, Set<String> reading, Executor executor) throws IOException {
        this(target, reading, Map.of(), executor);
    }

    /**
     * @param inPlaceOf secrets that the server does not know, and the one that it is told instead
     */
    CuttingProxy(URI target, Set<String> reading, Map<String, String> inPlaceOf, Executor executor)
            throws IOException {
        this.inPlaceOf = Map.copyOf(inPlaceOf);
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

    /** What the server said against the change that was cut after its effect; empty for nothing. */
    synchronized String refused() {
        return refused;
    }

    private synchronized void cutAfter(int status, byte[] said) {
        refused = status < 400 ? "" : status + " " + new String(said, StandardCharsets.UTF_8);
    }

    synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    /** All calls, those that only read too. */
    synchronized int calls() {
        return calls;
    }

    /** How each call showed who it is, in the order of their coming. */
    synchronized List<Login> logins() {
        return List.copyOf(logins);
    }

    private synchronized Cut arrived(String method, String path, String shown) {
        calls++;
        boolean changing =
                !method.equals("GET")
                        && !method.equals("HEAD")
                        && !reading.contains(method + " " + path);
        logins.add(new Login(method + " " + path, changing, shown));
        if (!changing) {
            return Cut.NOWHERE;
        }
        changes.add(method + " " + path);
        refused = cut == Cut.AFTER ? "it was never answered" : "";
        Cut now = cut;
        cut = Cut.NOWHERE;
        return now;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            Map<String, String> handed = handed(exchange);
            Cut now = arrived(method, exchange.getRequestURI().getPath(), "" + handed.values());
            if (now == Cut.BEFORE) {
                return;
            }
            HttpURLConnection onward =
                    (HttpURLConnection)
                            target.resolve(exchange.getRequestURI()).toURL().openConnection();
            onward.setRequestMethod(method);
            onward.setReadTimeout(120_000);
            handed.forEach((name, value) -> onward.setRequestProperty(name, known(value)));
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
                    cutAfter(status, in == null ? new byte[0] : in.readAllBytes());
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

    /** What shows who calls, and on what condition. */
    private static Map<String, String> handed(HttpExchange exchange) {
        Map<String, String> handed = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (HANDED_ON.contains(name) || name.startsWith("X-")) {
                                handed.put(name, values.getFirst());
                            }
                        });
        return handed;
    }

    private String known(String header) {
        String said = header;
        for (Map.Entry<String, String> secret : inPlaceOf.entrySet()) {
            said = said.replace(secret.getKey(), secret.getValue());
        }
        return said;
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
