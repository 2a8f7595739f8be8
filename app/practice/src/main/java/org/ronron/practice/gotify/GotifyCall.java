package org.ronron.practice.gotify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One call as it came (HTTP/1.1, RFC 9112).
 *
 * @param headers by their name in small letters
 */
record GotifyCall(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {
    private static final int LONGEST_LINE = 16_384;

    /**
     * @throws IOException when the other side has gone, or speaks no HTTP
     */
    static GotifyCall read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        if (first.length != 3) {
            throw new IOException("no HTTP");
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[parts.length - 1].strip());
        }
        String[] target = first[1].split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String pair : (target.length > 1 ? target[1] : "").split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts[parts.length - 1]);
        }
        return new GotifyCall(first[0], target[0], query, headers, body(in, headers));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if (header(headers, "transfer-encoding").equals("chunked")) {
            StringBuilder all = new StringBuilder();
            for (int size = size(in); size > 0; size = size(in)) {
                all.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                line(in);
            }
            line(in);
            return all.toString();
        }
        String length = header(headers, "content-length");
        byte[] bytes = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).replaceAll(";.*", "").strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("no whole line");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.getOrDefault(name, "");
    }

    String header(String name) {
        return header(headers, name);
    }

    /** The token that counts: the query's beats the header's, and that beats Bearer. */
    String token() {
        String bearer = header("authorization").replaceFirst("^(?i:bearer) ", "");
        String key = header("x-gotify-key");
        return query.getOrDefault("token", key.isEmpty() ? bearer : key);
    }
}
