package org.ronron.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An organisation's wish for a space, as the source of requests tells it. Whom to write to is not
 * among it: that is read live, see {@link Requests#contact}.
 *
 * @param version of the request in its source, for changes that hold for this version only
 * @param said the state in the source's own word, for one that we do not know
 * @param kind what sort of organisation, in the source's word; empty when not told
 * @param budget euros a year
 * @param purpose why a space, in its own words
 * @param office the suite wished; empty when not told
 * @param accounts how many people would use it
 * @param settled who decided or claimed it, and when
 * @param notes between colleagues, oldest first
 */
public record RequestFact(
        String key,
        String version,
        State state,
        String said,
        Instant submitted,
        String organisation,
        String kind,
        String sector,
        OptionalInt employees,
        OptionalLong budget,
        String purpose,
        String wished,
        String office,
        OptionalInt accounts,
        Optional<Word> settled,
        List<Word> notes) {
    /** Where it is. */
    public enum State {
        PENDING,
        /** A detail was asked for, or it was put aside. */
        ASIDE,
        /** Somebody is at work on it: see {@code settled}. */
        CLAIMED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        /** A state that we do not know: shown by {@code said}, never acted upon. */
        OTHER
    }

    /** What a colleague wrote or did. */
    public record Word(String by, Instant at, String text) {}

    public RequestFact {
        notes = List.copyOf(notes);
    }

    /** Whether a person has still to decide. */
    public boolean waits() {
        return state == State.PENDING || state == State.ASIDE;
    }
}
