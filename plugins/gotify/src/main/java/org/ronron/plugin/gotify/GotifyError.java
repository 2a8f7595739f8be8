package org.ronron.plugin.gotify;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can go wrong with Gotify, beside what any system can do wrong. */
enum GotifyError implements ErrorCode {
    /** An application's token stands where a client's belongs: Gotify says only 401 to it. */
    APP_READS("R-GOT-01", Severity.ERROR),
    /** It was sent already. Details: {@code id}. */
    SENT_BEFORE("R-GOT-02", Severity.WARN),
    /** Gotify refuses it. Details: {@code status}, {@code message}. */
    REFUSED("R-GOT-03", Severity.WARN),
    /** An argument that no plan of ours has. Details: {@code field}. */
    BAD_VALUE("R-GOT-04", Severity.WARN);

    private final String id;
    private final Severity severity;

    GotifyError(String id, Severity severity) {
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
