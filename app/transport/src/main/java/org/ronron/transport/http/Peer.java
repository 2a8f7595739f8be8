package org.ronron.transport.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.transport.guard.Bounds;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.Told;

/**
 * What a client library's sockets lead to, and what holds each of them.
 *
 * @param address as trust and faults name it, with the way
 * @param host in lower case, without brackets
 * @param heard told of each fault
 */
record Peer(Site site, String address, String host, int port, Consumer<Fault> heard) {
    /** Bytes that one connection may bring. */
    private static final long MOST = 64L * 1024 * 1024;

    /** A connection lives so many times the endpoint's timeout. */
    private static final int LIVES = 10;

    /** The bounds of one connection, whose life begins now. */
    Bounds bounds() {
        Deadline life = Deadline.after(site.timeout().multipliedBy(LIVES));
        AtomicLong came = new AtomicLong();
        return new Bounds() {
            @Override
            public void connecting(SocketAddress to) throws IOException {
                if (!leadsHere(to)) {
                    throw told(new Told(elsewhere(to), null));
                }
            }

            @Override
            public int silence(int asked) {
                long most = Math.min(site.timeout().toMillis(), life.left().toMillis());
                long wanted = asked <= 0 ? most : Math.min(asked, most);
                return (int) Math.clamp(wanted, 1, Integer.MAX_VALUE);
            }

            @Override
            public void arrived(int bytes) throws IOException {
                if (came.addAndGet(bytes) > MOST) {
                    throw new Told(tooMuch(), null);
                }
                if (life.passed()) {
                    throw new Told(Faults.late(site, address, life), null);
                }
            }

            @Override
            public IOException told(IOException trouble) {
                heard.accept(fault(trouble));
                return trouble;
            }
        };
    }

    private boolean leadsHere(SocketAddress to) {
        return to instanceof InetSocketAddress address
                && address.getPort() == port
                && same(address.getHostString());
    }

    /** Whether this is the peer's name, however it is written. */
    boolean same(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.equals(host)
                || literal(plain).isPresent() && literal(plain).equals(literal(host));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }

    /** Where it was to go may be a server's own words: shown only where it looks like a host. */
    private Fault elsewhere(SocketAddress to) {
        String target =
                to instanceof InetSocketAddress address
                                && address.getHostString().matches("[A-Za-z0-9_.:-]{1,253}")
                        ? address.getHostString() + ":" + address.getPort()
                        : "?";
        return Fault.of(CommonError.REDIRECTED, site.name(), "address", address, "target", target);
    }

    private Fault tooMuch() {
        return Fault.of(
                CommonError.TOO_LARGE,
                site.name(),
                "address",
                address,
                "limit",
                MOST / 1024 / 1024 + " MiB");
    }

    private Fault fault(IOException e) {
        return switch (e) {
            case Told told -> told.fault();
            case Names.Slow slow -> late();
            case SocketTimeoutException silent -> late();
            case UnknownHostException unknown ->
                    Fault.of(CommonError.UNKNOWN_HOST, site.name(), "host", host);
            case ConnectException no ->
                    Faults.caused(CommonError.UNREACHABLE, site, address, Faults.refusal(no));
            case NoRouteToHostException no ->
                    Faults.caused(CommonError.UNREACHABLE, site, address, Said.NO_ROUTE);
            default ->
                    Faults.says(e, "socket closed")
                            ? Faults.stopped(site, address)
                            : Faults.caused(
                                    CommonError.CUT,
                                    site,
                                    address,
                                    Faults.says(e, "reset") ? Said.RESET : Said.CLOSED);
        };
    }

    private Fault late() {
        return Faults.late(site, address, Deadline.after(site.timeout()));
    }
}
