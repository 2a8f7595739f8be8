package org.ronron.api;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP below one address. Blocks up to the call's deadline; answers are capped after decompression;
 * no redirect is followed; nothing is sent twice. The calls of one endpoint that change something
 * are made one after the other.
 */
public interface Http {
    /**
     * One call.
     *
     * @param path begins with a slash; a query is allowed
     * @param body sent as {@code application/json}; in a call that may change something, the value
     *     of a {@link MadeSecret} takes its place at the last moment
     * @param headers further ones ({@code If-Match}), by name; none of a login, nor a host's
     */
    record Call(
            String method,
            String path,
            Optional<Json> body,
            Duration deadline,
            Map<String, String> headers) {
        public Call {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        /** A call with no further headers. */
        public Call(String method, String path, Optional<Json> body, Duration deadline) {
            this(method, path, body, deadline, Map.of());
        }

        /** The same with one header more. */
        public Call with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Call(method, path, body, deadline, more);
        }

        public static Call get(String path, Duration deadline) {
            return new Call("GET", path, Optional.empty(), deadline);
        }

        public static Call post(String path, Json body, Duration deadline) {
            return new Call("POST", path, Optional.of(body), deadline);
        }

        public static Call post(String path, Duration deadline) {
            return new Call("POST", path, Optional.empty(), deadline);
        }

        /** The call as one would type it, for {@link ActionSpec#exactCall}; secrets as names. */
        public String asCurl(URI base, Auth auth) {
            return CurlLine.of(this, base, auth);
        }
    }

    /** A complete answer. */
    interface Answer {
        int status();

        /** The first header of this name, in whatever case it is written. */
        default Optional<String> header(String name) {
            return Optional.empty();
        }

        /** The body as UTF-8 text, control characters kept; for {@code /metrics} and the like. */
        String text();

        /**
         * The body as JSON.
         *
         * @throws ConnectorException {@link CommonError#HTML_ANSWER} for a web page, {@link
         *     CommonError#BAD_ANSWER} for anything else that is no whole JSON, or nests too deeply
         */
        Json json() throws ConnectorException;

        /** As {@link #json()}, only what is wanted of it. */
        default Json json(Wanted wanted) throws ConnectorException {
            return wanted.of(json());
        }
    }

    /**
     * A call that changes nothing: GET, HEAD, or one of {@link Descriptor#readingCalls()}.
     *
     * @throws ConnectorException when no complete answer came; a status of any kind is an answer
     */
    Answer read(Call call) throws ConnectorException;

    /**
     * A call that may change something.
     *
     * @throws ConnectorException {@link CommonError#READ_ONLY} before a byte leaves when the
     *     endpoint is read-only; with {@link Effect#UNKNOWN} when bytes have left and no answer
     *     came
     */
    Answer change(Call call) throws ConnectorException;

    /**
     * A call that changes nothing and whose answer has no end: one JSON a line, as it comes. No
     * deadline but the silence ends it; a line longer than 4 MiB does.
     *
     * @param silence how long the other side may say nothing, also before its first line
     * @throws ConnectorException as {@link #read}; a status other than 200 is {@link
     *     CommonError#LOGIN_REFUSED} (401, 403), {@link CommonError#REDIRECTED} or {@link
     *     CommonError#SERVER_ERROR}
     */
    Lines lines(Call call, Duration silence) throws ConnectorException;

    /** Lines that come one after another. Used by one thread; closing it from another ends it. */
    interface Lines extends AutoCloseable {
        /**
         * Waits for the next line that is not empty.
         *
         * @return empty when the other side ended its answer
         * @throws ConnectorException {@link CommonError#TIMEOUT} after the silence, {@link
         *     CommonError#CUT}, {@link CommonError#BAD_ANSWER}, {@link CommonError#TOO_LARGE}
         */
        Optional<Json> next() throws ConnectorException;

        /**
         * Waits until {@link #next} would return or fail at once, at most so long; the stream stays
         * as it is. Where the thread is interrupted it returns at once, and the next call fails.
         */
        boolean ready(Duration atMost);

        @Override
        void close();
    }
}
