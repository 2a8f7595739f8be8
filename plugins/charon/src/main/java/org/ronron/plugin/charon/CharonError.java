package org.ronron.plugin.charon;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can go wrong with a request, beside what any system can do wrong. Times are ISO 8601. */
enum CharonError implements ErrorCode {
    /** Somebody decided first. Details: {@code who}, {@code when}, {@code state}. */
    DECIDED_FIRST("R-CHA-01"),
    /** Somebody is at work on it. Details: {@code who}, {@code until}. */
    CLAIMED("R-CHA-02"),
    /** Our lease ran out, and somebody took it. Details: {@code who}, {@code when}. */
    LEASE_LOST("R-CHA-03"),
    /** The source has a space of this name. Details: {@code message}. */
    NAME_TAKEN("R-CHA-04"),
    /** The other one makes the spaces of this source. Details: {@code maker}, of the setting. */
    OTHER_MAKER("R-CHA-05"),
    /** Asked to come back later. Details: {@code seconds}. */
    BUSY("R-CHA-06"),
    /** Refused for another reason. Details: {@code message}, {@code field}. */
    REFUSED("R-CHA-07"),
    /** An argument that no plan of ours has. Details: {@code field}. */
    BAD_VALUE("R-CHA-08"),
    /** The source tells nobody to write to. Details: {@code request}. */
    NO_CONTACT("R-CHA-09"),
    /** It is not there any more. Details: {@code message}. */
    GONE("R-CHA-10");

    private final String id;

    CharonError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }
}
