package org.ronron.transport.guard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;

/** Faults that HTTP and SSH share. A cause is always in our own words, never a library's. */
public final class Faults {
    private Faults() {}

    public static Fault late(Site site, String address, Deadline deadline) {
        return Fault.of(
                CommonError.TIMEOUT,
                site.name(),
                "address",
                address,
                "seconds",
                deadline.seconds());
    }

    /** We ourselves ended the call. */
    public static Fault stopped(Site site, String address) {
        return caused(CommonError.CUT, site, address, Said.STOPPED);
    }

    public static Fault caused(CommonError code, Site site, String address, Said cause) {
        return Fault.of(code, site.name(), "address", address, "cause", cause.words());
    }

    /** Something else than the protocol that was expected speaks there. */
    public static Fault found(Site site, String address, Said found) {
        return Fault.of(
                CommonError.BAD_ANSWER, site.name(), "address", address, "found", found.words());
    }

    /** A setting that cannot be used. */
    public static ConnectorException setting(String endpoint, String setting, Said reason) {
        return new ConnectorException(
                Fault.of(
                        CommonError.BAD_SETTING,
                        endpoint,
                        "setting",
                        setting,
                        "reason",
                        reason.words()));
    }

    /** Why a connection was not made, as far as the system's words tell. */
    public static Said refusal(@Nullable Throwable e) {
        if (says(e, "refused")) {
            return Said.REFUSED;
        }
        if (says(e, "no route") || says(e, "unreachable")) {
            return Said.NO_ROUTE;
        }
        return Said.NO_CONNECTION;
    }

    /** Where it happened, without the messages: a library quotes there what the server sent. */
    public static Exception forLog(Throwable e) {
        Exception plain = new Exception(e.getClass().getName());
        plain.setStackTrace(e.getStackTrace());
        return plain;
    }

    /** Whether a message in the chain of causes holds this word, in lower case. */
    public static boolean says(@Nullable Throwable e, String word) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && message.toLowerCase(Locale.ROOT).contains(word)) {
                return true;
            }
        }
        return false;
    }
}
