package org.ronron.plugin.gotify;

import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Http;
import org.ronron.api.Json;

/**
 * A notice as it goes. Gotify takes the same body twice as two messages, with or without an {@code
 * Idempotency-Key}; so our id is in its extras, which come back as they were.
 */
record Sent(String id, String title, String text, long priority) {
    private static final String EXTRA = "ronron::id";

    /** Gotify takes 5 MB, and a blank text; neither is a notice. */
    private static final int LONGEST = 4000;

    static Sent of(Action action) {
        Json.Obj given = action.arguments();
        return new Sent(
                given.word("id"),
                cut(given.word("title"), 200),
                cut(given.word("text"), LONGEST),
                given.number("priority").orElse(0L));
    }

    private static String cut(String text, int most) {
        int points = text.codePointCount(0, text.length());
        return points <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** Our id in a message that was received; empty when it is not ours. */
    static String id(Json.Obj message) {
        return message.object("extras").object(EXTRA).word("id");
    }

    /** The field that cannot be; empty when all can. */
    Optional<String> wrong() {
        if (!id.matches("[A-Za-z0-9:._-]{1,80}")) {
            return Optional.of("id");
        }
        return text.isBlank() ? Optional.of("text") : Optional.empty();
    }

    Http.Call call() {
        Json.Obj body =
                Json.obj()
                        .with("title", title)
                        .with("message", text)
                        .with("priority", Math.clamp(priority, 0, 10))
                        .with("extras", Json.obj().with(EXTRA, Json.obj().with("id", id)));
        return Http.Call.post("/message", body, Gotify.PATIENCE);
    }
}
