package org.ronron.practice.nextcloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * What nginx and PHP would answer for a farm: by the {@code Host} of a request, through the link of
 * that name. {@code /status.php} is JSON, in maintenance too; any other page is 503 in maintenance;
 * an address without a link is 404. As Nextcloud's status.php and lib/base.php have it.
 */
public final class StatusPages implements AutoCloseable {
    private final StandInFarm farm;
    private final HttpServer server;

    private StatusPages(StandInFarm farm, HttpServer server) {
        this.farm = farm;
        this.server = server;
    }

    /** Listens on a free port of loopback when this returns. */
    public static StatusPages start(StandInFarm farm, Executor threads) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 50);
        StatusPages pages = new StatusPages(farm, server);
        server.createContext("/", pages::answer);
        server.setExecutor(threads);
        server.start();
        return pages;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked =
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
            String host = asked.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
            String config = config(host);
            String path = exchange.getRequestURI().getPath();
            boolean off = config.contains("\n  'maintenance' => true,");
            if (config.isEmpty()) {
                say(exchange, 404, "text/html", "<html><h1>404 Not Found</h1></html>");
            } else if (path.equals("/status.php")) {
                say(exchange, 200, "application/json", status(config, off));
            } else if (off) {
                say(exchange, 503, "text/html", "<html><h1>Maintenance mode</h1></html>");
            } else {
                say(exchange, 200, "text/html", "<html><h1>A stand-in for Nextcloud</h1></html>");
            }
        }
    }

    /** Empty for an address that leads nowhere. */
    private String config(String host) throws IOException {
        String tail = "." + farm.domain();
        if (!host.matches("[a-z0-9.-]{1,253}") || !host.endsWith(tail)) {
            return "";
        }
        String space = host.substring(0, host.length() - tail.length());
        Path config = farm.configs().resolve(space).resolve("config.php");
        boolean there =
                Files.isSymbolicLink(farm.sites().resolve(host)) && Files.isReadable(config);
        return there ? Files.readString(config) : "";
    }

    private static String status(String config, boolean off) {
        boolean installed = config.contains("\n  'installed' => true,");
        boolean old = installed && !config.contains("\n  'version' => '31.0.5.1',");
        return """
        {"installed":%s,"maintenance":%s,"needsDbUpgrade":%s,"version":"31.0.5.1",\
        "versionstring":"31.0.5","edition":"","productname":"Nextcloud","extendedSupport":false}"""
                .formatted(installed, off, old);
    }

    private static void say(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
