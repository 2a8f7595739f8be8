package org.ronron.plugin.nextcloud;

import java.util.Arrays;
import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What only a farm of Nextclouds can say, by the exit status of its scripts. */
enum NextcloudError implements ErrorCode {
    /** It is there and carries no mark of ours. Details: {@code path}. */
    TAKEN("R-NC-01", 10),
    /** No room on the host's disk; nothing half-made is left. Details: {@code message}. */
    FULL("R-NC-02", 28),
    /** Somebody has logged in: the space holds what a person put there. Details: {@code name}. */
    HOLDS_DATA("R-NC-03", 12),
    /** A change on this space still runs on the host. Details: {@code name}. */
    AT_WORK("R-NC-04", 13),
    /** occ ended well and its status says otherwise. Details: {@code step}, {@code message}. */
    SAYS_OTHERWISE("R-NC-05", 14),
    /** occ, or its database, refused. Details: {@code step}, {@code message}. */
    OCC_FAILED("R-NC-06", 15),
    /** An argument that is not one; no script is asked. Details: {@code argument}. */
    BAD_ARGUMENT("R-NC-07", -2),
    /** A program that the host needs. Details: {@code program}. */
    PROGRAM_MISSING("R-NC-08", 16),
    /** The account may not write there. Details: {@code message}. */
    NOT_ALLOWED("R-NC-09", 29),
    /** The space or the code is not there. Details: {@code path}. */
    NOT_THERE("R-NC-10", 11),
    /** The copy of the database is not whole, and was not kept. Details: {@code message}. */
    COPY_FAILED("R-NC-11", 17);

    private final String id;
    private final int exit;

    NextcloudError(String id, int exit) {
        this.id = id;
        this.exit = exit;
    }

    static ErrorCode of(int exit) {
        return Arrays.stream(values())
                .filter(error -> error.exit == exit)
                .<ErrorCode>map(error -> error)
                .findFirst()
                .orElse(CommonError.COMMAND_FAILED);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
