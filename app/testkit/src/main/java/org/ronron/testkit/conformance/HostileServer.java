package org.ronron.testkit.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executor;

/** A server that gives one bad answer to everything. */
public final class HostileServer implements AutoCloseable {
    /** How it answers. */
    public enum Answer {
        HTML,
        HALF_JSON,
        GARBAGE,
        DEEP,
        CUT,
        ENDLESS,
        REDIRECT,
        SERVER_ERROR,
        ECHO,
        OTHER_JSON,
        CUSTOM
    }

    private static final String PAGE =
            "<!DOCTYPE html><html><body><h1>Welcome to nginx</h1></body></html>";
    private final Answer answer;
    private final int status;
    private final String custom;
    private final HttpServer server;

    public HostileServer(Answer answer, Executor executor) throws IOException {
        this(answer, 200, "", executor);
    }

    /** One that gives this answer to everything. */
    public HostileServer(int status, String body, Executor executor) throws IOException {
        this(Answer.CUSTOM, status, body, executor);
    }

    private HostileServer(Answer answer, int status, String custom, Executor executor)
            throws IOException {
        this.answer = answer;
        this.status = status;
        this.custom = custom;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.setExecutor(executor);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (answer) {
                case HTML -> send(exchange, "text/html", 200, PAGE);
                case HALF_JSON -> send(exchange, "application/json", 200, "{\"nodes\":[{\"id\":\"");
                case GARBAGE -> send(exchange, "application/json", 200, "\u0000\u0001%%%% no");
                case DEEP -> send(exchange, "application/json", 200, "[".repeat(200_000));
                case OTHER_JSON -> send(exchange, "application/json", 200, "{\"hello\":[1,2,3]}");
                case SERVER_ERROR ->
                        send(exchange, "application/json", 500, "{\"message\":\"disk on fire\"}");
                case ECHO -> send(exchange, "application/json", 500, echo(exchange));
                case CUSTOM -> send(exchange, "application/json", status, custom);
                case REDIRECT -> {
                    exchange.getResponseHeaders().set("Location", "http://192.0.2.1/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                }
                case CUT -> {
                    exchange.sendResponseHeaders(200, 5000);
                    exchange.getResponseBody()
                            .write("{\"nodes\":".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
                case ENDLESS -> endless(exchange);
            }
        }
    }

    /** An error that repeats all that was sent, as markup. */
    private static String echo(HttpExchange exchange) {
        StringBuilder said = new StringBuilder();
        exchange.getRequestHeaders()
                .forEach((name, values) -> said.append("<b>").append(name).append(values));
        return "{\"message\":\"" + said.toString().replace("\"", "'") + "\"}";
    }

    private static void send(HttpExchange exchange, String type, int status, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** A gigabyte and more, as fast as it is taken; ends when the other side hangs up. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) '[');
        try (OutputStream out = exchange.getResponseBody()) {
            for (long sent = 0; sent < 1L << 31; sent += block.length) {
                out.write(block);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
