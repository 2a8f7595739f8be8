package org.ronron.api;

import java.time.Instant;

/**
 * What a probe found of an action.
 *
 * @param found one line of what was seen, as the system says it
 */
public record Evidence(Verdict verdict, String found, Instant at) {
    /** A probe never takes <em>exists</em> for <em>done</em>. */
    public enum Verdict {
        /** Done, and ours. */
        DONE,
        /** Not done: the world is as before. */
        NOT_DONE,
        /** Still under way, or not yet seen. */
        PENDING,
        /** Something is there that somebody else made, or that was there before. */
        NOT_OURS,
        /** Something is there that came since our INTENT and carries no mark: a person confirms. */
        APPEARED,
        /** It cannot be told. */
        UNKNOWN
    }
}
