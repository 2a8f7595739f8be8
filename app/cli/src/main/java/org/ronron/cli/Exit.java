package org.ronron.cli;

/** Exit codes, after sysexits.h where it has one; they are part of the contract for scripts. */
public final class Exit {
    public static final int OK = 0;

    /** The system answered with an error, or not at all. */
    public static final int FAULT = 1;

    /** The command line itself is wrong (EX_USAGE). */
    public static final int USAGE = 64;

    /** No such sample or collective (EX_NOINPUT). */
    public static final int NOT_FOUND = 66;

    /** Ronron's own rooms failed: the database, the vault (EX_SOFTWARE). */
    public static final int OWN = 70;

    private Exit() {}
}
