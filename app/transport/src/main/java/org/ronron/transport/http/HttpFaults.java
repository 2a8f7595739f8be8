package org.ronron.transport.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.Told;

/** What went wrong, in the catalogue's words. No text of a server or of a library passes. */
record HttpFaults(Site site, Target target, Wire wire) {
    /** Those that a server sends of a client's certificate (RFC 8446, section 6.2). */
    private static final Pattern OF_CERTIFICATES =
            Pattern.compile(
                    "fatal alert: (certificate_required|bad_certificate|unsupported_certificate"
                            + "|certificate_revoked|certificate_expired|certificate_unknown"
                            + "|unknown_ca|access_denied)");

    Fault of(IOException e, Deadline deadline, boolean sent) {
        Optional<Certificates.Refused> refused = inChain(e, Certificates.Refused.class);
        if (refused.isPresent()) {
            return refused.get().fault();
        }
        Optional<Told> told = inChain(e, Told.class);
        // Out of time, it was we who closed what the tunnel was opening.
        if (told.isPresent() && !(e instanceof InterruptedIOException)) {
            return told.get().fault();
        }
        String address = target.address();
        if (Thread.currentThread().isInterrupted()) {
            return Faults.stopped(site, address);
        }
        if (certificateRefused(e)) {
            return loginRefused(wire.shows() ? Said.CERTIFICATE_REFUSED : Said.CERTIFICATE_WANTED);
        }
        if (wire.asked() && (Faults.says(e, "handshake_failure") || !wire.proven() && ended(e))) {
            // RFC 5246 has no alert for a missing one; some servers just hang up, and an alert is
            // lost when our request crosses it.
            return loginRefused(wire.shows() ? Said.CERTIFICATE_REFUSED : Said.CERTIFICATE_WANTED);
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
                    Faults.caused(
                            CommonError.UNREACHABLE,
                            site,
                            address,
                            nothingInCommon(no) ? Said.NO_CIPHER : Said.NO_TLS);
            case ProtocolException no when !Faults.says(no, "end of stream") ->
                    Faults.found(site, address, Said.NOT_HTTP);
            default ->
                    sent
                            ? Faults.caused(CommonError.CUT, site, address, broken(e))
                            : Faults.caused(CommonError.UNREACHABLE, site, address, broken(e));
        };
    }

    /** Whether the server has said that it does not take our certificate, or misses one. */
    static boolean certificateRefused(IOException e) {
        return inChain(e, SSLException.class)
                .map(SSLException::getMessage)
                .filter(words -> OF_CERTIFICATES.matcher(words).find())
                .isPresent();
    }

    /** The other side speaks TLS, but none that we do. */
    private static boolean nothingInCommon(SSLException e) {
        return Faults.says(e, "protocol_version")
                || Faults.says(e, "protocol version")
                || Faults.says(e, "handshake_failure")
                || Faults.says(e, "insufficient_security");
    }

    private Fault loginRefused(Said cause) {
        return Faults.caused(CommonError.LOGIN_REFUSED, site, target.address(), cause);
    }

    /** The other side ended the connection, before it had answered. */
    private static boolean ended(IOException e) {
        return e instanceof SocketException
                || e instanceof EOFException
                || Faults.says(e, "unexpected end of stream");
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

    /**
     * Also among those of the host's other addresses, which OkHttp hangs on the one that came
     * first.
     */
    private static <T extends Throwable> Optional<T> inChain(Throwable e, Class<T> type) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
            for (Throwable other : t.getSuppressed()) {
                Optional<T> found = inChain(other, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
