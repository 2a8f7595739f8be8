package org.ronron.plugin.barman;

import java.util.Arrays;
import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What only Barman can say, by the exit status of the reading script or before any work begins. */
enum BarmanError implements ErrorCode {
    /** Barman runs as its own account only, or as root. Details: {@code message}. */
    OTHER_ACCOUNT("R-BM-01", 20),
    /** It is not installed there. */
    NO_BARMAN("R-BM-02", 21),
    /** Its configuration is not there, or cannot be read. Details: {@code message}. */
    NO_CONFIGURATION("R-BM-03", 22),
    /** There is no Python 3 in the path, which Barman itself runs on. */
    NO_PYTHON("R-BM-04", 23),
    /** An argument that is not one; no script is asked. Details: {@code argument}. */
    BAD_ARGUMENT("R-BM-05", -2),
    /** Barman has no such server or backup. Details: {@code name}. */
    NOT_THERE("R-BM-06", -3),
    /** Barman makes a backup of this server already. Details: {@code name}. */
    AT_WORK("R-BM-07", -4),
    /** The destination holds something. Details: {@code path}. */
    TAKEN("R-BM-08", -5),
    /** The destination is among a database's files or Barman's own. Details: {@code path}. */
    INSIDE("R-BM-09", -6),
    /** There is no folder to make the destination in. Details: {@code path}. */
    NOWHERE("R-BM-10", -7),
    /** It does not fit. Details: {@code path}, {@code bytes}, {@code free}. */
    NO_ROOM("R-BM-11", -8),
    /** The machine could not write the receipt, so nothing was begun. */
    NOT_BEGUN("R-BM-12", -9);

    private final String id;
    private final int exit;

    BarmanError(String id, int exit) {
        this.id = id;
        this.exit = exit;
    }

    static ErrorCode of(int exit) {
        return Arrays.stream(values())
                .filter(error -> error.exit == exit && exit > 0)
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
