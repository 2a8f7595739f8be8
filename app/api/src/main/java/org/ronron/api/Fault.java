package org.ronron.api;

import java.util.Map;
import java.util.TreeMap;

/**
 * One error as data: shown, logged and journaled in the reader's language from its code and
 * details.
 *
 * @param endpoint the endpoint's name as the volunteer wrote it; empty when no endpoint is
 *     concerned
 * @param details values for the texts; never a secret, never markup of a server, each cut at 300
 *     characters
 */
public record Fault(ErrorCode code, String endpoint, Effect effect, Map<String, String> details) {
    private static final int LONGEST = 300;

    public Fault {
        Map<String, String> cut = new TreeMap<>();
        details.forEach(
                (k, v) -> cut.put(k, v.length() <= LONGEST ? v : v.substring(0, LONGEST) + "…"));
        details = java.util.Collections.unmodifiableMap(cut);
    }

    /** A fault that has changed nothing, with details as name, value, name, value. */
    public static Fault of(ErrorCode code, String endpoint, String... details) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            map.put(details[i], details[i + 1]);
        }
        return new Fault(code, endpoint, Effect.NONE, map);
    }

    /** The same fault, with what it may have left behind. */
    public Fault withEffect(Effect next) {
        return new Fault(code, endpoint, next, details);
    }

    /** The same fault with one more detail. */
    public Fault with(String name, String value) {
        Map<String, String> map = new TreeMap<>(details);
        map.put(name, value);
        return new Fault(code, endpoint, effect, map);
    }

    @Override
    public String toString() {
        return code.id() + " " + endpoint + " " + details;
    }
}
