package org.ronron.practice.nomad;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.ronron.core.json.JsonText;

/**
 * One event stream: {@code {}} at once and every thirty seconds, what is kept from the index on,
 * and then what comes. Without the right it is a 200 with nothing, which ends after a moment.
 */
record Streaming(NomadSimulator lock, NomadCluster cluster, CountDownLatch closed) {
    private static final long LOOK_MILLIS = 50;
    private static final int HEARTBEAT_SECONDS = 30;
    private static final byte[] HEARTBEAT = "{}\n".getBytes(StandardCharsets.UTF_8);

    void run(HttpExchange exchange, Optional<Token> token)
            throws IOException, InterruptedException {
        Query query = Query.of(exchange.getRequestURI());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!query.one("index").matches("\\d*")) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        boolean may = token.isPresent() && allowed(query, token.get());
        if (!may) {
            exchange.getResponseBody().flush();
            return;
        }
        try (OutputStream out = exchange.getResponseBody()) {
            follow(query, token.get(), out);
        }
    }

    /**
     * As the captures have it: all namespaces of a topic only with a policy that names them all.
     */
    private static boolean allowed(Query query, Token token) {
        boolean nodes = query.all("topic").contains("Node");
        boolean jobs = query.all("topic").stream().anyMatch(t -> !t.equals("Node"));
        String namespace = query.one("namespace");
        boolean seen = token.sees(namespace.isEmpty() ? "default" : namespace);
        return (!nodes || token.readsNodes()) && (!jobs || seen) && !query.all("topic").isEmpty();
    }

    private void follow(Query query, Token token, OutputStream out)
            throws IOException, InterruptedException {
        String asked = query.one("index");
        long next = asked.isEmpty() ? 0 : Long.parseLong(asked);
        List<String> visible;
        Instant beat;
        synchronized (lock) {
            visible = cluster.namespaces.stream().filter(token::sees).toList();
            beat = cluster.now();
        }
        out.write(HEARTBEAT);
        out.flush();
        while (closed.getCount() > 0) {
            List<byte[]> lines = new ArrayList<>();
            synchronized (lock) {
                cluster.pass();
                for (EventBuffer.Frame frame : cluster.events.from(next)) {
                    next = frame.index() + 1;
                    boolean mine =
                            frame.topic().equals("Node") || visible.contains(frame.namespace());
                    if (mine && query.all("topic").contains(frame.topic())) {
                        lines.add(
                                (JsonText.write(frame.line()) + "\n")
                                        .getBytes(StandardCharsets.UTF_8));
                    }
                }
                if (!beat.plusSeconds(HEARTBEAT_SECONDS).isAfter(cluster.now())) {
                    beat = cluster.now();
                    lines.add(HEARTBEAT);
                }
                if (lines.isEmpty()) {
                    lock.wait(LOOK_MILLIS);
                }
            }
            for (byte[] line : lines) {
                out.write(line);
            }
            out.flush();
        }
    }
}
