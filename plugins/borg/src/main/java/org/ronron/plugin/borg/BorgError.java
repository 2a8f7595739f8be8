package org.ronron.plugin.borg;

import java.util.Arrays;
import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can be wrong on a machine that runs backups; by the exit status of the scripts. */
enum BorgError implements ErrorCode {
    /** There is no configuration there. Details: {@code path}. */
    NO_CONFIGURATION("R-BORG-01", 11),
    /** A program that the machine needs. Details: {@code program}. */
    PROGRAM_MISSING("R-BORG-02", 16),
    /** Where something is to be restored, something is. Details: {@code path}. */
    NOT_EMPTY("R-BORG-03", 17),
    /** The destination lies within what is saved, or around it. Details: {@code path}. */
    IN_SOURCE("R-BORG-04", 18),
    /** No configuration there names this repository. Details: {@code repository}. */
    NOT_CONFIGURED("R-BORG-05", 19),
    /** No room where it is to be restored, or for the receipt. Details: {@code path}. */
    NO_ROOM("R-BORG-06", 28),
    /** An argument that is not one; no script is asked. Details: {@code argument}. */
    BAD_ARGUMENT("R-BORG-07", -2);

    private final String id;
    private final int exit;

    BorgError(String id, int exit) {
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
