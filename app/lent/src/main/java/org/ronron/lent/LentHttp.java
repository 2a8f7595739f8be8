package org.ronron.lent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Sockets;

/**
 * The HTTP beneath a vendor's client: over the host's sockets, each call on a connection of its
 * own, nothing sent twice or elsewhere, and no method but GET and HEAD in a session that may not
 * write. What fails is put in the catalogue's words here, whatever exceptions the client makes of
 * it. Answers are read whole; the host's sockets bound how much that can be. One thread at a time.
 */
public final class LentHttp {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Faults of connections that never came to be. */
    private static final Set<CommonError> NEVER_LEFT =
            Set.of(
                    CommonError.UNREACHABLE,
                    CommonError.UNKNOWN_HOST,
                    CommonError.TRUST_UNKNOWN,
                    CommonError.TRUST_CHANGED);

    private final Host host;
    private final Sockets sockets;
    private final String address;
    private final Duration deadline;
    private final Refusal refusal;
    private final OkHttpClient client;
    private boolean changing;
    private int changes;

    /**
     * Nothing is connected yet.
     *
     * @param url scheme, host and port; the rest does not matter
     * @param deadline of one call
     * @param refusal what this system's errors mean
     * @throws ConnectorException {@link CommonError#BAD_SETTING}
     */
    public LentHttp(Host host, URI url, Duration deadline, Refusal refusal)
            throws ConnectorException {
        String name = url.getHost().replaceAll("[\\[\\]]", "");
        this.host = host;
        this.address = url.getScheme() + "://" + url.getAuthority();
        this.deadline = deadline;
        this.refusal = refusal;
        this.sockets = host.sockets(InetSocketAddress.createUnresolved(name, port(url)));
        this.client =
                new OkHttpClient.Builder()
                        .socketFactory(sockets.plain())
                        .sslSocketFactory(sockets.tls().getSocketFactory(), sockets.trust())
                        .hostnameVerifier(sockets.names())
                        // the host resolves: the address only carries the name to its sockets
                        .dns(asked -> List.of(InetAddress.getByAddress(asked, new byte[4])))
                        .proxy(Proxy.NO_PROXY)
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .dispatcher(new Dispatcher(new Here()))
                        .fastFallback(false)
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(deadline)
                        .readTimeout(deadline)
                        .writeTimeout(deadline)
                        .callTimeout(deadline)
                        .addInterceptor(this::sent)
                        .addNetworkInterceptor(this::answered)
                        .build();
    }

    /** To be given to the vendor's client. */
    public OkHttpClient client() {
        return client;
    }

    /** What the vendor's client does and answers. */
    public interface Call<T> {
        T now() throws Exception;
    }

    /** What it does without an answer. */
    public interface Run {
        void now() throws Exception;
    }

    /** An action begins: of a fault after its first change nobody can say that nothing changed. */
    public void begin() {
        changes = 0;
    }

    /** Does it; whatever it throws comes as a fault of this endpoint. */
    public <T> T ask(Call<T> call) throws ConnectorException {
        changing = false;
        try {
            return call.now();
        } catch (Exception e) {
            throw new ConnectorException(fault(e), e);
        }
    }

    /** As {@link #ask}; empty where the system says (404) that there is no such thing. */
    public <T> Optional<T> find(Call<T> call) throws ConnectorException {
        try {
            return Optional.of(ask(call));
        } catch (ConnectorException e) {
            if (status(e) == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Does it, and lets these refusals pass.
     *
     * @return the status of the refusal; 0 when it was done
     */
    public int run(Run call, int... expected) throws ConnectorException {
        try {
            ask(
                    () -> {
                        call.now();
                        return true;
                    });
            return 0;
        } catch (ConnectorException e) {
            if (IntStream.of(expected).noneMatch(status -> status == status(e))) {
                throw e;
            }
            return status(e);
        }
    }

    /** A call of our own. */
    public byte[] fetch(Request request) throws IOException {
        try (Response answer = client.newCall(request).execute()) {
            return answer.body().bytes();
        }
    }

    /** What stops an action in its middle, with what that may have left behind. */
    public ConnectorException stopped(ErrorCode code, String... details) {
        Fault fault = host.fault(code, details).fault();
        return new ConnectorException(changes > 0 ? fault.withEffect(Effect.UNKNOWN) : fault);
    }

    /** What a probe saw: done, or not. */
    public Evidence seen(boolean done, String found) {
        return host.evidence(done ? Evidence.Verdict.DONE : Evidence.Verdict.NOT_DONE, found);
    }

    /** The port that this address means. */
    public static int port(URI url) {
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        return url.getPort() < 0 ? usual : url.getPort();
    }

    private static int status(ConnectorException e) {
        return cause(e, Told.class).map(Told::status).orElse(0);
    }

    private Fault fault(Exception e) {
        Optional<Told> told = cause(e, Told.class);
        boolean unsure = changes > 0 || changing && !told.map(Told::refused).orElse(false);
        Fault fault =
                cause(e, InterruptedIOException.class)
                        .map(late -> late())
                        .or(() -> told.map(Told::fault))
                        .or(() -> cause(e, ConnectorException.class).map(c -> c.fault()))
                        .orElseGet(
                                () ->
                                        said(
                                                CommonError.BAD_ANSWER,
                                                "found",
                                                "not what this system answers"));
        return unsure ? fault.withEffect(Effect.UNKNOWN) : fault;
    }

    private static <T> Optional<T> cause(Throwable from, Class<T> type) {
        @Nullable Throwable e = from;
        for (int deep = 0; e != null && deep < 20; deep++) {
            if (type.isInstance(e)) {
                return Optional.of(type.cast(e));
            }
            e = e.getCause();
        }
        return Optional.empty();
    }

    /** Around a whole call: before a byte leaves, and when none came back. */
    private Response sent(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        changing = !READING.contains(request.method());
        if (changing && !host.writable()) {
            throw new Told(
                    host.fault(CommonError.READ_ONLY, "call", named(request)).fault(), 0, true);
        }
        sockets.refused();
        try {
            Response answer = chain.proceed(request);
            changes += changing ? 1 : 0;
            return answer;
        } catch (Told told) {
            throw told;
        } catch (IOException e) {
            Fault lost = sockets.refused().orElseGet(() -> lost(e));
            throw new Told(lost, 0, NEVER_LEFT.contains(lost.code()));
        }
    }

    /** What ended a stream: a refusal of its opening, or the line's own end. */
    ConnectorException broken(Throwable why, Optional<Response> opening) {
        int status = opening.map(Response::code).orElse(101);
        if (why instanceof Told || why.getCause() instanceof Told) {
            return new ConnectorException(cause(why, Told.class).orElseThrow().fault());
        }
        if (status == 401 || status == 403) {
            return new ConnectorException(said(CommonError.LOGIN_REFUSED));
        }
        if (status / 100 == 3) {
            String target = opening.map(o -> o.header("Location", "?")).orElse("?");
            return new ConnectorException(said(CommonError.REDIRECTED, "target", target));
        }
        if (status != 101) {
            return new ConnectorException(said(CommonError.BAD_ANSWER, "found", "no stream"));
        }
        Optional<Fault> line = sockets.refused();
        return new ConnectorException(
                line.orElseGet(
                        () ->
                                why instanceof IOException io
                                        ? lost(io)
                                        : said(CommonError.BAD_ANSWER, "found", "no stream")));
    }

    private Fault late() {
        return said(CommonError.TIMEOUT, "seconds", "" + deadline.toSeconds());
    }

    private Fault lost(IOException e) {
        return e instanceof InterruptedIOException
                ? late()
                : said(CommonError.CUT, "cause", "the connection was closed");
    }

    private Response answered(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Response answer = chain.proceed(request);
        int status = answer.code();
        ResponseBody body = answer.body();
        if (status / 100 == 3) {
            String target = answer.header("Location", "?");
            throw new Told(said(CommonError.REDIRECTED, "target", "" + target), status, false);
        }
        if (("" + answer.header("Content-Type")).startsWith("text/html")) {
            throw new Told(said(CommonError.HTML_ANSWER, "status", "" + status), status, false);
        }
        byte[] bytes = body.bytes();
        if (!answer.isSuccessful()) {
            Fault why = refusal.of(host, named(request), answer, bytes).with("address", address);
            throw new Told(why, status, status / 100 == 4);
        }
        return answer.newBuilder().body(ResponseBody.create(bytes, body.contentType())).build();
    }

    private static String named(Request request) {
        return request.method() + " " + request.url().encodedPath();
    }

    private Fault said(CommonError code, String... details) {
        return host.fault(code, details).fault().with("address", address);
    }
}
