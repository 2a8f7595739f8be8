package org.ronron.transport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Site;

/** An answer without an end, read line by line as it comes. */
final class JsonLines implements Http.Lines {
    /** Bytes, after decompression: Nomad's events are some kilobytes each. */
    static final long LONGEST = 4L * 1024 * 1024;

    private final Source from;
    private final UnaryOperator<String> hidden;
    private final Call call;
    private final Response response;
    private final Set<Call> calls;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean closed;

    /** Where they come from, for faults. */
    record Source(Site site, Target target, Wire wire, Duration silence) {}

    /**
     * @param hidden takes the secret out of a line
     * @param calls those under way, of which it is one until it is closed
     */
    JsonLines(
            Source from,
            UnaryOperator<String> hidden,
            Call call,
            Response response,
            Set<Call> calls) {
        this.from = from;
        this.hidden = hidden;
        this.call = call;
        this.response = response;
        this.calls = calls;
    }

    @Override
    public Optional<Json> next() throws ConnectorException {
        reading.lock();
        try {
            if (closed) {
                throw new ConnectorException(Faults.stopped(from.site, from.target.address()));
            }
            return line();
        } catch (IOException e) {
            HttpFaults faults = new HttpFaults(from.site, from.target, from.wire);
            Fault fault =
                    closed
                            ? Faults.stopped(from.site, from.target.address())
                            : faults.of(e, Deadline.after(from.silence), true);
            throw new ConnectorException(fault, Faults.forLog(e));
        } finally {
            if (closed) {
                response.close();
            }
            reading.unlock();
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
        return new TextAnswer(origin, response.code(), "application/json", line).json();
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

    /** Who waits for a line is woken by the call's end, and lets go of the answer by itself. */
    @Override
    public void close() {
        closed = true;
        calls.remove(call);
        call.cancel();
        if (reading.tryLock()) {
            try {
                response.close();
            } finally {
                reading.unlock();
            }
        }
    }
}
