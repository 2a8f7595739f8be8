package org.ronron.practice.garage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/**
 * Garage's admin API as a test or a second person uses it, beside Ronron's own ways. Blocks.
 *
 * @param url of one node
 */
public record AdminApi(URI url, String token) {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    /** An answer, whatever its status. */
    public record Answer(int status, Json body) {
        /** The body as an object; empty when it is none. */
        public Json.Obj object() {
            return body instanceof Json.Obj o ? o : Json.obj();
        }
    }

    public Answer get(String path) throws IOException {
        return call("GET", path, "");
    }

    public Answer post(String path, String body) throws IOException {
        return call("POST", path, body);
    }

    private Answer call(String method, String path, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) url.resolve(path).toURL().openConnection();
        connection.setConnectTimeout((int) LONGEST.toMillis());
        connection.setReadTimeout((int) LONGEST.toMillis());
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] all = in == null ? new byte[0] : in.readAllBytes();
            return new Answer(status, JsonText.read(new String(all, StandardCharsets.UTF_8)));
        } finally {
            connection.disconnect();
        }
    }
}
