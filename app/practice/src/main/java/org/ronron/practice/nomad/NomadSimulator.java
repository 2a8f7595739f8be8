package org.ronron.practice.nomad;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.practice.garage.PracticeNode;

/**
 * Stands in for Nomad where there is none: answers as the HTTP API of Nomad 2.0.5 does, after
 * captures of a real cluster, its traps included (refusals are plain text, many of them 500; a
 * forced drain says {@code complete} while everything runs; a purged node gives no event; a stream
 * without the right is an empty 200). One server with five clients, on the machines of {@link
 * PracticeNode#FIVE}. Time is the given clock's: what is due happens with the next call, or when a
 * stream looks. What it does not do: evaluations one can look at (but those that wait for room),
 * deployments, compression; and its streams are chunked, where Nomad's end with the connection.
 * Safe from any thread.
 */
public final class NomadSimulator implements AutoCloseable {
    private final NomadCluster cluster;
    private final NomadAnswers answers;
    private final Agents agents;
    private final Door door;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();
    private boolean withoutAcl;

    /** What goes wrong with the next call of one kind. */
    public enum Trouble {
        NONE,
        /** No answer ever, and no effect. */
        HANG,
        /** The line is cut before anything happens. */
        CUT_BEFORE,
        /** It takes effect, and the line is cut before the answer. */
        CUT_AFTER,
        /** 403, as for a moment while a server starts. */
        STARTING,
        /** 500 with words, as of a client agent whose server is gone. */
        SERVER_GONE,
        /** 200 with nothing in it. */
        EMPTY,
        /** 200, and then nothing. */
        MUTE
    }

    /**
     * Listens on a free port of 127.0.0.1.
     *
     * @param executor runs the answers; a stream holds a thread of it until it ends
     * @param clock by which drains, starts and deaths take their time
     */
    public NomadSimulator(Executor executor, InstantSource clock) throws IOException {
        this(executor, clock, Door.open());
    }

    /**
     * The same by HTTPS, and only for whom shows a certificate of the cluster's authority: made
     * now, in files that go with the simulator.
     */
    public static NomadSimulator secured(Executor executor, InstantSource clock)
            throws IOException {
        return new NomadSimulator(executor, clock, Door.secured(clock.instant()));
    }

    private NomadSimulator(Executor executor, InstantSource clock, Door door) {
        Map<String, String> zones = new LinkedHashMap<>();
        PracticeNode.FIVE.forEach(node -> zones.put(node.name(), node.zone()));
        this.cluster = new NomadCluster(clock, zones);
        this.answers = new NomadAnswers(cluster, new Drains(cluster));
        this.agents = new Agents(cluster);
        this.door = door;
        door.serve(executor, this::answer);
    }

    public URI url() {
        return door.url();
    }

    /**
     * Of a secured one, a PEM file.
     *
     * @param name {@code ca.pem}, {@code client.pem} or {@code client-key.pem} (PKCS #8)
     */
    public Path file(String name) {
        return door.file(name);
    }

    /**
     * A token's secret.
     *
     * @param who {@code management}, {@code read}, {@code write}, {@code partial} (nodes, and one
     *     namespace of two), {@code nodes} (no jobs) or {@code jobs} (no nodes)
     */
    public String token(String who) {
        return "practice-" + who + "-token";
    }

    /** A node's id, by its name. */
    public String id(String name) {
        return Client.id(name);
    }

    /** Calls so far that could change something, as {@code POST /path}, refused ones included. */
    public synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    /** The next call whose path ends in this goes wrong in this way. */
    public synchronized void trouble(String path, Trouble trouble) {
        troubles.put(path, trouble);
    }

    /** From now on the servers and clients say that they are of this version. */
    public synchronized void version(String version) {
        cluster.version = version;
    }

    /** From now on everybody may do everything, and nobody is asked who they are. */
    public synchronized void withoutAcl() {
        withoutAcl = true;
    }

    /** The machine loses power. */
    public synchronized void kill(String name) {
        cluster.pass();
        agents.kill(cluster.named(name));
    }

    /** It is back. */
    public synchronized void start(String name) {
        cluster.pass();
        agents.start(cluster.named(name));
    }

    /** The machine's owner writes another datacenter into its file; nothing else happens yet. */
    public synchronized void edit(String name, String datacenter) {
        cluster.named(name).inFile = datacenter;
    }

    /** The agent is restarted, and reads its file again. */
    public synchronized void restart(String name) {
        cluster.pass();
        agents.restart(cluster.named(name));
    }

    /** Somebody else drains a machine, through another console. */
    public synchronized void drainAsSomebodyElse(String name) {
        cluster.pass();
        Json.Obj hour = Json.obj().with("Deadline", 3_600_000_000_000L);
        new Drains(cluster).start(cluster.named(name), hour, Json.Null.NULL, "somebody");
    }

    /** The drain under way is forced, through another console, and keeps its mark. */
    public synchronized void forceDrain(String name) {
        cluster.pass();
        Client node = cluster.named(name);
        Json meta = node.lastDrain instanceof Json.Obj last ? last.at("Meta") : Json.Null.NULL;
        Json.Obj now = Json.obj().with("Deadline", -1);
        new Drains(cluster).start(node, now, meta, "somebody");
    }

    /** From now on nothing that drains comes to its end. */
    public synchronized void holdDrains() {
        cluster.held = true;
    }

    /** Somebody else marks a machine, through another console. */
    public synchronized void eligible(String name, boolean eligible) {
        Client node = cluster.named(name);
        node.eligible = eligible;
        cluster.changed(node, "NodeEligibility");
    }

    /** The server forgets a machine. */
    public synchronized void purge(String name) {
        cluster.pass();
        agents.purge(cluster.named(name));
    }

    /** A namespace is made; streams that are open do not see its jobs. */
    public synchronized void namespace(String name) {
        cluster.namespaces.add(name);
    }

    /** So many instances are on a machine and count as its work. */
    public synchronized int liveOn(String name) {
        cluster.pass();
        return cluster.liveOn(cluster.named(name)).size();
    }

    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            notifyAll();
        }
        door.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            String call = exchange.getRequestMethod() + " " + path;
            Trouble trouble = troubleOf(path, call);
            if (trouble == Trouble.HANG) {
                closed.await();
            }
            if (trouble == Trouble.HANG || trouble == Trouble.CUT_BEFORE) {
                return;
            }
            if (trouble == Trouble.EMPTY) {
                exchange.sendResponseHeaders(200, 0);
                return;
            }
            if (trouble == Trouble.MUTE) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().flush();
                closed.await();
                return;
            }
            if (path.equals("/v1/event/stream") && trouble == Trouble.NONE) {
                new Streaming(this, cluster, closed).run(exchange, caller(exchange));
                return;
            }
            NomadAnswers.Said said;
            long index;
            synchronized (this) {
                said = said(exchange, new String(sent, StandardCharsets.UTF_8), trouble);
                index = cluster.index();
                notifyAll();
            }
            if (trouble != Trouble.CUT_AFTER) {
                send(exchange, said, index);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Trouble troubleOf(String path, String call) {
        if (!call.startsWith("GET ")) {
            changes.add(call);
        }
        for (String end : List.copyOf(troubles.keySet())) {
            if (path.endsWith(end)) {
                return Optional.ofNullable(troubles.remove(end)).orElse(Trouble.NONE);
            }
        }
        return Trouble.NONE;
    }

    private synchronized Optional<Token> caller(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        @Nullable String own = headers.getFirst("X-Nomad-Token");
        @Nullable String bearer = headers.getFirst("Authorization");
        String secret =
                own != null ? own : bearer != null ? bearer.replaceFirst("^Bearer ", "") : "";
        return withoutAcl ? Optional.of(Token.ANYBODY) : Token.of(secret);
    }

    private NomadAnswers.Said said(HttpExchange exchange, String sent, Trouble trouble) {
        cluster.pass();
        URI uri = exchange.getRequestURI();
        try {
            if (trouble == Trouble.STARTING) {
                throw new Query.Refusal(403, "Permission denied");
            }
            if (trouble == Trouble.SERVER_GONE) {
                throw new Query.Refusal(
                        500,
                        "rpc error: failed to get conn: dial tcp 127.0.5.1:4647: connect:"
                                + " connection refused");
            }
            Optional<Token> token = caller(exchange);
            boolean open = uri.getRawPath().equals("/v1/status/leader");
            NomadAnswers.allow(token.isPresent() || open);
            return answers.to(
                    exchange.getRequestMethod(),
                    uri.getRawPath(),
                    Query.of(uri),
                    sent,
                    token.orElse(Token.ANONYMOUS));
        } catch (Query.Refusal refusal) {
            String text = String.valueOf(refusal.getMessage());
            return new NomadAnswers.Said(refusal.status, Json.of(text), "");
        }
    }

    private static void send(HttpExchange exchange, NomadAnswers.Said said, long index)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Vary", "Accept-Encoding");
        boolean fine = said.status() == 200;
        String text =
                fine || !(said.body() instanceof Json.Str words)
                        ? JsonText.write(said.body())
                        : words.value();
        headers.set("Content-Type", fine ? "application/json" : "text/plain; charset=utf-8");
        if (fine) {
            headers.set("X-Nomad-Index", Long.toString(index));
            headers.set("X-Nomad-Knownleader", "true");
            headers.set("X-Nomad-Lastcontact", "0");
        }
        if (!said.next().isEmpty()) {
            headers.set("X-Nomad-Nexttoken", said.next());
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
