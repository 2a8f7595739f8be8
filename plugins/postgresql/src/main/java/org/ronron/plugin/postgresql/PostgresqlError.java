package org.ronron.plugin.postgresql;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can go wrong with a PostgreSQL, beside what any system can do wrong. */
enum PostgresqlError implements ErrorCode {
    /** An argument that is never sent. Details: {@code argument}, {@code given}. */
    INVALID("R-PG-01"),
    /** The name is taken. Details: {@code name}. */
    TAKEN("R-PG-02"),
    /** It is there and does not carry our mark. Details: {@code name}, {@code found}. */
    NOT_OURS("R-PG-03"),
    /** It would take data with it. Details: {@code name}, {@code found}. */
    HOLDS_DATA("R-PG-04"),
    /** Somebody is connected to it. Details: {@code name}. */
    IN_USE("R-PG-05"),
    /** A replica, or a server that was set to be read only. Details: {@code address}. */
    READS_ONLY("R-PG-06"),
    /** The setting names a database that is not there. Details: {@code database}. */
    NO_DATABASE("R-PG-07"),
    /** No room left on its disk. Details: {@code address}. */
    DISK_FULL("R-PG-08"),
    /** It takes no more connections. Details: {@code address}. */
    TOO_MANY("R-PG-09"),
    /** It starts, stops or recovers. Details: {@code address}. */
    NOT_NOW("R-PG-10"),
    /** It does not speak TLS. Details: {@code address}. */
    NO_TLS("R-PG-11"),
    /** A pool over several servers that do not answer alike. Details: {@code address}. */
    NOT_ALIKE("R-PG-12");

    private final String id;

    PostgresqlError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return this == DISK_FULL ? Severity.ERROR : Severity.WARN;
    }
}
