package org.ronron.testkit.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers each path with a text that was set, and 400 with another to all else. */
public final class CannedServer implements AutoCloseable {
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final String otherwise;
    private final HttpServer server;

    /**
     * @param otherwise the body of the 400
     */
    public CannedServer(String otherwise) throws IOException {
        this.otherwise = otherwise;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this path answers 200 with this body. */
    public CannedServer with(String path, String body) {
        answers.put(path, body);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String said = answers.get(exchange.getRequestURI().getPath());
            byte[] body = (said == null ? otherwise : said).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said == null ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
