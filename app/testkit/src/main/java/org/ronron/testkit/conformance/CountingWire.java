package org.ronron.testkit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.Action;

/**
 * A server that speaks HTTP/1.1 and more (WebSockets), behind a wire that hands every byte on as it
 * came and counts the calls that it sees begin on it, whoever makes them.
 */
public final class CountingWire implements Counting {
    private static final String URL = "url";
    private static final Pattern CALL =
            Pattern.compile("([A-Z]{3,7}) (\\S{1,2000}) HTTP/1\\.1\r\n");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final Map<String, String> good;
    private final Function<String, List<Action>> samples;
    private final Executor threads;
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> changes = new ArrayList<>();
    private int calls;

    /**
     * @param good settings of the server, its address at {@code url}
     * @param samples as {@link #samples(String)}; the first is the one change that may be made
     */
    public CountingWire(
            Map<String, String> good, Function<String, List<Action>> samples, Executor threads)
            throws IOException {
        this.good = Map.copyOf(good);
        this.samples = samples;
        this.threads = threads;
        this.target = URI.create(good.getOrDefault(URL, ""));
        threads.execute(this::accept);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> through = new HashMap<>(good);
        through.put(URL, "http://127.0.0.1:" + listening.getLocalPort());
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

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket near = listening.accept();
                Socket far = new Socket(target.getHost(), target.getPort());
                open.add(near);
                open.add(far);
                threads.execute(() -> hand(near, far, true));
                threads.execute(() -> hand(far, near, false));
            }
        } catch (IOException | RejectedExecutionException closed) {
            // the test is over
        }
    }

    private void hand(Socket from, Socket to, boolean counts) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[1 << 14];
            String rest = "";
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (counts) {
                    rest = seen(rest + new String(some, 0, read, StandardCharsets.ISO_8859_1));
                }
                out.write(some, 0, read);
            }
        } catch (IOException gone) {
            // one of the two has ended
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Counts what begins here; what may be the beginning of a call is kept. */
    private synchronized String seen(String bytes) {
        Matcher call = CALL.matcher(bytes);
        int end = 0;
        while (call.find()) {
            calls++;
            if (!READING.contains(call.group(1))) {
                changes.add(call.group(1) + " " + call.group(2));
            }
            end = call.end();
        }
        String rest = bytes.substring(end);
        return rest.substring(Math.max(0, rest.length() - 2_000));
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
