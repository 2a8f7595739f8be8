package org.ronron.practice.charon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/**
 * A source of requests on 127.0.0.1 that holds to our contract ({@code plugins/charon/README.md})
 * and refuses, in its words, whatever breaks it: an unknown path, a missing {@code If-Match}, a
 * value that cannot be. Leases follow the clock that is given. Safe from any thread.
 */
public final class CharonSimulator implements AutoCloseable {
    private final HttpServer server;
    private final Shelf shelf;
    private final RequestCalls requests;
    private final SpaceCalls spaces;
    private final TaskCalls tasks;
    private final Map<String, Json.Obj> tokens = new HashMap<>();
    private int busySeconds;
    private long api = 1;

    public CharonSimulator(Executor executor, InstantSource clock) throws IOException {
        shelf = new Shelf(clock);
        requests = new RequestCalls(shelf);
        spaces = new SpaceCalls(shelf);
        tasks = new TaskCalls(shelf, requests);
        PracticeRequests.into(shelf);
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.setExecutor(executor);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A token that may do all that Ronron does. */
    public String token() {
        return token("ronron-write", List.of("read", "decide", "worker"));
    }

    /** A token with these roles ({@code read}, {@code decide}, {@code worker}). */
    public synchronized String token(String name, List<String> roles) {
        String token = "practice-" + name;
        tokens.put(token, Json.obj().with("name", name).with("roles", Json.texts(roles)));
        return token;
    }

    /** A request that came in; one of the same id is replaced. Unknown members are kept. */
    public synchronized void add(Json.Obj request) {
        shelf.requests.put(request.word("id"), request);
    }

    /** So many plain requests more, {@code r_1001} and on. */
    public synchronized void addPlain(int many) {
        for (int i = 1; i <= many; i++) {
            String id = "r_" + (1000 + i);
            Json.Obj who =
                    PracticeRequests.organisation(
                            "Association nº " + i, "loi1901", "culture", 0, 1000, "Un espace.");
            add(
                    PracticeRequests.request(id, 1, shelf.now(), 1, "asso-" + i, "collabora", 5)
                            .with("organisation", who));
        }
    }

    /** So many active spaces more, {@code plain-1} and on. */
    public synchronized void addSpaces(int many) {
        for (int i = 1; i <= many; i++) {
            Json.Obj who = Json.obj().with("name", "Association nº " + i);
            shelf.record("plain-" + i, "active", Json.obj().with("organisation", who), "collabora");
        }
    }

    /** The request as it stands, for looking. */
    public synchronized Json.Obj request(String id) {
        shelf.lapse();
        return shelf.shown(shelf.requests.getOrDefault(id, Json.obj()), id);
    }

    /** The space of this subdomain as it stands; empty for none. */
    public synchronized Json.Obj space(String subdomain) {
        shelf.lapse();
        return shelf.spaces.getOrDefault(subdomain, Json.obj());
    }

    /** So many tasks are in this state. */
    public synchronized long tasks(String state) {
        shelf.lapse();
        return shelf.tasks.values().stream().filter(t -> t.word("state").equals(state)).count();
    }

    /** The next call is told to come again after so many seconds. */
    public synchronized void busy(int seconds) {
        busySeconds = seconds;
    }

    /** From now on it speaks this version of the contract. */
    public synchronized void speak(long version) {
        api = version;
    }

    /** Hermès looks once: it takes the oldest queued task, or goes on with the one it has. */
    public void hermes(String message) {
        hermes("done", message);
    }

    /** Hermès looks once, and what it has taken fails. */
    public void hermesFails(String message) {
        hermes("failed", message);
    }

    private synchronized void hermes(String end, String message) {
        shelf.lapse();
        for (Json.Obj task : List.copyOf(shelf.tasks.values())) {
            Json.Obj us = Json.obj().with("worker", "hermes-1").with("lease_s", 900);
            if (task.word("state").equals("queued")) {
                tasks.post(posted(task, "claim", us));
                return;
            }
            if (task.word("worker").equals("hermes-1") && task.word("state").equals("claimed")) {
                Json.Obj result = us.with("state", end).with("message", message);
                tasks.post(posted(task, "result", result));
                return;
            }
        }
    }

    private static Call posted(Json.Obj task, String what, Json.Obj body) {
        List<String> way = List.of("tasks", task.word("id"), what);
        return new Call("POST", way, Map.of(), body, Optional.empty(), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Said said = said(exchange, sent);
            byte[] body = JsonText.write(said.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            said.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Said said(HttpExchange exchange, String sent) {
        shelf.lapse();
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        String token = header(exchange, "Authorization").replaceFirst("^Bearer ", "");
        Json.Obj caller = tokens.get(token);
        if (caller == null) {
            return Said.error(401, Said.error("unauthorised", "no token that is known"));
        }
        if (busySeconds > 0) {
            String after = "" + busySeconds;
            busySeconds = 0;
            return Said.error(429, Said.error("busy", "too many calls")).with("Retry-After", after);
        }
        if (!path.equals("/api/v1") && !path.startsWith("/api/v1/")) {
            return Said.missing(path);
        }
        List<String> way = Call.way(path);
        String lacks = lacks(caller.texts("roles"), method, way);
        if (!lacks.isEmpty()) {
            return Said.error(403, Said.error("forbidden", "needs the role " + lacks));
        }
        if (way.isEmpty()) {
            return Said.ok(root(caller));
        }
        try {
            Json.Obj body = sent.isBlank() ? Json.obj() : JsonText.readObject(sent);
            String query = exchange.getRequestURI().getRawQuery();
            return routed(
                    new Call(
                            method,
                            way,
                            Call.query(query == null ? "" : query),
                            body,
                            Call.match(header(exchange, "If-Match")),
                            header(exchange, "Idempotency-Key")));
        } catch (IOException notJson) {
            return Said.invalid(400, "body", "no JSON");
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private Json.Obj root(Json.Obj caller) {
        return Json.obj()
                .with("service", "charon")
                .with("api", api)
                .with("version", "practice 1.0")
                .with("token", caller);
    }

    /** The first role that this caller would need and has not. */
    private static String lacks(List<String> roles, String method, List<String> way) {
        String last = way.isEmpty() ? "" : way.getLast();
        boolean makes = !way.isEmpty() && (way.getFirst().equals("tasks") || last.equals("claim"));
        boolean decides = !way.isEmpty() && !way.getFirst().equals("tasks");
        boolean claimsSpace = !way.isEmpty() && way.getFirst().equals("spaces") && makes;
        if (method.equals("GET")) {
            return roles.contains("read") ? "" : "read";
        }
        if (makes && !roles.contains("worker")) {
            return "worker";
        }
        return decides && !claimsSpace && !roles.contains("decide") ? "decide" : "";
    }

    private Said routed(Call call) {
        boolean reads = call.method().equals("GET");
        if (!reads && (!call.method().equals("POST") || call.way().size() != 3)) {
            return Said.missing(call.method() + " " + String.join("/", call.way()));
        }
        if (reads && call.way().size() > 2) {
            return Said.missing(String.join("/", call.way()));
        }
        return switch (call.at(0)) {
            case "requests" -> reads ? requests.get(call) : requests.post(call);
            case "spaces" -> reads ? spaces.get(call) : spaces.post(call);
            case "tasks" -> reads ? tasks.get(call) : tasks.post(call);
            default -> Said.missing(call.at(0));
        };
    }
}
