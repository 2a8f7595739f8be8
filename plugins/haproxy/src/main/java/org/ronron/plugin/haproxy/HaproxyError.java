package org.ronron.plugin.haproxy;

import java.util.Arrays;
import java.util.Optional;
import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/**
 * What can go wrong with HAProxy's map, beside what any system can do wrong. Those with a number
 * are what our scripts end with, and say by one line what their detail is about.
 */
enum HaproxyError implements ErrorCode {
    /** A program is not on the machine. */
    PROGRAM_MISSING("R-HAP-01", 60, "program"),
    /** No runtime socket is there. */
    SOCKET_MISSING("R-HAP-02", 61, "socket"),
    /** Our account may not use the runtime socket. */
    SOCKET_DENIED("R-HAP-03", 62, "socket"),
    /** The socket is there and nobody answers: HAProxy is stopped or hangs. */
    SILENT("R-HAP-04", 63, "socket"),
    /** The running HAProxy does not know the map. */
    MAP_UNKNOWN("R-HAP-05", 64, "map"),
    /** The map file cannot be read or written; it is as it was. */
    MAP_FILE("R-HAP-06", 65, "message"),
    /** The address leads elsewhere already. Details: also {@code address}. */
    LEADS_ELSEWHERE("R-HAP-07", 66, "found"),
    /** HAProxy did not do it. */
    REFUSED("R-HAP-08", 67, "message"),
    /** Somebody else is changing the map. */
    BUSY("R-HAP-09", 68, "map"),
    /** HAProxy works in several processes, each with its own map. */
    SEVERAL("R-HAP-10", 69, "socket"),
    /** The configuration on disk is not right; nothing was loaded. */
    CONFIG("R-HAP-11", 70, "message"),
    /** HAProxy did not take the reload. */
    NOT_RELOADED("R-HAP-12", 71, "message"),
    /** sudo does not allow it. */
    SUDO("R-HAP-13", 0, "line"),
    /** The page does not come as it should. Details: also {@code address}. */
    NO_PAGE("R-HAP-14", 0, "found"),
    /** No name of this kind. Details: also {@code what}. */
    BAD_NAME("R-HAP-15", 0, "value");

    private final String id;
    private final int status;

    /** The name of what its texts tell. */
    final String detail;

    HaproxyError(String id, int status, String detail) {
        this.id = id;
        this.status = status;
        this.detail = detail;
    }

    /** The one that a script means by this exit status. */
    static Optional<HaproxyError> of(int status) {
        return Arrays.stream(values()).filter(e -> status > 0 && e.status == status).findFirst();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return this == LEADS_ELSEWHERE || this == BUSY ? Severity.WARN : Severity.ERROR;
    }
}
