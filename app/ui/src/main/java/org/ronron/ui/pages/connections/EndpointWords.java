package org.ronron.ui.pages.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** What is said of a connection, in the reader's language. */
final class EndpointWords {
    private final Texts texts;

    EndpointWords(Texts texts) {
        this.texts = texts;
    }

    String state(EndpointView endpoint) {
        return texts.get("connections.state." + endpoint.state().name().toLowerCase(Locale.ROOT));
    }

    static Mark mark(EndpointView.State state) {
        return switch (state) {
            case FINE -> Mark.FINE;
            case NEVER_ASKED -> Mark.TODO;
            case SILENT, LOCKED -> Mark.UNKNOWN;
            case ASKING -> Mark.ATTENTION;
            case STOPPED -> Mark.WRONG;
        };
    }

    /** Version and age: "v2.1.0 · il y a 8 s". */
    String heard(EndpointView endpoint, Instant now) {
        String age =
                endpoint.answered()
                        .map(at -> texts.figures().age(at, now))
                        .orElse(texts.get("connections.never"));
        return endpoint.version().isEmpty() ? age : endpoint.version() + " · " + age;
    }

    static boolean writable(EndpointView endpoint, Instant now) {
        return endpoint.writableUntil().filter(until -> until.isAfter(now)).isPresent();
    }

    /** "lecture seule", or how long writing stays on. */
    String writing(EndpointView endpoint, Instant now) {
        return endpoint.writableUntil()
                .filter(until -> until.isAfter(now))
                .map(
                        until ->
                                texts.get(
                                        "connections.writing",
                                        "time",
                                        texts.figures().length(Duration.between(now, until))))
                .orElse(texts.get("connections.readOnly"));
    }
}
