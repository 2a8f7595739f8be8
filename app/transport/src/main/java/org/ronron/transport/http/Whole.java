package org.ronron.transport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * An answer read to its end, or as far as is accepted.
 *
 * @param headers of the answer, as bounded by OkHttp
 * @param elsewhere scheme, host and port that the server sends us to, {@code ?} when it cannot be
 *     told
 */
record Whole(
        int status, Headers headers, String text, boolean tooLarge, Optional<String> elsewhere) {
    /** Bytes, counted after decompression. */
    static final int MOST = 16 * 1024 * 1024;

    private static final long PIECE = 64 * 1024;

    /** Makes the call. Of an answer that is not wanted no more is read, and its connection ends. */
    static Whole of(Call call) throws IOException {
        try (Response response = call.execute()) {
            int status = response.code();
            Headers headers = response.headers();
            if (status / 100 == 3) {
                call.cancel();
                return new Whole(status, headers, "", false, Optional.of(target(response)));
            }
            Buffer kept = new Buffer();
            BufferedSource source = response.body().source();
            while (kept.size() <= MOST && source.read(kept, PIECE) >= 0) {
                continue;
            }
            if (kept.size() > MOST) {
                call.cancel();
                return new Whole(status, headers, "", true, Optional.empty());
            }
            String text = kept.readString(StandardCharsets.UTF_8);
            return new Whole(status, headers, text, false, Optional.empty());
        }
    }

    /** Scheme, host and port of where a redirection points, {@code ?} when it cannot be told. */
    static String target(Response response) {
        return response.headers().values("Location").stream()
                .findFirst()
                .map(location -> response.request().url().resolve(location))
                .map(Whole::origin)
                .orElse("?");
    }

    private static String origin(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.scheme() + "://" + host + ":" + url.port();
    }
}
