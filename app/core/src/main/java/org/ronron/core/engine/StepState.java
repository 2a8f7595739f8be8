package org.ronron.core.engine;

/** Where a step is. */
public enum StepState {
    NOT_BEGUN,
    RUNNING,
    /** Waits for hands or for the world, probed now and then. */
    WAITING,
    DONE,
    /** Refused by the system; nothing was changed. */
    REFUSED,
    /** It may or may not have taken effect, and its probe could not tell. */
    UNKNOWN,
    /** Something is there that needs a person's word before it counts as ours. */
    APPEARED,
    NOT_OURS,
    SKIPPED
}
