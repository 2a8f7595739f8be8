package org.ronron.plugin.nomad;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can go wrong with a scheduler, beside what any system can do wrong. */
enum NomadError implements ErrorCode {
    /** This version is read, never changed. Details: {@code version}. */
    VERSION_NOT_CHANGED("R-NOM-01"),
    /** Our token does not see every service: nobody could tell when a machine is empty. */
    SEES_TOO_LITTLE("R-NOM-02"),
    /** Nomad refused. Details: {@code message}. */
    REFUSED("R-NOM-03"),
    /** The stream of events does not open. */
    STREAM_REFUSED("R-NOM-04");

    private final String id;

    NomadError(String id) {
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
