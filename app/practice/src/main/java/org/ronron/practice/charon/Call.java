package org.ronron.practice.charon;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;

/**
 * One call as it came.
 *
 * @param way the path's segments after {@code /api/v1}, decoded
 * @param match the version of {@code If-Match}
 * @param key of {@code Idempotency-Key}; empty without
 */
record Call(
        String method,
        List<String> way,
        Map<String, String> query,
        Json.Obj body,
        Optional<Long> match,
        String key) {
    static List<String> way(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1)).skip(3).map(Call::decoded).toList();
    }

    static Map<String, String> query(String raw) {
        Map<String, String> all = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            int is = pair.indexOf('=');
            if (is > 0) {
                all.put(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
            }
        }
        return all;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    /** The version of an {@code If-Match} as the contract writes it: a number in quotes. */
    static Optional<Long> match(String header) {
        return header.matches("\"\\d{1,18}\"")
                ? Optional.of(Long.valueOf(header.substring(1, header.length() - 1)))
                : Optional.empty();
    }

    String at(int segment) {
        return segment < way.size() ? way.get(segment) : "";
    }

    String asked(String name) {
        return query.getOrDefault(name, "");
    }

    String text(String member) {
        return body.word(member);
    }
}
