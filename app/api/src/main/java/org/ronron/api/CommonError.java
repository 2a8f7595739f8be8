package org.ronron.api;

/** The errors that any connector can meet; texts are in the window's own resources. */
public enum CommonError implements ErrorCode {
    /** Nothing listens there, or the way is cut. Details: {@code address}, {@code cause}. */
    UNREACHABLE("R-NET-01"),
    /** No answer in time. Details: {@code address}, {@code seconds}. */
    TIMEOUT("R-NET-02"),
    /** The host's name is not known. Details: {@code host}. */
    UNKNOWN_HOST("R-NET-03"),
    /** The connection broke in the middle. Details: {@code address}, {@code cause}. */
    CUT("R-NET-04"),
    /** The key or token was refused. Details: {@code address}. */
    LOGIN_REFUSED("R-AUTH-01"),
    /** Logged in, but this right is missing. Details: {@code right}. */
    RIGHT_MISSING("R-AUTH-02"),
    /** A secret is not in the vault, or the vault is locked. Details: {@code secret}. */
    SECRET_MISSING("R-AUTH-03"),
    /**
     * A key or certificate not seen before. For the question that follows it also tells the {@code
     * algorithm}, and of a certificate {@code why} it is asked, its {@code subject}, its {@code
     * names}, {@code from} and {@code until} (ISO 8601, UTC). Details: {@code address}, {@code
     * fingerprint}.
     */
    TRUST_UNKNOWN("R-TRUST-01", Severity.WARN),
    /**
     * A known key or certificate has changed. Details: {@code address}, {@code known}, {@code
     * seen}.
     */
    TRUST_CHANGED("R-TRUST-02", Severity.STOP),
    /** The answer is not what this system says. Details: {@code address}, {@code found}. */
    BAD_ANSWER("R-ANS-01"),
    /** The answer is a web page. Details: {@code address}, {@code status}. */
    HTML_ANSWER("R-ANS-02"),
    /** The answer is larger than is accepted. Details: {@code address}, {@code limit}. */
    TOO_LARGE("R-ANS-03"),
    /** The answer sends us elsewhere. Details: {@code address}, {@code target}. */
    REDIRECTED("R-ANS-04"),
    /** The system reports an error of its own. Details: {@code status}, {@code message}. */
    SERVER_ERROR("R-ANS-05"),
    /** A version that this connector does not know. Details: {@code version}, {@code supported}. */
    WRONG_VERSION("R-VER-01"),
    /** The endpoint is read-only. Details: {@code call}. */
    READ_ONLY("R-RO-01", Severity.WARN),
    /** A setting is missing or not valid. Details: {@code setting}, {@code reason}. */
    BAD_SETTING("R-SET-01"),
    /** The command on the host failed. Details: {@code command}, {@code exit}, {@code message}. */
    COMMAND_FAILED("R-CMD-01");

    private final String id;
    private final Severity severity;

    CommonError(String id) {
        this(id, Severity.ERROR);
    }

    CommonError(String id, Severity severity) {
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
