package org.ronron.ui.pages.requests;

import java.util.List;
import java.util.Locale;
import org.ronron.core.model.Request;

/** Which requests the list shows. */
enum RequestFilter {
    /** A person has still to decide, or is at it. */
    WAITING,
    DECIDED,
    ALL;

    /** The key of its text. */
    String text() {
        return "requests.filter." + name().toLowerCase(Locale.ROOT);
    }

    List<Request> of(List<Request> all) {
        return this == ALL ? all : all.stream().filter(r -> open(r) == (this == WAITING)).toList();
    }

    /** Whether it is not decided. */
    static boolean open(Request request) {
        return switch (request.fact().state()) {
            case PENDING, ASIDE, CLAIMED -> true;
            case ACCEPTED, REFUSED, WITHDRAWN, OTHER -> false;
        };
    }

    /** How many wait for a person. */
    static int waiting(List<Request> all) {
        return (int) all.stream().filter(r -> r.fact().waits()).count();
    }
}
