package org.ronron.transport.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Site;

/** What went wrong, in the catalogue's words. No text of a server or of a library passes. */
final class HttpFaults {
    private HttpFaults() {}

    static Fault of(Site site, Target target, IOException e, Deadline deadline, boolean sent) {
        Optional<Certificates.Refused> refused = inChain(e, Certificates.Refused.class);
        if (refused.isPresent()) {
            return refused.get().fault();
        }
        String address = target.address();
        if (Thread.currentThread().isInterrupted()) {
            return stopped(site, address);
        }
        return switch (e) {
            case BoundedDns.Slow slow -> late(site, address, deadline);
            case UnknownHostException unknown ->
                    Fault.of(CommonError.UNKNOWN_HOST, site.name(), "host", target.host());
            case InterruptedIOException timeout -> late(site, address, deadline);
            case ConnectException no -> fault(CommonError.UNREACHABLE, site, address, refusal(no));
            case NoRouteToHostException no ->
                    fault(CommonError.UNREACHABLE, site, address, "no route to the host");
            case SSLException no when !sent ->
                    fault(CommonError.UNREACHABLE, site, address, "no TLS there");
            case ProtocolException no when !says(no, "end of stream") ->
                    Fault.of(
                            CommonError.BAD_ANSWER,
                            site.name(),
                            "address",
                            address,
                            "found",
                            "no HTTP");
            default ->
                    sent
                            ? fault(CommonError.CUT, site, address, broken(e))
                            : fault(CommonError.UNREACHABLE, site, address, broken(e));
        };
    }

    /** Where it happened, without the message: a library quotes there what the server sent. */
    static IOException forLog(IOException e) {
        IOException plain = new IOException(e.getClass().getName());
        plain.setStackTrace(e.getStackTrace());
        return plain;
    }

    static Fault late(Site site, String address, Deadline deadline) {
        return Fault.of(
                CommonError.TIMEOUT,
                site.name(),
                "address",
                address,
                "seconds",
                deadline.seconds());
    }

    /** We ourselves ended the call. */
    static Fault stopped(Site site, String address) {
        return fault(CommonError.CUT, site, address, "stopped by us");
    }

    static Fault tooLarge(Site site, Target target) {
        return Fault.of(
                CommonError.TOO_LARGE,
                site.name(),
                "address",
                target.address(),
                "limit",
                Whole.MOST / 1024 / 1024 + " MiB");
    }

    /** Names the host that the server points to; nothing else of its header is repeated. */
    static Fault redirected(Site site, Target target, String elsewhere) {
        return Fault.of(
                CommonError.REDIRECTED,
                site.name(),
                "address",
                target.address(),
                "target",
                elsewhere);
    }

    private static Fault fault(CommonError code, Site site, String address, String cause) {
        return Fault.of(code, site.name(), "address", address, "cause", cause);
    }

    private static String refusal(IOException e) {
        return says(e, "refused") ? "connection refused" : "no connection";
    }

    private static String broken(IOException e) {
        if (says(e, "canceled")) {
            return "stopped by us";
        }
        return says(e, "reset") ? "connection reset" : "connection closed too early";
    }

    private static boolean says(@Nullable Throwable e, String word) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && message.toLowerCase(Locale.ROOT).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Throwable> Optional<T> inChain(Throwable e, Class<T> type) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
