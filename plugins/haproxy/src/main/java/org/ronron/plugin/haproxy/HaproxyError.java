package org.ronron.plugin.haproxy;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can go wrong with HAProxy's map, beside what any system can do wrong. */
enum HaproxyError implements ErrorCode {
    /** A program is not on the machine. Details: {@code program}. */
    PROGRAM_MISSING("R-HAP-01"),
    /** No runtime socket is there. Details: {@code socket}. */
    SOCKET_MISSING("R-HAP-02"),
    /** Our account may not use the runtime socket. Details: {@code socket}. */
    SOCKET_DENIED("R-HAP-03"),
    /** The socket is there and nobody answers: HAProxy is stopped or hangs. Details: as before. */
    SILENT("R-HAP-04"),
    /** The running HAProxy does not know the map. Details: {@code map}. */
    MAP_UNKNOWN("R-HAP-05"),
    /** The map file cannot be read or written; it is as it was. Details: {@code message}. */
    MAP_FILE("R-HAP-06"),
    /** The address leads elsewhere already. Details: {@code address}, {@code found}. */
    LEADS_ELSEWHERE("R-HAP-07", Severity.WARN),
    /** HAProxy did not do it. Details: {@code message}. */
    REFUSED("R-HAP-08"),
    /** Somebody else is changing the map. Details: {@code map}. */
    BUSY("R-HAP-09", Severity.WARN),
    /** HAProxy works in several processes, each with its own map. Details: {@code socket}. */
    SEVERAL("R-HAP-10"),
    /** The configuration on disk is not right; nothing was loaded. Details: {@code message}. */
    CONFIG("R-HAP-11"),
    /** HAProxy did not take the reload. Details: {@code message}. */
    NOT_RELOADED("R-HAP-12"),
    /** sudo does not allow it. Details: {@code line}. */
    SUDO("R-HAP-13"),
    /** The page does not come as it should. Details: {@code address}, {@code found}. */
    NO_PAGE("R-HAP-14"),
    /** No name of this kind. Details: {@code what}, {@code value}. */
    BAD_NAME("R-HAP-15");

    private final String id;
    private final Severity severity;

    HaproxyError(String id) {
        this(id, Severity.ERROR);
    }

    HaproxyError(String id, Severity severity) {
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
