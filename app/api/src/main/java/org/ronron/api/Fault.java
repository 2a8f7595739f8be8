package org.ronron.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One error as data: shown, logged and journaled in the reader's language from its code and
 * details.
 *
 * @param endpoint the endpoint's name as the volunteer wrote it; empty when no endpoint is
 *     concerned
 * @param details values for the texts; never a secret. Markup is taken out, and each is cut at 300
 *     characters
 */
public record Fault(ErrorCode code, String endpoint, Effect effect, Map<String, String> details) {
    private static final int LONGEST = 300;
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z!][^>]*>?");

    public Fault {
        Map<String, String> cut = new TreeMap<>();
        details.forEach((name, value) -> cut.put(name, shown(value)));
        details = java.util.Collections.unmodifiableMap(cut);
    }

    private static String shown(String value) {
        String plain = MARKUP.matcher(value).replaceAll(" ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    /** A fault that has changed nothing, with details as name, value, name, value. */
    public static Fault of(ErrorCode code, String endpoint, String... details) {
        return new Fault(code, endpoint, Effect.NONE, Details.of(details));
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
