package org.ronron.api;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that runs on a machine by itself, so that a laptop may be closed; whoever looks sees it.
 *
 * @param receipt by which it is known on that machine
 * @param verb the action that began it
 * @param key what it is about: a series of backups
 * @param point the recovery point that it is about; empty when it makes one, or is about all
 * @param ended empty while it runs
 * @param said one line: how far it is, or what came of it
 */
public record JobFact(
        String receipt,
        String verb,
        String key,
        String point,
        Instant begun,
        Optional<Instant> ended,
        State state,
        String said) {
    /** How it is. */
    public enum State {
        RUNNING,
        DONE,
        /** It ended and left something to read. */
        WARNINGS,
        FAILED,
        /** It is gone without having said how it ended. */
        LOST
    }
}
