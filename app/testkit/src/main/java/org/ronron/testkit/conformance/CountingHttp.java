package org.ronron.testkit.conformance;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ronron.api.Action;

/** A server that speaks HTTP, behind a proxy that counts each call by its method and path. */
public final class CountingHttp implements Counting {
    private static final String URL = "url";
    private final CuttingProxy proxy;
    private final Map<String, String> good;
    private final boolean forward;
    private final Function<String, List<Action>> samples;

    /**
     * @param good settings of the server, its address at {@code url}
     * @param reading as {@link org.ronron.api.Descriptor#readingCalls()}
     * @param forward whether the proof may change something on it
     */
    public CountingHttp(
            Map<String, String> good, Set<String> reading, boolean forward, Executor executor)
            throws IOException {
        this(good, reading, forward, endpoint -> List.of(), executor);
    }

    /**
     * @param samples as {@link #samples(String)}
     */
    public CountingHttp(
            Map<String, String> good,
            Set<String> reading,
            boolean forward,
            Function<String, List<Action>> samples,
            Executor executor)
            throws IOException {
        this.samples = samples;
        this.good = Map.copyOf(good);
        this.forward = forward;
        this.proxy = new CuttingProxy(URI.create(good.getOrDefault(URL, "")), reading, executor);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> through = new HashMap<>(good);
        through.put(URL, proxy.url().toString());
        return through;
    }

    @Override
    public Optional<Map<String, String>> beside() {
        return forward ? Optional.of(good) : Optional.empty();
    }

    @Override
    public List<Action> samples(String endpointId) {
        return samples.apply(endpointId);
    }

    @Override
    public List<String> changes(Predicate<String> reads) {
        return proxy.changes();
    }

    @Override
    public int calls() {
        return proxy.calls();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
