package org.ronron.plugin.mail;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can go wrong with a mail; whom it was for is in none of these. */
enum MailError implements ErrorCode {
    /** The server knows no such recipient, or takes no mail for them. Details: {@code message}. */
    RECIPIENT_REFUSED("R-MAIL-01", Severity.ERROR),
    /** The server refuses our own address. Details: {@code from}, {@code message}. */
    SENDER_REFUSED("R-MAIL-02", Severity.ERROR),
    /** The server asks to come again (4xx). Details: {@code message}. */
    TRY_LATER("R-MAIL-03", Severity.WARN),
    /** Too long for the server (552). Details: {@code message}. */
    TOO_LONG("R-MAIL-04", Severity.ERROR),
    /** The server refused the mail for another reason. Details: {@code message}. */
    REFUSED("R-MAIL-05", Severity.ERROR),
    /** The server offers no TLS, and was to. Details: {@code address}. */
    NO_TLS("R-MAIL-06", Severity.STOP),
    /** Nothing to write to: the address is missing or is none. No details. */
    NO_ADDRESS("R-MAIL-07", Severity.ERROR),
    /** No mail of this kind. Details: {@code template}. */
    NO_TEMPLATE("R-MAIL-08", Severity.ERROR),
    /** A user was given, and the server takes no login. Details: {@code address}. */
    NO_LOGIN("R-MAIL-09", Severity.ERROR);

    private final String id;
    private final Severity severity;

    MailError(String id, Severity severity) {
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
