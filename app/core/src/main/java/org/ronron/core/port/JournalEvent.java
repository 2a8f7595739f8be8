package org.ronron.core.port;

import org.ronron.api.Json;

/**
 * One row of the journal; rows are never changed.
 *
 * @param step index of the plan's step, or {@link #WHOLE} for the operation
 * @param at UTC milliseconds
 * @param format version of {@code body}'s shape, so that later versions can read it
 */
public record JournalEvent(
        String id,
        String operationId,
        int step,
        Kind kind,
        long at,
        String author,
        int format,
        Json.Obj body) {
    public static final int WHOLE = -1;
    public static final int FORMAT = 1;

    /** What happened. */
    public enum Kind {
        /** The operation was decided. */
        BEGUN,
        /** A step is about to act: written before the first byte leaves. */
        INTENT,
        /** The step is done, and how it is known. */
        OUTCOME,
        /** The step was refused; nothing was changed. */
        REFUSED,
        /** The step may have taken effect. */
        UNKNOWN,
        /** What a probe found. */
        PROBED,
        /** A step for hands, or a wait, has begun. */
        WAITING,
        /** A person said something of a step (done by hand, confirmed, not ours). */
        SAID,
        /** A person asked to stop. */
        CANCELLED,
        /** Handed to a colleague, with a word. */
        HANDED_OVER,
        /** The operation stands still: a person has to decide. */
        STOPPED,
        /** Tried again after a stop. */
        RESUMED,
        /** Everything is done and checked. */
        FINISHED
    }
}
