package org.ronron.transport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Site;

/**
 * An answer without an end, read line by line as it comes. A thread of its own reads a few lines
 * ahead, so that who reads can wait for a time and go on.
 */
final class JsonLines implements Http.Lines {
    /** Bytes, after decompression: Nomad's events are some kilobytes each. */
    static final long LONGEST = 4L * 1024 * 1024;

    /** Lines that are held for whoever reads them. */
    private static final int AHEAD = 16;

    private static final long A_MOMENT = 100;

    private final Source from;
    private final UnaryOperator<String> hidden;
    private final Call call;
    private final Response response;
    private final Set<Call> calls;
    private final BlockingQueue<Came> came = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean closed;
    private @Nullable Came head;

    /** Where they come from, for faults. */
    record Source(Site site, Target target, Wire wire, Duration silence) {}

    /** A line, or the end of them, or why there are no more. */
    private record Came(Optional<Json> line, Optional<ConnectorException> fault) {
        boolean last() {
            return line.isEmpty();
        }
    }

    /**
     * @param hidden takes the secret out of a line
     * @param calls those under way, of which it is one until it is closed
     * @param workers run the thread that reads ahead; virtual threads do well
     */
    JsonLines(
            Source from,
            UnaryOperator<String> hidden,
            Call call,
            Response response,
            Set<Call> calls,
            Executor workers) {
        this.from = from;
        this.hidden = hidden;
        this.call = call;
        this.response = response;
        this.calls = calls;
        workers.execute(this::readAhead);
    }

    @Override
    public boolean ready(Duration atMost) {
        try {
            if (head == null) {
                head = came.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return head != null;
    }

    @Override
    public Optional<Json> next() throws ConnectorException {
        Came one;
        try {
            one = head == null ? came.take() : head;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
        head = one.last() ? one : null;
        if (closed) {
            throw stopped();
        }
        if (one.fault().isPresent()) {
            throw one.fault().get();
        }
        return one.line();
    }

    private ConnectorException stopped() {
        return new ConnectorException(Faults.stopped(from.site, from.target.address()));
    }

    private void readAhead() {
        try (response) {
            Came one = take();
            while (!closed && !one.last()) {
                tell(one);
                one = take();
            }
            tell(one.last() ? one : new Came(Optional.empty(), Optional.empty()));
        }
    }

    /** Waits for room. Once it is closed nobody wants the lines, but to know that it is. */
    private void tell(Came one) {
        try {
            while (!closed && !came.offer(one, A_MOMENT, TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        if (closed && one.last()) {
            came.clear();
            came.add(one);
        }
    }

    private Came take() {
        try {
            return new Came(line(), Optional.empty());
        } catch (ConnectorException e) {
            return new Came(Optional.empty(), Optional.of(e));
        } catch (IOException e) {
            HttpFaults faults = new HttpFaults(from.site, from.target, from.wire);
            Fault fault = faults.of(e, Deadline.after(from.silence), true);
            ConnectorException told = new ConnectorException(fault, Faults.forLog(e));
            return new Came(Optional.empty(), Optional.of(told));
        }
    }

    private Optional<Json> line() throws IOException, ConnectorException {
        BufferedSource source = response.body().source();
        while (!source.exhausted()) {
            long end = source.indexOf((byte) '\n', 0, LONGEST);
            if (end < 0 && source.request(LONGEST)) {
                throw new ConnectorException(HttpFaults.tooLarge(from.site, from.target));
            }
            String line =
                    end < 0
                            ? source.readString(StandardCharsets.UTF_8)
                            : source.readString(end + 1, StandardCharsets.UTF_8);
            if (!line.isBlank()) {
                return Optional.of(read(hidden.apply(line)));
            }
        }
        return Optional.empty();
    }

    private Json read(String line) throws ConnectorException {
        Origin origin = new Origin(from.site.name(), from.target.address(), Effect.NONE);
        return new TextAnswer(origin, response.code(), response.headers(), line).json();
    }

    /** Refuses what is no open door; the response is closed then. */
    static void check(Site site, Target target, Response response) throws ConnectorException {
        int status = response.code();
        if (status == 200) {
            return;
        }
        response.close();
        if (status / 100 == 3) {
            throw new ConnectorException(
                    HttpFaults.redirected(site, target, Whole.target(response)));
        }
        throw new ConnectorException(
                status == 401 || status == 403
                        ? Fault.of(
                                CommonError.LOGIN_REFUSED, site.name(), "address", target.address())
                        : Fault.of(
                                CommonError.SERVER_ERROR,
                                site.name(),
                                "address",
                                target.address(),
                                "status",
                                Integer.toString(status),
                                "message",
                                ""));
    }

    /** Who waits for a line is woken by the call's end; the thread that reads lets go of it. */
    @Override
    public void close() {
        closed = true;
        calls.remove(call);
        call.cancel();
    }
}
