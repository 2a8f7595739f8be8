package org.ronron.transport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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

    private final Site site;
    private final Target target;
    private final Call call;
    private final Response response;
    private final Duration silence;
    private final Set<Call> calls;

    JsonLines(
            Site site,
            Target target,
            Call call,
            Response response,
            Duration silence,
            Set<Call> calls) {
        this.site = site;
        this.target = target;
        this.call = call;
        this.response = response;
        this.silence = silence;
        this.calls = calls;
    }

    @Override
    public Optional<Json> next() throws ConnectorException {
        BufferedSource source = response.body().source();
        try {
            while (!source.exhausted()) {
                long end = source.indexOf((byte) '\n', 0, LONGEST);
                if (end < 0 && source.request(LONGEST)) {
                    throw new ConnectorException(HttpFaults.tooLarge(site, target));
                }
                String line =
                        end < 0
                                ? source.readString(StandardCharsets.UTF_8)
                                : source.readString(end + 1, StandardCharsets.UTF_8);
                if (!line.isBlank()) {
                    return Optional.of(read(line));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            Fault fault = HttpFaults.of(site, target, e, Deadline.after(silence), true);
            throw new ConnectorException(fault, Faults.forLog(e));
        }
    }

    private Json read(String line) throws ConnectorException {
        Origin origin = new Origin(site.name(), target.address(), Effect.NONE);
        return new TextAnswer(origin, response.code(), "application/json", line).json();
    }

    /** Refuses what is no open door; the response is closed then. */
    static void check(Site site, Target target, Response response) throws ConnectorException {
        int status = response.code();
        if (status == 200) {
            return;
        }
        response.close();
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

    @Override
    public void close() {
        calls.remove(call);
        call.cancel();
        response.close();
    }
}
