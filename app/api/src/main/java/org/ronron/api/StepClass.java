package org.ronron.api;

/** What may be done with a step whose outcome is not known. Only the first two are ever retried. */
public enum StepClass {
    /** Changes nothing. */
    READ,
    /** The same call twice gives the same state. */
    IDEMPOTENT,
    /** A probe can tell whether it was done. */
    PROBEABLE,
    /** Only a person can tell. */
    ONE_SHOT
}
