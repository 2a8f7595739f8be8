package org.ronron.practice.garage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/**
 * Stands in for Garage where there is none: answers as the admin API v2 of Garage 2.5.0 does, after
 * captures of a real cluster and the API's published description, its traps included (a refused
 * apply is a 500, staging is one map for everybody, an unknown call is a 400, a wrong token a 403).
 * What it does not do: place partitions (see {@link LayoutMath}), lose messages, take time of its
 * own. Data "move" one round at each reading of the layout history. One admin address for each
 * node; nodes are numbered from 1. Safe from any thread.
 */
public final class GarageSimulator implements AutoCloseable {
    private static final Set<String> READING =
            Set.of("POST /v2/ListWorkers", "POST /v2/PreviewClusterLayoutChanges");
    private final SimulatedCluster cluster = new SimulatedCluster(PracticeNode.FIVE);
    private final SimulatedBuckets buckets = new SimulatedBuckets();
    private final SimulatedAnswers answers = new SimulatedAnswers(cluster, buckets);
    private final SimulatedTokens tokens = new SimulatedTokens(token());
    private final List<HttpServer> servers = new ArrayList<>();
    private final Map<String, Trouble> troubles = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> changes = new ArrayList<>();
    private int liar;

    /** What goes wrong with the next call of one kind. */
    public enum Trouble {
        NONE,
        /** No answer ever, and no effect. */
        HANG,
        /** The line is cut before anything happens. */
        CUT_BEFORE,
        /** It takes effect, and the line is cut before the answer. */
        CUT_AFTER,
        /** Refused as Garage refuses a layout whose version is taken: 500, and no effect. */
        REFUSED
    }

    /**
     * Listens on free ports of 127.0.0.1.
     *
     * @param executor runs the answers; one that hangs holds a thread of it until {@link #close}
     */
    public GarageSimulator(Executor executor) throws IOException {
        for (int i = 1; i <= PracticeNode.FIVE.size(); i++) {
            int number = i;
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
            server.setExecutor(executor);
            server.createContext("/", exchange -> answer(number, exchange));
            server.start();
            servers.add(server);
        }
    }

    public URI adminUrl(int node) {
        return URI.create("http://127.0.0.1:" + servers.get(node - 1).getAddress().getPort());
    }

    public String token() {
        return "practice-admin-token";
    }

    /** A further token that may make these calls only; each is one of its own. */
    public synchronized String token(String name, List<String> scope) {
        String token = "practice-" + name;
        tokens.add(token, name, scope);
        return token;
    }

    /** The node's id, the same as a real practice cluster's. */
    public String id(int node) {
        return PracticeNode.FIVE.get(node - 1).id();
    }

    /** For looking, and for playing somebody else. */
    public AdminApi admin(int node) {
        return new AdminApi(adminUrl(node), token());
    }

    /** Calls so far that could change something, as {@code POST /path}, refused ones included. */
    public synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    /** The next call of this name ({@code ApplyClusterLayout}) goes wrong in this way. */
    public synchronized void trouble(String call, Trouble trouble) {
        troubles.put(call, trouble);
    }

    /** Somebody puts files into a bucket. */
    public synchronized void fill(String alias, long objects, long bytes) {
        buckets.fill(alias, objects, bytes);
    }

    /** Whether deletions are missed by some nodes, see {@link SimulatedBuckets#miss}. */
    public synchronized void missDeletions(boolean nodesAreAway) {
        buckets.miss(nodesAreAway);
    }

    /** The node is gone: what moves, waits for it. */
    public synchronized void kill(int node) {
        cluster.dead.add(node);
    }

    /** It is back. */
    public synchronized void start(int node) {
        cluster.dead.remove(node);
    }

    /** Blocks that this node cannot get; 0 mends it. */
    public synchronized void resyncErrors(int node, long blocks) {
        cluster.errors.put(id(node), blocks);
    }

    /** Somebody else stages another zone for a node, through another console. */
    public synchronized void stageAsSomebodyElse(int node, String zone) {
        cluster.stage(SimulatedCluster.role(PracticeNode.FIVE.get(node - 1), zone));
    }

    /** From now on this node holds another layout under the same version number; 0 for none. */
    public synchronized void disagree(int node) {
        liar = node;
    }

    @Override
    public void close() {
        closed.countDown();
        servers.forEach(server -> server.stop(0));
    }

    private void answer(int node, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            Trouble trouble = troubleOf(path);
            if (trouble == Trouble.HANG) {
                closed.await();
            }
            if (trouble == Trouble.HANG || trouble == Trouble.CUT_BEFORE) {
                return;
            }
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            SimulatedAnswers.Said said =
                    trouble == Trouble.REFUSED
                            ? SimulatedAnswers.versionTaken(path)
                            : said(
                                    node,
                                    method,
                                    exchange.getRequestURI(),
                                    new String(sent, StandardCharsets.UTF_8),
                                    authorization);
            if (trouble == Trouble.CUT_AFTER) {
                return;
            }
            byte[] body = JsonText.pretty(said.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Trouble troubleOf(String path) {
        String call = path.substring(path.lastIndexOf('/') + 1);
        Trouble trouble = troubles.getOrDefault(call, Trouble.NONE);
        troubles.remove(call);
        return trouble;
    }

    private synchronized SimulatedAnswers.Said said(
            int node, String method, URI asked, String sent, @Nullable String authorization) {
        String path = asked.getPath();
        String call = method + " " + path;
        if (!method.equals("GET") && !READING.contains(call)) {
            changes.add(call);
        }
        Optional<Json.Obj> caller =
                Optional.ofNullable(authorization).flatMap(a -> tokens.caller(a, path));
        if (caller.isEmpty()) {
            String why =
                    authorization == null
                            ? "Bearer token must be provided in Authorization header"
                            : "Invalid bearer token";
            return SimulatedAnswers.Said.error(403, "AccessDenied", "Forbidden: " + why, path);
        }
        if (path.equals("/v2/GetCurrentAdminTokenInfo")) {
            return new SimulatedAnswers.Said(200, caller.get());
        }
        try {
            Json.Obj body = sent.isBlank() ? Json.obj() : JsonText.readObject(sent);
            SimulatedAnswers.Said said = answers.to(method, path, query(asked), body);
            return node == liar && path.equals("/v2/GetClusterLayout")
                    ? new SimulatedAnswers.Said(200, other(said.body()))
                    : said;
        } catch (IOException notJson) {
            return SimulatedAnswers.Said.error(
                    400, "InvalidRequest", "Bad request: Invalid JSON", path);
        }
    }

    private static Map<String, String> query(URI asked) {
        Map<String, String> all = new HashMap<>();
        String query = asked.getQuery() == null ? "" : asked.getQuery();
        for (String pair : query.split("&", -1)) {
            int is = pair.indexOf('=');
            if (is > 0) {
                all.put(pair.substring(0, is), pair.substring(is + 1));
            }
        }
        return all;
    }

    /** The same version with one partition elsewhere, as after two applies through two nodes. */
    private static Json other(Json layout) {
        if (!(layout instanceof Json.Obj object)) {
            return layout;
        }
        List<Json> roles = new ArrayList<>(object.objects("roles"));
        Json.Obj first = (Json.Obj) roles.getFirst();
        long stored = first.number("storedPartitions").orElse(0L);
        roles.set(0, first.with("storedPartitions", stored - 3));
        return object.with("roles", Json.arr(roles));
    }
}
