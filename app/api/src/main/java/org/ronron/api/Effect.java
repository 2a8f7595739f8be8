package org.ronron.api;

/** What a failed call has left behind: the engine trusts nothing but {@link #NONE}. */
public enum Effect {
    /** Nothing was changed, for certain: the call never left, or was refused. */
    NONE,
    /** The call may have taken effect: probe before anything else. */
    UNKNOWN
}
