package org.ronron.testkit.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.ronron.api.Action;

/**
 * A server whose calls are signed over their headers (S3, MinIO), behind a proxy that counts each
 * by its method, and can cut the line before or after the effect of one that changes something. The
 * headers go on as they came, {@code Host} too.
 */
public final class CountingSigned implements Counting {
    /** Where a call is cut. */
    public enum Cut {
        BEFORE,
        AFTER
    }

    private static final String URL = "url";
    private static final Set<String> OF_THE_LINE =
            Set.of("connection", "content-length", "transfer-encoding", "expect");

    private final Map<String, String> good;
    private final Function<String, List<Action>> samples;
    private final HttpServer server;
    private final OkHttpClient onward =
            new OkHttpClient.Builder()
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .readTimeout(Duration.ofSeconds(120))
                    .build();
    private final List<String> changes = new ArrayList<>();
    private final Map<Integer, Cut> cuts = new HashMap<>();
    private int calls;

    /**
     * @param good settings of the server, its address at {@code url}
     * @param samples actions with the arguments of a real plan, by the endpoint's id; the first is
     *     the one change that may be made
     */
    public CountingSigned(
            Map<String, String> good, Function<String, List<Action>> samples, Executor executor)
            throws IOException {
        this.good = Map.copyOf(good);
        this.samples = samples;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.setExecutor(executor);
        server.createContext("/", this::pass);
        server.start();
    }

    /**
     * From now on, the changing call of this number is cut.
     *
     * @param number 1 for the next one
     */
    public synchronized void cut(int number, Cut where) {
        cuts.clear();
        cuts.put(changes.size() + number, where);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> through = new HashMap<>(good);
        through.put(URL, "http://127.0.0.1:" + server.getAddress().getPort());
        return through;
    }

    @Override
    public Optional<Map<String, String>> beside() {
        return Optional.empty();
    }

    @Override
    public synchronized List<String> changes(Predicate<String> reads) {
        return List.copyOf(changes);
    }

    @Override
    public boolean countsLibraries() {
        return true;
    }

    @Override
    public List<Action> samples(String endpointId) {
        return samples.apply(endpointId);
    }

    @Override
    public Optional<Action> one(String endpointId) {
        return samples.apply(endpointId).stream().findFirst();
    }

    @Override
    public synchronized int calls() {
        return calls;
    }

    private synchronized Optional<Cut> arrived(String method, String path) {
        calls++;
        if (method.equals("GET") || method.equals("HEAD")) {
            return Optional.empty();
        }
        changes.add(method + " " + path);
        return Optional.ofNullable(cuts.remove(changes.size()));
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            URI asked = exchange.getRequestURI();
            Optional<Cut> cut = arrived(method, asked.getPath());
            if (cut.isPresent() && cut.get() == Cut.BEFORE) {
                return;
            }
            boolean bodiless = method.equals("GET") || method.equals("HEAD");
            Request.Builder request =
                    new Request.Builder()
                            .url(HttpUrl.get(good.getOrDefault(URL, "") + asked))
                            .method(method, bodiless ? null : RequestBody.create(sent));
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (!OF_THE_LINE.contains(name.toLowerCase(Locale.ROOT))) {
                                    values.forEach(value -> request.addHeader(name, value));
                                }
                            });
            try (Response answer = onward.newCall(request.build()).execute()) {
                byte[] body = answer.body().bytes();
                if (cut.isPresent()) {
                    return;
                }
                answer.headers()
                        .forEach(
                                header -> {
                                    String name = header.getFirst();
                                    if (!OF_THE_LINE.contains(name.toLowerCase(Locale.ROOT))) {
                                        exchange.getResponseHeaders().add(name, header.getSecond());
                                    }
                                });
                exchange.sendResponseHeaders(answer.code(), body.length == 0 ? -1 : body.length);
                if (body.length > 0) {
                    exchange.getResponseBody().write(body);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        onward.dispatcher().executorService().shutdown();
        onward.connectionPool().evictAll();
    }
}
