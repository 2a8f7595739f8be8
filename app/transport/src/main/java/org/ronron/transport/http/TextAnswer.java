package org.ronron.transport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.Wanted;
import org.ronron.core.json.JsonText;
import org.ronron.core.json.TooManyException;
import org.ronron.transport.guard.Said;

/** A complete answer. Nothing of its text ever enters a fault. */
public final class TextAnswer implements Http.Answer {
    /** Each takes some hundred bytes once it is read. */
    private static final int MOST_VALUES = 1_000_000;

    private final Origin origin;
    private final int status;
    private final Headers headers;
    private final String text;

    TextAnswer(Origin origin, int status, Headers headers, String text) {
        this.origin = origin;
        this.status = status;
        this.headers = headers;
        this.text = text;
    }

    /** Of bytes that came by no wire, read as if they had come with a secret like this one. */
    public static Http.Answer of(
            int status, Map<String, String> headers, byte[] body, String secret) {
        Origin nowhere = new Origin("memory", "http://127.0.0.1", Effect.NONE);
        String text = Echo.without(secret, new String(body, StandardCharsets.UTF_8));
        return new TextAnswer(nowhere, status, Headers.of(headers), text);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Optional<String> header(String name) {
        return headers.values(name).stream().findFirst();
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Json json() throws ConnectorException {
        return json(Wanted.ALL);
    }

    @Override
    public Json json(Wanted wanted) throws ConnectorException {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String start = text.substring(0, Math.min(text.length(), 200)).stripLeading();
        boolean xml = start.startsWith("<?xml") && !text.contains("<html");
        if (xml && !type.contains("html")) {
            throw fault(CommonError.BAD_ANSWER, "found", Said.XML.words(), null);
        }
        if (type.contains("html") || start.startsWith("<")) {
            throw fault(CommonError.HTML_ANSWER, "status", Integer.toString(status), null);
        }
        if (start.isEmpty() && text.isBlank()) {
            throw fault(CommonError.BAD_ANSWER, "found", Said.EMPTY_ANSWER.words(), null);
        }
        try {
            return JsonText.read(text.getBytes(StandardCharsets.UTF_8), wanted, MOST_VALUES);
        } catch (TooManyException e) {
            throw fault(CommonError.TOO_LARGE, "limit", MOST_VALUES + " values", null);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ConnectorException unreadable(IOException cause) {
        JsonShape shape = JsonShape.of(text);
        if (shape.tooDeep()) {
            return fault(CommonError.BAD_ANSWER, "found", Said.DEEP_JSON.words(), null);
        }
        Said found = shape.whole() ? Said.NOT_JSON : Said.HALF_JSON;
        return fault(CommonError.BAD_ANSWER, "found", found.words(), cause);
    }

    private ConnectorException fault(
            CommonError code, String name, String value, @Nullable IOException cause) {
        Fault fault =
                Fault.of(code, origin.endpoint(), "address", origin.address(), name, value)
                        .withEffect(origin.effect());
        return new ConnectorException(fault, cause == null ? null : new IOException(value));
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + text.length() + " characters]";
    }
}
