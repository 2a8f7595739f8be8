package org.ronron.transport.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Said;
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
            return Faults.stopped(site, address);
        }
        return switch (e) {
            case Names.Slow slow -> Faults.late(site, address, deadline);
            case UnknownHostException unknown ->
                    Fault.of(CommonError.UNKNOWN_HOST, site.name(), "host", target.host());
            case InterruptedIOException timeout -> Faults.late(site, address, deadline);
            case ConnectException no ->
                    Faults.caused(CommonError.UNREACHABLE, site, address, Faults.refusal(no));
            case NoRouteToHostException no ->
                    Faults.caused(CommonError.UNREACHABLE, site, address, Said.NO_ROUTE);
            case SSLException no when !sent ->
                    Faults.caused(CommonError.UNREACHABLE, site, address, Said.NO_TLS);
            case ProtocolException no when !Faults.says(no, "end of stream") ->
                    Faults.found(site, address, Said.NOT_HTTP);
            default ->
                    sent
                            ? Faults.caused(CommonError.CUT, site, address, broken(e))
                            : Faults.caused(CommonError.UNREACHABLE, site, address, broken(e));
        };
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

    /** Names where the server points to, up to the port; nothing else of its header is repeated. */
    static Fault redirected(Site site, Target target, String elsewhere) {
        return Fault.of(
                CommonError.REDIRECTED,
                site.name(),
                "address",
                target.address(),
                "target",
                elsewhere);
    }

    private static Said broken(IOException e) {
        if (Faults.says(e, "canceled")) {
            return Said.STOPPED;
        }
        return Faults.says(e, "reset") ? Said.RESET : Said.CLOSED;
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
