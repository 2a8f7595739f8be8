package org.ronron.plugin.nextcloud;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What only a farm of Nextclouds can say. */
enum NextcloudError implements ErrorCode {
    /** It is there and carries no mark of ours. Details: {@code path}. */
    TAKEN("R-NC-01"),
    /** No room on the host's disk; nothing half-made is left. Details: {@code message}. */
    FULL("R-NC-02"),
    /** Somebody has logged in: the space holds what a person put there. Details: {@code name}. */
    HOLDS_DATA("R-NC-03"),
    /** A change on this space still runs on the host. Details: {@code name}. */
    AT_WORK("R-NC-04"),
    /** occ ended well and its status says otherwise. Details: {@code step}, {@code message}. */
    SAYS_OTHERWISE("R-NC-05"),
    /** occ, or its database, refused. Details: {@code step}, {@code message}. */
    OCC_FAILED("R-NC-06"),
    /** An argument that is not one. Details: {@code argument}. */
    BAD_ARGUMENT("R-NC-07", Severity.WARN),
    /** A program that the host needs. Details: {@code program}. */
    PROGRAM_MISSING("R-NC-08"),
    /** The account may not write there. Details: {@code message}. */
    NOT_ALLOWED("R-NC-09"),
    /** The space or the code is not there. Details: {@code path}. */
    NOT_THERE("R-NC-10"),
    /** The copy of the database is not whole, and was not kept. Details: {@code message}. */
    COPY_FAILED("R-NC-11");

    private final String id;
    private final Severity severity;

    NextcloudError(String id) {
        this(id, Severity.ERROR);
    }

    NextcloudError(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
